/**
 * What somebody typed can begin no line of its own, nor turn the direction of what stands beside it: a mail or a receipt says
 * what we say, and quotes what they said.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A value in signs that let it be laid out by itself (first strong isolate), where it may be of another direction than its line. */
export const apart = (value: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' || rightToLeft.test(value) ? `\u2068${value}\u2069` : value;

/** What somebody wrote over several lines, each of them marked as theirs. */
export const quoted = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => `> ${oneLine(line)}`.trimEnd())
    .join('\n');

/** Fills in what stands in braces. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The first of the languages that one of the tags is of, in any spelling; the first of all otherwise. */
export function languageOf<L extends { readonly language: string }>(
  known: readonly [L, ...L[]],
  ...tags: readonly (string | null | undefined)[]
): L {
  for (const tag of tags) {
    const wanted = tag?.toLowerCase().split(/[-_]/)[0];
    const found = known.find(({ language }) => language === wanted);
    if (found) return found;
  }
  return known[0];
}
