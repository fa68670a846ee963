import type { Money } from '@postlude/contract';
import { minorDigits } from '@postlude/contract/minor-digits';

/** Writes dates, numbers and money as one locale does. Nothing in it throws: what cannot be written is shown as it came. */
export interface Format {
  /** A calendar day in full: `Thursday, 26 November`; with the year only when it is not this one. */
  day(date: string): string;
  /** A calendar day in short: `Thu 26 Nov`. */
  shortDay(date: string): string;
  /** The days between two: `Thursday, 26 November – Saturday, 28 November`. */
  days(from: string, until: string): string;
  /** The same in short: `Thu 26 Nov – Sat 28 Nov`. */
  shortDays(from: string, until: string): string;
  /** The wall clock somewhere, as people there saw it: `Thu 26 Nov, 9:30`; with the offset where that is not the shopper's own. */
  wallClock(local: string, offset: string | null, at: string): string;
  /** The day of a moment where the shopper is, in short. */
  dayOf(at: string): string;
  /** A moment where the shopper is: the time alone when it is today. */
  moment(at: string): string;
  number(value: number): string;
  money(value: Money): string;
  /** A country by its ISO code. */
  country(code: string): string;
  /** The plural category of a count. */
  plural(value: number): string;
}

/**
 * A `Format` for a locale. `timeZone` is where the shopper is; the machine's own when it is left out or not known.
 * `now` decides which year goes without saying.
 */
export function createFormat(locale: string, now: () => number, timeZone?: string): Format {
  const made = new Map<string, unknown>();
  /** Formatters are slow to make and quick to use, so each is made once. */
  const once = <T>(key: string, make: (locales: string[]) => T): T => {
    if (!made.has(key)) made.set(key, orEnglish(make, locale));
    return made.get(key) as T;
  };
  /** Looked at only when a date is written: the first date formatter of a page takes as long as all else together. */
  const zone = (): string | undefined => once('zone', () => knownZone(timeZone));

  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    once(JSON.stringify(options), (locales) => new Intl.DateTimeFormat(locales, options));
  const thisYear = (): number => new Date(now()).getUTCFullYear();
  const style = (time: number, width: 'long' | 'short', timeZone = 'UTC'): Intl.DateTimeFormatOptions => ({
    weekday: width,
    day: 'numeric',
    month: width,
    ...(new Date(time).getUTCFullYear() === thisYear() ? {} : { year: 'numeric' as const }),
    timeZone,
  });
  const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const written = (raw: string, time: number, write: (time: number) => string): string =>
    Number.isNaN(time) ? raw : write(time);
  /** Some varieties of English, as browsers write them, leave out the comma behind the weekday. */
  const tidied = (text: string): string =>
    locale.startsWith('en') ? text.replace(/day (?=\d)/g, 'day, ') : text;
  const calendar = (date: string, width: 'long' | 'short'): string =>
    written(date, Date.parse(date), (time) => tidied(dates(style(time, width)).format(time)));

  const span = (from: string, until: string, width: 'long' | 'short'): string => {
    const [start, end] = [Date.parse(from), Date.parse(until)];
    return written(from, start, () =>
      written(until, end, () => tidied(dates(style(end, width)).formatRange(Math.min(start, end), end))),
    );
  };

  return {
    day: (date) => calendar(date, 'long'),
    shortDay: (date) => calendar(date, 'short'),
    days: (from, until) => span(from, until, 'long'),
    shortDays: (from, until) => span(from, until, 'short'),
    wallClock(local, offset, at) {
      return written(local, Date.parse(`${local}Z`), (time) => {
        const text = dates({ ...style(time, 'short'), ...clock }).format(time);
        const own = dates({ timeZone: zone(), ...clock, day: 'numeric' });
        const wall = dates({ timeZone: 'UTC', ...clock, day: 'numeric' });
        const same = !offset || own.format(Date.parse(at) || 0) === wall.format(time);
        return same ? text : `${text} (UTC${offset.replace('-', '\u2212')})`;
      });
    },
    dayOf: (at) =>
      written(at, Date.parse(at), (time) => {
        const { weekday: _, ...rest } = style(time, 'short', zone());
        return dates(rest).format(time);
      }),
    moment: (at) =>
      written(at, Date.parse(at), (time) => {
        const day = dates({ timeZone: zone(), dateStyle: 'short' });
        const today = day.format(time) === day.format(now());
        return dates(
          today ? { ...clock, timeZone: zone() } : { ...style(time, 'short', zone()), ...clock },
        ).format(time);
      }),
    number: (value) => once('number', (locales) => new Intl.NumberFormat(locales)).format(value),
    money({ amount, currency }) {
      try {
        const format = once(
          currency,
          (locales) => new Intl.NumberFormat(locales, { style: 'currency', currency }),
        );
        return format.format(amount / 10 ** minorDigits(currency));
      } catch {
        return `${amount} ${currency}`;
      }
    },
    country(code) {
      try {
        return (
          once('country', (locales) => new Intl.DisplayNames(locales, { type: 'region' })).of(code) ?? code
        );
      } catch {
        return code;
      }
    },
    plural: (value) => once('plural', (locales) => new Intl.PluralRules(locales)).select(value),
  };
}

/** The zone if this machine knows it. Offsets (`+02:00`) are zones too, though older machines do not take them. */
function knownZone(zone: string | undefined): string | undefined {
  // The first format of a page takes longest; without a zone there is nothing to find out, so not while the skeleton is drawn.
  if (zone === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return undefined;
  }
}

/** A well-formed locale nobody knows would be written as the browser's own language is, hence the second in the list. */
function orEnglish<T>(make: (locales: string[]) => T, locale: string): T {
  try {
    return make([locale, 'en']);
  } catch {
    return make(['en']);
  }
}
