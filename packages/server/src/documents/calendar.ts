/** What is put into a calendar. */
export interface CalendarEntry {
  /** The same entry has the same id: opened again it replaces the one before. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** The day, `YYYY-MM-DD`; it has no time and no zone. */
  readonly date: string;
  readonly url: string | null;
  readonly now: Date;
}

/**
 * A calendar file (RFC 5545) of one day, with a reminder on the day before at nine in the morning, wherever the reader is.
 * UTF-8, served as `text/calendar; charset=utf-8`.
 */
export const calendarFile = (entry: CalendarEntry): Uint8Array => calendarOf([entry]);

/** The same of several days. */
export function calendarOf(entries: readonly CalendarEntry[]): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Postlude//Postlude//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

function eventOf({ uid, title, description, date, url, now }: CalendarEntry): string[] {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    // The end is exclusive (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${compact(dayAfter(date))}`,
    `SUMMARY:${escaped(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    // An address is no text (RFC 5545, 3.3.13): nothing is escaped, and no line may break out of it.
    ...(url === null ? [] : [`URL:${url.replace(/\p{Cc}/gu, '')}`]),
    // It takes nothing of the day: nobody is busy.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT15H',
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** Text as a value (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** Lines have at most 75 octets (RFC 5545, 3.1); the rest goes on after a space. No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > 75) {
      parts.push(part);
      part = '';
      // The space that begins the next line counts.
      octets = 1;
    }
    part += character;
    octets += length;
  }
  return [...parts, part].join('\r\n ');
}

const compact = (date: string): string => date.replaceAll('-', '');

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
