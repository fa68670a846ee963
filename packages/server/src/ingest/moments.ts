import type { LocalMoment } from './facts.ts';

/** A wall clock as a provider wrote it, taken apart but not yet placed on the time line. */
export interface WallClock {
  /** `YYYY-MM-DDTHH:MM:SS` */
  readonly localTime: string;
  /** Milliseconds since the epoch as if the wall clock were in UTC. */
  readonly asUtc: number;
  /** Minutes east of UTC; null when the provider gave no zone. */
  readonly offset: number | null;
  /** True for a bare `Z`, which names an instant and says nothing about any place. */
  readonly zulu: boolean;
}

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/;

/**
 * Takes apart `2026-11-26T09:30:00+01:00` and its relatives: with a blank for the `T`, without seconds, with parts of a
 * second, with `Z`, `+0100`, `+01` or no zone, or a bare day (its midnight). Null for what is no time between 1970 and 2200.
 */
export function parseWallClock(text: string): WallClock | null {
  const match = pattern.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', part = '0', zone] = match;
  // A leap second is told as the second before it: JavaScript and PostgreSQL know none.
  const seconds = second === '60' ? '59' : second;
  const localTime = `${year}-${month}-${day}T${hour}:${minute}:${seconds}`;
  const whole = Date.parse(`${localTime}Z`);
  const offset = zone === undefined ? null : offsetOf(zone);
  const exists = Number.isFinite(whole) && new Date(whole).toISOString().startsWith(localTime);
  if (!exists || offset === undefined || !isThinkable(whole)) return null;
  const milliseconds = Math.floor(Number(`0.${part}`) * 1000);
  const zulu = zone !== undefined && /^[ZUG]/i.test(zone);
  return { localTime, asUtc: whole + milliseconds, offset, zulu };
}

const isThinkable = (time: number): boolean => time >= 0 && time < Date.UTC(2200, 0, 1);

function offsetOf(zone: string): number | undefined {
  if (/^[ZUG]/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const two = (value: number): string => String(value).padStart(2, '0');

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const atOffset = (clock: WallClock, minutes: number): string =>
  new Date(Math.max(0, clock.asUtc - minutes * 60_000)).toISOString();

function placed(clock: WallClock, estimate: number): LocalMoment {
  const { offset, localTime } = clock;
  return {
    at: atOffset(clock, offset ?? estimate),
    localTime,
    offset: offset === null ? null : offsetText(offset),
  };
}

/** The offset of a zone from UTC, in minutes, at the moment its wall clocks show `asUtc`. UTC for a zone nobody knows. */
export function zoneOffset(timeZone: string, asUtc: number): number {
  // The zone's offset at the wall clock taken for UTC is right but near a change of the clocks; the second look corrects it.
  const first = offsetAt(timeZone, asUtc);
  return offsetAt(timeZone, asUtc - first * 60_000);
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
    return format;
  } catch {
    return null;
  }
}

function offsetAt(timeZone: string, time: number): number {
  const name = formatOf(timeZone)
    ?.formatToParts(time)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /^GMT([+-]\d{2}:\d{2})/.exec(name ?? '');
  return (match?.[1] && offsetOf(match[1])) || 0;
}

/** Places one moment. A wall clock without a zone is taken for one in the store's zone. Null for what is no time. */
export function moment(text: string | null, timeZone: string): LocalMoment | null {
  const clock = text === null ? null : parseWallClock(text);
  return clock && placed(clock, zoneOffset(timeZone, clock.asUtc));
}

/** The same as RFC 3339 in UTC with milliseconds. */
export const instant = (text: string | null, timeZone: string): string | null =>
  moment(text, timeZone)?.at ?? null;

/** Seconds since the epoch, as text, as RFC 3339. Null for what is no time between 1970 and 2200. */
export function instantOfSeconds(text: string | null): string | null {
  if (text === null || !/^\d{1,11}(\.\d{1,9})?$/.test(text)) return null;
  const time = Math.floor(Number(text) * 1000);
  return isThinkable(time) ? new Date(time).toISOString() : null;
}

/** The day of a time as its writer wrote it, whatever the zone: `2026-11-26`. */
export const calendarDate = (text: string | null): string | null =>
  (text === null ? null : parseWallClock(text))?.localTime.slice(0, 10) ?? null;

/** The offset a time was written with (`+01:00`), null without one and for a bare `Z`. */
export function writtenOffset(text: string | null): string | null {
  const clock = text === null ? null : parseWallClock(text);
  return clock && clock.offset !== null && !clock.zulu ? offsetText(clock.offset) : null;
}

/** A wall clock and the place it belongs to, in any spelling that is the same for the same place. */
export interface PlacedClock {
  readonly clock: WallClock;
  readonly place: string | null;
}

/**
 * Places the moments of one message. Where a wall clock has no zone, the estimate is the offset of the nearest moment at
 * the same place, then of the nearest moment anywhere in the message, then the store's. A bare `Z` is no estimate for others.
 */
export function placeMoments(clocks: readonly PlacedClock[], timeZone: string): LocalMoment[] {
  const known = clocks.filter(({ clock }) => clock.offset !== null && !clock.zulu);
  return clocks.map(({ clock, place }) => {
    if (clock.offset !== null) return placed(clock, 0);
    const here = place === null ? [] : known.filter((other) => other.place === place);
    const nearest = nearestTo(clock, here.length > 0 ? here : known);
    return placed(clock, nearest?.clock.offset ?? zoneOffset(timeZone, clock.asUtc));
  });
}

function nearestTo(clock: WallClock, others: readonly PlacedClock[]): PlacedClock | null {
  let nearest: PlacedClock | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const distance = Math.abs(other.clock.asUtc - clock.asUtc);
    if (distance < least) {
      least = distance;
      nearest = other;
    }
  }
  return nearest;
}
