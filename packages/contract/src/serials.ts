/**
 * How a serial number of a product looks: literal characters and three placeholders, `#` a digit, `@` a letter A to Z, `*` either.
 * `SN-####-@@` fits `SN-1234-AB`. Not a regular expression: nothing an owner writes can make a shopper's page hang.
 */
export type SerialMask = string;

/** What is known of the serial numbers of a product without asking anybody. */
export interface SerialShape {
  /** Any of them fits; none given: anything of 1 to 64 characters. */
  readonly masks: readonly SerialMask[];
  /** Whether the last character is a check digit: `luhn` over the digits in it (ISO/IEC 7812-1, Annex B), or none. */
  readonly check: 'luhn' | null;
}

/** What became of a serial number while it was typed. */
export interface SerialReading {
  /**
   * `empty`; `partial` fits so far; `fits`; `wrong` at `at` cannot become right; `check_failed` has the right shape and a digit
   * is wrong.
   */
  readonly state: 'empty' | 'partial' | 'fits' | 'wrong' | 'check_failed';
  /** As it is kept: in capitals, without spaces, separators where the mask has them. */
  readonly value: string;
  /** Characters put right (`O` where a digit stands is `0`), by their place in `value`. */
  readonly corrected: readonly { readonly at: number; readonly typed: string; readonly meant: string }[];
  /** Where it goes wrong, in `value`; null unless `wrong`. */
  readonly at: number | null;
}

const digitsMeant: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};
const lettersMeant: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
};

/** Reads a serial number as it was typed or scanned: what is meant, how far it fits, and what was put right. */
export function readSerial(typed: string, shape: SerialShape): SerialReading {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
  if (plain === '') return { state: 'empty', value: '', corrected: [], at: null };
  if (shape.masks.length === 0)
    return {
      state: plain.length > 64 ? 'wrong' : checked(plain, shape),
      value: plain,
      corrected: [],
      at: plain.length > 64 ? 64 : null,
    };
  const readings = shape.masks.map((mask) => againstMask(plain, mask.toUpperCase()));
  const best = readings.reduce((one, other) => (rank(other) > rank(one) ? other : one));
  return best.state === 'fits' ? { ...best, state: checked(best.value, shape) } : best;
}

/** A serial number as two that are the same are compared: capitals and digits only. */
export function serialKey(serial: string): string {
  return serial
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const isPlaceholder = (sign: string): boolean => sign === '#' || sign === '@' || sign === '*';
const isLiteral = (sign: string): boolean => !isPlaceholder(sign) && !/[\p{L}\p{N}]/u.test(sign);

function againstMask(typed: string, mask: string): SerialReading {
  // Separators may be left out or be other ones: they are taken from the mask.
  const letters = [...typed].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  const corrected: { at: number; typed: string; meant: string }[] = [];
  let value = '';
  let next = 0;
  for (const sign of mask) {
    if (isLiteral(sign)) {
      if (next < letters.length || value !== '') value += next < letters.length ? sign : '';
      continue;
    }
    const given = letters[next];
    if (given === undefined) return { state: 'partial', value, corrected, at: null };
    const meant = meantBy(given, sign);
    if (meant === null)
      return { state: 'wrong', value: value + letters.slice(next).join(''), corrected, at: value.length };
    if (meant !== given) corrected.push({ at: value.length, typed: given, meant });
    value += meant;
    next += 1;
  }
  if (next < letters.length)
    return { state: 'wrong', value: value + letters.slice(next).join(''), corrected, at: value.length };
  return { state: 'fits', value, corrected, at: null };
}

function meantBy(given: string, sign: string): string | null {
  if (sign === '#') return /[0-9]/.test(given) ? given : (digitsMeant[given] ?? null);
  if (sign === '@') return /[A-Z]/.test(given) ? given : (lettersMeant[given] ?? null);
  if (sign === '*') return /[A-Z0-9]/.test(given) ? given : null;
  if (given === sign) return given;
  return digitsMeant[given] === sign || lettersMeant[given] === sign ? sign : null;
}

function rank(reading: SerialReading): number {
  const base = { fits: 3, check_failed: 3, partial: 2, wrong: 1, empty: 0 }[reading.state] * 1000;
  return base + (reading.at ?? reading.value.length) - reading.corrected.length / 100;
}

function checked(value: string, shape: SerialShape): 'fits' | 'check_failed' {
  return shape.check === 'luhn' && !passesLuhn(value) ? 'check_failed' : 'fits';
}

function passesLuhn(value: string): boolean {
  const digits = [...value]
    .filter((sign) => /[0-9]/.test(sign))
    .map(Number)
    .reverse();
  if (digits.length < 2) return false;
  const sum = digits.reduce(
    (total, digit, place) => total + (place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)),
    0,
  );
  return sum % 10 === 0;
}
