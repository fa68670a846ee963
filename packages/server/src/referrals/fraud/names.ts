import { isSlip, wordsOf } from './letters.ts';

/**
 * How two names compare. `same`: the same words, in any order, with or without a middle name. `alike`: an initial stands for a
 * name, or one letter differs: it may be one person, or sisters called Lena and Lina. `other`: two people. `unknown`: there is nothing to compare.
 */
export type NameLikeness = 'same' | 'alike' | 'other' | 'unknown';

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'herr', 'frau', 'mme', 'mlle', 'sir']);
/** What tells a father from a son. A lone `v` is an initial more often. */
const generations: Readonly<Record<string, string>> = {
  jr: 'jr',
  jun: 'jr',
  junior: 'jr',
  sr: 'sr',
  sen: 'sr',
  senior: 'sr',
  ii: '2',
  iii: '3',
  iv: '4',
};

interface Name {
  readonly words: readonly string[];
  readonly generation: string | null;
}

function readName(text: string): Name {
  const words = wordsOf(text).filter((word) => !titles.has(word));
  const last = words.at(-1) ?? '';
  const generation = words.length > 2 ? (generations[last] ?? null) : null;
  return { words: generation === null ? words : words.slice(0, -1), generation };
}

/** Compares two names as people write them. */
export function compareNames(a: string | null, b: string | null): NameLikeness {
  if (a === null || b === null) return 'unknown';
  const one = readName(a);
  const other = readName(b);
  // A first name alone says nothing of who it is.
  if (one.words.length < 2 || other.words.length < 2) return 'unknown';
  if (one.generation !== other.generation) return 'other';
  const [fewer, more] =
    one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words];
  const left = [...more];
  const unmatched = fewer.filter((word) => !takeOut(left, (candidate) => candidate === word));
  if (unmatched.length === 0) return 'same';
  // Something long enough has to be the same before the rest may be alike.
  const hasSame = fewer.some((word) => word.length > 1 && more.includes(word));
  const alike = hasSame && unmatched.every((word) => takeOut(left, (candidate) => stands(word, candidate)));
  return alike ? 'alike' : 'other';
}

function takeOut(words: string[], fits: (word: string) => boolean): boolean {
  const at = words.findIndex(fits);
  if (at >= 0) words.splice(at, 1);
  return at >= 0;
}

/** Whether a word may stand for another: as its initial, or with a slip of the keys in a word that is long enough for one. */
const stands = (a: string, b: string): boolean =>
  a.length === 1 || b.length === 1 ? a[0] === b[0] : Math.min(a.length, b.length) >= 4 && isSlip(a, b);

/**
 * Whom an order goes to, as a key to find others of theirs by: the words of the name in alphabetical order, and the postcode.
 * Null without a first name, a last name and a postcode.
 */
export function personKey(
  to: { readonly name?: string | null; readonly postcode: string | null } | null,
): string | null {
  const words = readName(to?.name ?? '').words.filter((word) => word.length > 1);
  const postcode = (to?.postcode ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return words.length < 2 || postcode === '' ? null : `${[...words].sort().join(' ')}|${postcode}`;
}
