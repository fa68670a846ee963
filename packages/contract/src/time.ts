import './zod-setup.ts';
import * as z from 'zod/mini';

/** A moment: RFC 3339 in UTC (`2026-11-26T09:30:00.000Z`). */
export const Instant = z.iso.datetime();

/** A moment as a caller may send it: RFC 3339 with any offset. */
export const InstantInput = z.iso.datetime({ offset: true });

/** A day on a calendar: `YYYY-MM-DD`, without a time and without a zone. */
export const CalendarDate = z.iso.date();

/** A wall clock as people at a place saw it: `YYYY-MM-DDTHH:MM:SS`, without a zone. */
export const LocalTime = /* @__PURE__ */ z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/));

/** An IANA time zone (`Europe/Berlin`) or an offset (`+02:00`). */
export const TimeZone = /* @__PURE__ */ z.string().check(z.minLength(1), z.maxLength(64));
