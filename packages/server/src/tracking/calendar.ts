/**
 * Days and wall clocks in the zones of places. Nothing here throws: what is no zone is passed over, and UTC is the last
 * resort. Instants are milliseconds since the epoch, days are `YYYY-MM-DD`.
 */

/** A day in milliseconds. */
export const dayLength = 86_400_000;

/** The widest distance between the wall clocks of two places, and so between a time without a zone and the truth. */
export const zoneSlack = 14 * 3_600_000;

const earliest = Date.parse('0001-01-02T00:00:00.000Z');
const latest = Date.parse('9999-12-30T23:59:59.999Z');

/** Reads an instant with any offset; null when it is none, or outside the years that four digits can write. */
export function readInstant(text: string | null): number | null {
  if (text === null) return null;
  const at = Date.parse(text);
  return at >= earliest && at <= latest ? at : null;
}

/** Writes an instant as it travels: RFC 3339 in UTC with milliseconds. */
export const writeInstant = (at: number): string => new Date(at).toISOString();

/** True for a day that is on the calendar. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number written in digits between two places of a text; -1 when there is anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLength);

/** The day `days` later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);

/** Minutes east of UTC of an offset like `+02:00`, `-0330` or `Z`; null when it is none. */
export function offsetMinutes(offset: string | null): number | null {
  if (offset === null) return null;
  if (offset === 'Z') return 0;
  const found = /^([+-])([01]\d|2[0-3]):?([0-5]\d)$/.exec(offset);
  if (!found) return null;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}

/** Minutes east of UTC as an offset: `+02:00`. */
export function writeOffset(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The wall clock (`YYYY-MM-DDTHH:MM:SS`) some minutes east of UTC. */
export const clockAtOffset = (at: number, minutes: number): string =>
  new Date(at + minutes * 60_000).toISOString().slice(0, 19);

// Making a formatter costs a thousand times what using it does. Zones come from providers, so the number kept is bounded.
const formats = new Map<string, Intl.DateTimeFormat | null>();
const mostFormats = 600;

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const kept = formats.get(zone);
  if (kept !== undefined) return kept;
  if (formats.size >= mostFormats) formats.clear();
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    // Not a zone this machine knows: the caller's next choice stands in.
  }
  formats.set(zone, format);
  return format;
}

/** True for an IANA zone or an offset this machine can reckon with. */
export const isZone = (zone: string | null): zone is string =>
  zone !== null && zone !== '' && (offsetMinutes(zone) !== null || formatOf(zone) !== null);

/** A zone as every browser can use it: an IANA name or `+02:00`; null when it is none. */
export function readZone(zone: string | null): string | null {
  const minutes = offsetMinutes(zone);
  if (minutes !== null) return minutes === 0 ? 'UTC' : writeOffset(minutes);
  return isZone(zone) ? zone : null;
}

/** The first of the zones that is one; UTC when none is. */
export const firstZone = (...zones: readonly (string | null)[]): string => zones.find(isZone) ?? 'UTC';

/** The wall clock (`YYYY-MM-DDTHH:MM:SS`) in a zone; in UTC when it is no zone. */
export function clockIn(zone: string, at: number): string {
  const minutes = offsetMinutes(zone);
  if (minutes !== null) return clockAtOffset(at, minutes);
  const parts = formatOf(zone)?.formatToParts(at);
  if (!parts) return clockAtOffset(at, 0);
  const found: Record<string, string> = {};
  for (const part of parts) found[part.type] = part.value;
  return `${found.year?.padStart(4, '0')}-${found.month}-${found.day}T${found.hour}:${found.minute}:${found.second}`;
}

/** The day in a zone; in UTC when it is no zone. */
export const dayIn = (zone: string, at: number): string => clockIn(zone, at).slice(0, 10);

/** A wall clock in a zone as RFC 3339 with the zone's offset of that moment (`2026-11-26T23:59:59+01:00`). */
export function withOffset(zone: string, clock: string): string {
  const asUtc = Date.parse(`${clock}Z`);
  const offsetAt = (at: number) => Date.parse(`${clockIn(zone, at)}Z`) - at;
  // The offset depends on the moment and the moment on the offset; a second look settles it around a clock change.
  const offset = offsetAt(asUtc - offsetAt(asUtc - offsetAt(asUtc)));
  return clock + writeOffset(Math.round(offset / 60_000));
}
