/** Signs a text of a review never needs: controls other than line ends and tabs, and those that turn its direction or hide in it. */
const oddSigns = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** A text as it is kept: one kind of line end, no odd signs, nothing around it; null when nothing is left. */
export function tidy(cell: string): string | null {
  const text = cell
    .replace(/\r\n?/g, '\n')
    .replace(oddSigns, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .trim();
  return text === '' ? null : text;
}

/** As `tidy`, on one line. */
export const tidyLine = (cell: string): string | null => tidy(cell.replace(/\s+/g, ' '));

/**
 * What a spreadsheet would run when it opens a file: a cell that begins with one of these signs, however many apostrophes stand
 * before (OWASP, "CSV Injection"). The full-width forms count in some of them as well.
 */
const runs = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text that no spreadsheet runs: an apostrophe is put before it. `disarmed` is taken back by `armed`, letter by letter. */
export const disarmed = (text: string): string => (runs.test(text) ? `'${text}` : text);

/** The text before `disarmed`. */
export const armed = (cell: string): string =>
  cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell;
