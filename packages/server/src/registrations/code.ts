import { randomInt } from 'node:crypto';

/** Without what is taken for something else: 0 and O, 1, I and L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A new code of 12 characters (31¹², about 59 bits) in groups of four: `7K3D-9QXM-2F4T`. */
export const newCode = (): string => [4, 4, 4].map((length) => randomLetters(length)).join('-');

/** Random letters and digits that people can read to each other. */
export const randomLetters = (length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A code as it is written, however it was typed; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const isOne = plain.length === 12 && [...plain].every((sign) => alphabet.includes(sign));
  return isOne ? (plain.match(/.{4}/g) ?? []).join('-') : null;
}
