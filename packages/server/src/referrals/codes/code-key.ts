import { randomInt } from 'node:crypto';

/** Letters and figures nobody mistakes for each other when they are said or read, and that make no word: no vowel is among them. */
const letters = 'CDHJKMNPRTWXY';
const figures = '3479';

/** What is heard or read for each other. What stands on the left is never in the end of a code; in names both are one. */
const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  L: 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
  V: 'U',
};

/** Names longer than this are shortened in a code. */
const mostOfName = 8;

/**
 * A code for an advocate that can be said aloud: the name as far as it is written in Latin letters, then four letters and figures
 * (`ADA-7K3M`). Not a secret: it is made to be passed on. Whoever keeps it sees to it that nobody else has it.
 */
export function newAdvocateCode(name: string | null): string {
  const pick = (from: string): string => from[randomInt(from.length)] ?? '';
  const tail = [figures, letters, figures, letters].map(pick).join('');
  return `${nameInCode(name)}-${tail}`;
}

/** The first word of a name in the letters A to Z; a friend where it has none. */
function nameInCode(name: string | null): string {
  const latin = (name ?? '')
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/[^A-Za-z\s]/g, '')
    .trim();
  const [first = ''] = latin.split(/\s+/u);
  return first.length < 2 ? 'FRIEND' : first.slice(0, mostOfName).toUpperCase();
}

/** An advocate's code as it is compared: however it was typed, heard or written. Empty for what holds no letter and no figure. */
export const advocateCodeKey = (typed: string): string =>
  asciiFigures(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/[012568LV]/g, (one) => lookAlikes[one] ?? one);

/** A code for the till as shops' platforms compare it. */
export const tillCodeKey = (typed: string): string => typed.trim().toUpperCase();

/** Figures of every script as those of ASCII: ten in a row, the first of them zero. */
const asciiFigures = (text: string): string =>
  text.replace(/\p{Nd}/gu, (figure) => {
    const point = figure.codePointAt(0) ?? 0;
    let zero = point;
    while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((point - zero) % 10);
  });
