import type { Carrier } from '@postlude/contract';
import { americanCarriers } from './americas.ts';
import { asianAndPacificCarriers } from './asia-pacific.ts';
import type { KnownCarrier } from './carrier.ts';
import { europeanCarriers } from './europe.ts';
import { webAddress } from './web-address.ts';
import { westernEuropeanCarriers } from './western-europe.ts';

/** Every carrier we know. */
export const knownCarriers: readonly KnownCarrier[] = [
  ...americanCarriers,
  ...westernEuropeanCarriers,
  ...europeanCarriers,
  ...asianAndPacificCarriers,
];

/** How long a name or a number may be before it is none. */
const longest = 255;

/** What shops choose when their carrier is not on the list. */
const nobody: ReadonlySet<string> = new Set([
  '',
  'other',
  'others',
  'custom',
  'unknown',
  'none',
  'na',
  'null',
]);

/** A name without what people write differently: capitals, accents, white space and punctuation. */
export const spellingOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

const byCode: ReadonlyMap<string, KnownCarrier> = new Map(knownCarriers.map((each) => [each.code, each]));

const bySpelling: ReadonlyMap<string, KnownCarrier> = new Map(
  knownCarriers.flatMap((carrier) =>
    spellingsOf(carrier).map((spelling): [string, KnownCarrier] => [spelling, carrier]),
  ),
);

/** Every spelling a carrier is found by. */
export function spellingsOf(carrier: KnownCarrier): string[] {
  const names = [carrier.code, carrier.name, ...carrier.aliases.split(',')];
  return [...new Set(names.map(spellingOf))];
}

/**
 * The carrier behind a name or code in any spelling (`DHL Express`, `dhl-express`, `DHLExpress`). One we do not know keeps
 * its own name and has no code; null when the name names nobody (`Other`).
 */
export function carrierByName(name: string): Carrier | null {
  const own = name.trim().slice(0, longest);
  const spelling = spellingOf(own);
  if (nobody.has(spelling)) return null;
  // "DPD (DE)" and "GLS (NL)": the country first, for some carriers differ by it, then without.
  const known = bySpelling.get(spelling) ?? bySpelling.get(spellingOf(own.replace(/\([^()]*\)\s*$/u, '')));
  return known ? { code: known.code, name: known.name } : { code: null, name: own };
}

/** Whether two carriers are the same one. */
export const sameCarrier = (a: Carrier, b: Carrier): boolean =>
  a.code === null && b.code === null ? spellingOf(a.name) === spellingOf(b.name) : a.code === b.code;

/** The page of a carrier that shows a parcel; null for a carrier without one, and for what is no number. */
export function trackingUrl(code: string | null, trackingNumber: string | null): string | null {
  const template = code === null ? null : byCode.get(code)?.url;
  // Half a character (a lone surrogate) cannot be written into an address.
  const number = trackingNumber?.replace(/[\s\p{Surrogate}]+/gu, '') ?? '';
  if (template == null || number === '' || number.length > longest) return null;
  return template.replace('{number}', () => encodeURIComponent(number));
}

/**
 * Where a parcel can be followed: at the address its provider gives if that is a web address, else on the carrier's own page.
 */
export const trackingAddress = (
  carrier: Carrier | null,
  trackingNumber: string | null,
  told: string | null,
): string | null =>
  (told === null ? null : webAddress(told)) ?? trackingUrl(carrier?.code ?? null, trackingNumber);
