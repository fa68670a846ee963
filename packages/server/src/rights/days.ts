import type { DateSum } from '@postlude/contract';
import { addDays } from '../tracking/calendar.ts';

/** The last day four digits can write. Sums end there instead of leaving the calendar. */
const lastOfAll = '9999-12-31';

/** The day `days` later, never past the calendar. */
export function laterDay(day: string, days: number): string {
  const later = addDays(day, days);
  // Years of more digits are written with a sign.
  return later.startsWith('+') ? lastOfAll : later;
}

/** The later of two days. */
export const maxDay = (a: string, b: string): string => (a < b ? b : a);

/** Where a count begins. */
export interface CountFrom {
  readonly kind: DateSum['fromKind'];
  readonly day: string;
  /** Added because the day is not that of the delivery. */
  readonly bufferDays: number;
}

/** What may move the day a count ends on. */
export interface Extension {
  readonly toWorkingDay: boolean;
  readonly holidays: readonly string[];
  /** The last day of a season of the store; null without one. */
  readonly season: string | null;
}

/** Nothing moves the day. */
export const noExtension: Extension = { toWorkingDay: false, holidays: [], season: null };

/**
 * Counts days: the day counted from is day 0, and the last day counts whole (Regulation 1182/71, Article 3(1) and (2)).
 * One that is no working day moves to the next that is (Article 3(4)), where that is asked for; a season then only
 * makes it later.
 */
export function countDays(from: CountFrom, days: number, extension: Extension): DateSum {
  const plain = laterDay(from.day, from.bufferDays + days);
  const moved = extension.toWorkingDay ? nextWorkingDay(plain, extension.holidays) : plain;
  const lastDay = extension.season === null ? moved : maxDay(moved, extension.season);
  return {
    fromKind: from.kind,
    from: from.day,
    days,
    bufferDays: from.bufferDays,
    extendedBy: lastDay !== moved ? 'season' : moved !== plain ? 'working_day' : null,
    lastDay,
  };
}

function nextWorkingDay(day: string, holidays: readonly string[]): string {
  const free = new Set(holidays);
  let next = day;
  while (next < lastOfAll && (isWeekend(next) || free.has(next))) next = laterDay(next, 1);
  return next;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(Date.parse(day)).getUTCDay());
