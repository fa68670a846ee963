import { createHash, timingSafeEqual } from 'node:crypto';

/** What an order knows of the shopper that a lookup may be proved with, in comparable form. */
export interface ContactKeys {
  /** See `emailKey`. */
  readonly emailKey: string | null;
  /** See `phoneDigits`. */
  readonly phoneDigits: string | null;
  /** See `postcodeKey`. */
  readonly postcodeKeys: readonly string[];
}

/** Fewest digits of a phone number that prove anything. */
const fewestDigits = 7;

/** An e-mail address in comparable form: without space around it, in lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase().normalize('NFC');
}

/** The digits of a phone number, Arabic-Indic and other scripts' digits read as what they are. */
export function phoneDigits(phone: string): string {
  // The zero in `+49 (0)171` is dialled from inside the country only.
  return asciiDigits(phone).replace(/\(0\)/, '').replace(/\D/g, '');
}

/** A postcode in comparable form: letters and digits only, in capitals. */
export function postcodeKey(postcode: string): string {
  return asciiDigits(postcode)
    .toUpperCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');
}

/** An order number in comparable form: see `orders.number_key`. */
export function numberKey(orderNumber: string): string {
  return orderNumber
    .trim()
    .replace(/^#+\s*/, '')
    .toLowerCase()
    .normalize('NFC');
}

/**
 * True when what a shopper typed is the order's e-mail address, phone number or postcode. Every comparison is made
 * whatever the ones before it found, and each takes equally long wherever the texts differ.
 */
export function contactFits(contact: string, keys: ContactKeys): boolean {
  const email = same(emailKey(contact), keys.emailKey ?? '') && contact.includes('@');
  const phone = phonesFit(phoneDigits(contact), keys.phoneDigits ?? '') && looksLikePhone(contact);
  const typed = postcodeKey(contact);
  let postcode = false;
  for (const key of keys.postcodeKeys) {
    if (same(typed, key) && key.length >= 3) postcode = true;
  }
  return email || phone || postcode;
}

/**
 * Phone numbers are compared from the end: one is written `+49 171 1234567`, the other `0171 1234567`. Leading zeros
 * (trunk prefix, `00`) do not count, and the shorter one needs at least seven digits.
 */
function phonesFit(a: string, b: string): boolean {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  const shared = Math.min(left.length, right.length);
  const fits = same(left.slice(-shared || left.length), right.slice(-shared || right.length));
  return fits && shared >= fewestDigits;
}

const looksLikePhone = (contact: string): boolean => /^[\d\s+()./\-‐-―]+$/u.test(asciiDigits(contact));

const asciiDigits = (text: string): string => text.normalize('NFKC').replace(/\p{Nd}/gu, digit);

/** Any decimal digit as 0 to 9: each script's ten digits follow one another, so the zero is the first of its run. */
function digit(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
