import { type AddressLikeness, compareAddresses, isSamePostcode, type PostalAddress } from './addresses.ts';
import type { Buyer } from './facts.ts';
import { mailboxOf } from './mailbox.ts';
import { compareNames, type NameLikeness } from './names.ts';

/** What two buyers have in common. */
export interface InCommon {
  readonly customer: boolean;
  readonly mailbox: string | null;
  readonly phone: boolean;
  readonly payment: boolean;
  readonly network: boolean;
  readonly name: NameLikeness;
  /** The closest of their addresses. */
  readonly address: AddressLikeness;
  /** The postcode they share. */
  readonly postcode: string | null;
  /** The name of the second of them, for sentences. */
  readonly otherName: string | null;
}

/** Compares everything two buyers' orders tell. */
export function compareBuyers(a: Buyer, b: Buyer): InCommon {
  const mailboxes = new Set(a.emails.map(mailboxOf));
  return {
    customer: shares(a.customers, b.customers),
    mailbox: b.emails.map(mailboxOf).find((mailbox) => mailbox !== null && mailboxes.has(mailbox)) ?? null,
    phone: a.phones.some((phone) => b.phones.some((other) => isSamePhone(phone, other))),
    payment: shares(a.payments, b.payments),
    network: shares(a.networks, b.networks),
    name: closest(names, pairs(a.names, b.names, compareNames)),
    address: closest(places, pairs(a.addresses, b.addresses, compareAddresses)),
    postcode: sharedPostcode(a.addresses, b.addresses),
    otherName: b.names[0] ?? null,
  };
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

const names: readonly NameLikeness[] = ['same', 'alike', 'other'];
const places: readonly AddressLikeness[] = ['same', 'house', 'elsewhere'];

const pairs = <T, L>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => L): L[] =>
  a.flatMap((one) => b.map((other) => compare(one, other)));

const closest = <L extends string>(order: readonly L[], found: readonly (L | 'unknown')[]): L | 'unknown' =>
  order.find((likeness) => found.includes(likeness)) ?? 'unknown';

function sharedPostcode(a: readonly PostalAddress[], b: readonly PostalAddress[]): string | null {
  for (const { postcode, country } of a) {
    const shared = b.find(
      (other) =>
        postcode !== null &&
        other.postcode !== null &&
        (country === null || other.country === null || country === other.country) &&
        isSamePostcode(postcode, other.postcode),
    );
    if (shared) return shared.postcode;
  }
  return null;
}

/** Fewest digits that are somebody's number, and not a country's or a placeholder. */
const fewestDigits = 7;

/** Whether two numbers end alike: `+49 171 1234567` and `0171 1234567` are one. A row of one figure is nobody's. */
function isSamePhone(a: string, b: string): boolean {
  const [one, other] = [a, b].map((digits) => digits.replace(/^0+/, ''));
  if (one === undefined || other === undefined) return false;
  const shared = Math.min(one.length, other.length);
  if (shared < fewestDigits || /^(\d)\1*$/.test(one)) return false;
  return one.slice(-shared) === other.slice(-shared);
}
