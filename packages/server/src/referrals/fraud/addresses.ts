import { plainLetters, wordsOf } from './letters.ts';

/** An address as an order has it. */
export interface PostalAddress {
  /** Lines of street, house and flat. */
  readonly lines: readonly string[];
  readonly postcode: string | null;
  readonly country: string | null;
}

/**
 * How two addresses compare. `same`: one door, as far as one can tell. `house`: one house, other flats. `elsewhere`: two houses.
 * `unknown`: a street, a house or a postcode is missing.
 */
export type AddressLikeness = 'same' | 'house' | 'elsewhere' | 'unknown';

interface ReadAddress {
  readonly street: string;
  readonly house: string;
  readonly flat: string | null;
}

/** Words for a street as they are written short, by what they are short for. */
const streetWords: Readonly<Record<string, string>> = {
  str: 'strasse',
  st: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  avda: 'avenida',
  blvd: 'boulevard',
  bd: 'boulevard',
  dr: 'drive',
  ln: 'lane',
  ct: 'court',
  crt: 'court',
  sq: 'square',
  ter: 'terrace',
  hwy: 'highway',
  pkwy: 'parkway',
  pl: 'place',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
};

/** Words before the number of a flat, a floor or a staircase. */
const flatWords = new Set(
  (
    'apt apartment flat unit suite ste whg wohnung top app appt appartement etage floor fl piso puerta stock og eg ' +
    'lgh room rm zimmer stg stiege staircase interno int'
  )
    .split(' ')
    .map(plainLetters),
);

/**
 * Compares two addresses as people write them: *Hauptstr. 5* and *5 Hauptstraße*, *12 High St, Flat 3* and *Flat 3, 12 High
 * Street* are one.
 */
export function compareAddresses(a: PostalAddress, b: PostalAddress): AddressLikeness {
  if (a.country !== null && b.country !== null && a.country !== b.country) return 'elsewhere';
  if (a.postcode === null || b.postcode === null) return 'unknown';
  if (!isSamePostcode(a.postcode, b.postcode)) return 'elsewhere';
  const one = readAddress(a.lines);
  const other = readAddress(b.lines);
  if (!one || !other) return 'unknown';
  if (one.house !== other.house || one.street !== other.street) return 'elsewhere';
  return one.flat !== null && other.flat !== null && one.flat !== other.flat ? 'house' : 'same';
}

const bare = (postcode: string): string => postcode.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether two postcodes are one: an American one may have four figures more. */
export const isSamePostcode = (a: string, b: string): boolean => {
  const [one, other] = [bare(a), bare(b)];
  if (one === '' || other === '') return false;
  return one === other || (/^\d{5}(\d{4})?$/.test(one) && one.length !== other.length && sameZip(one, other));
};

const sameZip = (a: string, b: string): boolean =>
  /^\d{5}(\d{4})?$/.test(b) && a.slice(0, 5) === b.slice(0, 5);

function readAddress(lines: readonly string[]): ReadAddress | null {
  const text = lines.join(' , ').replace(/#\s*(?=\w)/g, ' apt ');
  const flats: string[] = [];
  const rest: string[] = [];
  const words = wordsOf(text.replace(/(\d)\s*[/]\s*(?=\d)/g, '$1 top '));
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (flatWords.has(word) && next !== undefined && /^(\d{1,4}\p{L}?|\p{L})$/u.test(next)) {
      flats.push(next);
      at += 1;
    } else if (!flatWords.has(word)) rest.push(word);
  }
  const houseAt = rest.findIndex((word) => /^\d/.test(word));
  if (houseAt < 0) return null;
  const follower = rest[houseAt + 1] ?? '';
  // `12 a` is `12a`, but for the `n` and `w` before an American street.
  const takesLetter = /^\d+$/.test(rest[houseAt] ?? '') && /^[a-d]$/.test(follower);
  const house = `${rest[houseAt]}${takesLetter ? follower : ''}`;
  rest.splice(houseAt, takesLetter ? 2 : 1);
  const street = rest
    .filter((word) => /\p{L}/u.test(word))
    .map((word, at) => wholeWord(word, at))
    .join('');
  if (street === '') return null;
  const loose = rest.filter((word) => /^\d+$/.test(word));
  return { street, house, flat: flats[0] ?? loose[0] ?? null };
}

/** `st` in front is a saint; `hauptstr` is a street in one word. */
const wholeWord = (word: string, at: number): string => {
  if (word === 'st' && at === 0) return 'saint';
  return plainLetters(streetWords[word] ?? word.replace(/str$/, 'strasse'));
};
