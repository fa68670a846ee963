import { cleanLine, cleanText } from '../reviews/hygiene.ts';

/** A text of a cell as reviews are kept; null when nothing is left. */
export const tidy = (cell: string): string | null => cleanText(cell).text;

/** As `tidy`, on one line. */
export const tidyLine = (cell: string): string | null => cleanLine(cell).text;

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
