/** How a file writes a date of which the parts could be either. */
export type DayOrder = 'day-first' | 'month-first';

const isoForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const slashForm = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * A moment in one of the forms exports have: `2025-03-02`, `2025-03-02T10:12:00Z`, `2025-03-02 10:12:00 UTC`, with an offset, or
 * `15/03/2025`. Without a zone it is UTC. Null for anything else, and for a day no calendar has. Fractions of a second are left out.
 */
export function readMoment(text: string, order: DayOrder = 'day-first'): Date | null {
  const iso = isoForm.exec(text);
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = iso;
    const local = momentOf(year, month, day, hour, minute, second);
    const offset = offsetOf(zone);
    return local === null || offset === null ? null : new Date(local - offset * 60_000);
  }
  const slash = slashForm.exec(text);
  if (!slash) return null;
  const [, first, , second, year, hour = '0', minute = '0', seconds = '0'] = slash;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  const local = momentOf(year, month, day, hour, minute, seconds);
  return local === null ? null : new Date(local);
}

/** Which of the two orders a date can only be read in; null where it could be both, or has no such form. */
export function dayOrderOf(text: string): DayOrder | null {
  const [, first, , second] = slashForm.exec(text) ?? [];
  if (Number(first) > 12) return 'day-first';
  return Number(second) > 12 ? 'month-first' : null;
}

function momentOf(...texts: readonly (string | undefined)[]): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = texts.map(Number);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // 31 February would be a day in March.
  return moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
    ? moment.getTime()
    : null;
}

/** Minutes east of UTC; null for an offset no place has. */
function offsetOf(zone: string | undefined): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return 0;
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > 14 * 60) return null;
  return sign === '-' ? -total : total;
}
