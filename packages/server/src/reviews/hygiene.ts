import { createHash } from 'node:crypto';

/** A text as it is kept, and whether something was taken out of it that nobody sees. */
export interface Cleaned {
  readonly text: string | null;
  readonly isOdd: boolean;
}

/** Characters that turn the direction of what follows, or that nobody sees: tricks in a name or a text of one language. */
const unseen =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/u;
/** Joins the parts of one picture (a family, a flag): between two pictures only. */
const looseJoiner =
  /(?<!\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}])\u200d|\u200d(?!\p{Extended_Pictographic})/u;
/** Keeps letters apart in Persian, Urdu and Indic scripts: between two letters or marks of those only. */
const looseNonJoiner = /(?<![\u0600-\u0dff\p{M}])\u200c|\u200c(?![\u0600-\u0dff\p{M}])/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff]/u;
/** More marks on one letter than any language writes. */
const pile = /(\p{M}{4})\p{M}+/gu;

const odd = [unseen, looseJoiner, looseNonJoiner, control];

/** A text of several lines: what nobody sees is taken out, a pile of marks is cut, blank lines are one. Null when nothing is left. */
export function cleanText(text: string | null | undefined): Cleaned {
  if (text === null || text === undefined) return { text: null, isOdd: false };
  const given = text.replace(/\r\n?/g, '\n').normalize('NFC');
  let isOdd = false;
  let clean = given;
  for (const one of odd) {
    const without = clean.replace(new RegExp(one.source, 'gu'), '');
    isOdd ||= without !== clean;
    clean = without;
  }
  const thinned = clean.replace(pile, '$1');
  isOdd ||= thinned !== clean;
  const tidy = thinned
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text: tidy === '' ? null : tidy, isOdd };
}

/** A text of one line. */
export function cleanLine(text: string | null | undefined): Cleaned {
  const { text: clean, isOdd } = cleanText(text);
  return { text: clean?.replace(/\n+/g, ' ') ?? null, isOdd };
}

/** True for what can stand as somebody's name: it has a letter or a figure. */
export const isName = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Shorter texts say the same often, and honestly. */
const shortest = 20;

/** What two texts have in common that say the same in other spaces, signs and capitals; null for a text that is too short. */
export function hashOfText(title: string | null, text: string | null): string | null {
  const letters = `${title ?? ''} ${text ?? ''}`
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters.length < shortest ? null : createHash('sha256').update(letters).digest('hex');
}
