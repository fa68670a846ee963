/** Where things happen in the demo, with what a carrier says of a place. */
export const places = {
  Berlin: { region: 'BE', country: 'DE', zone: 'Europe/Berlin' },
  Hamburg: { region: 'HH', country: 'DE', zone: 'Europe/Berlin' },
  Leipzig: { region: 'SN', country: 'DE', zone: 'Europe/Berlin' },
  Köln: { region: 'NW', country: 'DE', zone: 'Europe/Berlin' },
  München: { region: 'BY', country: 'DE', zone: 'Europe/Berlin' },
  Wien: { region: '9', country: 'AT', zone: 'Europe/Vienna' },
  Stockholm: { region: 'AB', country: 'SE', zone: 'Europe/Stockholm' },
  Malmö: { region: 'M', country: 'SE', zone: 'Europe/Stockholm' },
  London: { region: 'LND', country: 'GB', zone: 'Europe/London' },
  'New York': { region: 'NY', country: 'US', zone: 'America/New_York' },
  Louisville: { region: 'KY', country: 'US', zone: 'America/New_York' },
  Portland: { region: 'OR', country: 'US', zone: 'America/Los_Angeles' },
  Dubai: { region: 'DU', country: 'AE', zone: 'Asia/Dubai' },
  Amman: { region: 'AM', country: 'JO', zone: 'Asia/Amman' },
  Kuwait: { region: 'KU', country: 'KW', zone: 'Asia/Kuwait' },
  Tokyo: { region: '13', country: 'JP', zone: 'Asia/Tokyo' },
} as const;

/** A city of the demo. */
export type PlaceName = keyof typeof places;

const iso3: Record<string, string> = {
  DE: 'DEU',
  AT: 'AUT',
  SE: 'SWE',
  GB: 'GBR',
  US: 'USA',
  AE: 'ARE',
  JO: 'JOR',
  JP: 'JPN',
  KW: 'KWT',
};

/** ISO 3166-1 alpha-3 of a place, which is what AfterShip writes. */
export const iso3Of = (place: PlaceName): string => iso3[places[place].country] ?? '';

/** The wall clock at a place with its offset: `2026-11-26T09:30:00+01:00`. */
export function clockAt(place: PlaceName, at: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: places[place].zone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
  const minutes = Math.round((Date.parse(`${local}Z`) - Date.parse(at)) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local}${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** The calendar day at a place, `days` after today there: `2026-11-26`. */
export function dayAt(place: PlaceName, now: Date, days: number): string {
  const today = Date.parse(`${clockAt(place, now.toISOString()).slice(0, 10)}T00:00:00Z`);
  return new Date(today + days * 86_400_000).toISOString().slice(0, 10);
}
