import { randomInt } from 'node:crypto';
import { isRude } from './rude-names.ts';

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

/** Figures and letters by turns that a code ends in, when nobody else of the name is in the way. */
export const shortestTail = 4;

/**
 * A code for an advocate that can be said aloud: the name as far as it is written in Latin letters, then figures and letters by turns
 * (`ADA-7K3M`). Not a secret: it is made to be passed on. Whoever keeps it sees to it that nobody else has it.
 *
 * @param tail how many figures and letters; four of them make 2,704 codes for a name, two more fifty times as many
 */
export function newAdvocateCode(name: string | null, tail = shortestTail): string {
  const pick = (_: unknown, place: number): string => {
    const from = place % 2 === 0 ? figures : letters;
    return from[randomInt(from.length)] ?? '';
  };
  return `${nameInCode(name)}-${Array.from({ length: tail }, pick).join('')}`;
}

/** The first word of a name in the letters A to Z; a friend where it has none, or one nobody wants to say aloud. */
function nameInCode(name: string | null): string {
  const latin = (name ?? '')
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/[^A-Za-z\s]/g, '')
    .trim();
  const [first = ''] = latin.split(/\s+/u);
  const start = first.slice(0, mostOfName).toUpperCase();
  return start.length < 2 || isRude(start) ? 'FRIEND' : start;
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
