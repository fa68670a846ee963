import type { PostalAddress } from './label.ts';

/** Countries that write the place, the region and the postcode in one line, in that order. */
const placeFirst = new Set(['US', 'CA', 'AU', 'NZ', 'PR', 'IN', 'TH', 'TW', 'SG', 'HK', 'AE', 'SA']);

/** Countries that give the postcode a line of its own below the place. */
const postcodeLast = new Set(['GB', 'IE', 'IM', 'JE', 'GG', 'UA', 'ZA']);

/**
 * An address as its country writes it (Universal Postal Union, S42), line by line, with the country in the reader's
 * language as the last.
 */
export function postalLines(address: PostalAddress, locale: string): string[] {
  const { name, company, lines, city, region, postcode, country } = address;
  return [
    name,
    company,
    ...lines,
    ...placeLines(city, region, postcode, country),
    countryName(country, locale),
  ]
    .map((line) => line?.trim() ?? '')
    .filter((line, place, all) => line !== '' && line !== all[place - 1]);
}

function placeLines(city: string, region: string | null, postcode: string | null, country: string): string[] {
  if (postcodeLast.has(country)) return [city, region ?? '', postcode ?? ''];
  if (placeFirst.has(country)) {
    const comma = country === 'US' || country === 'PR' ? ',' : '';
    return [[`${city}${comma}`, region, postcode].filter(Boolean).join(' ')];
  }
  return [[postcode, city].filter(Boolean).join(' '), region ?? ''];
}

function countryName(country: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(country) ?? country;
  } catch {
    return country;
  }
}
