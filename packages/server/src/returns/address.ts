import type { LocalText, Return, ReturnPolicyInput } from '@postlude/contract';
import { postalLines } from '../labels/postal-lines.ts';

/** Where parcels from a country go: the address that names it, or the one that names none. Null when the policy has neither. */
export function addressFor({ addresses }: ReturnPolicyInput, country: string | null) {
  return (
    addresses.find((each) => country !== null && each.countries?.includes(country)) ??
    addresses.find((each) => each.countries === undefined) ??
    null
  );
}

/** The address as the shopper reads it. */
export function shownAddress(
  policy: ReturnPolicyInput,
  country: string | null,
  pick: (text: LocalText | undefined) => string | null,
  locale: string,
): Return['address'] {
  const found = addressFor(policy, country);
  if (!found) return null;
  const { name, lines, city, region = null, postcode = null, instructions } = found;
  const postal = {
    name,
    company: null,
    lines,
    city,
    region,
    postcode,
    country: found.country,
    phone: null,
    email: null,
  };
  return { lines: postalLines(postal, locale), instructions: pick(instructions) };
}
