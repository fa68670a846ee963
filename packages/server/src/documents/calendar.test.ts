import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar.ts';

const now = new Date('2026-11-24T09:03:00.123Z');
const entry = {
  uid: 'ret_1@post.example.com',
  title: 'Last day to send back R-1001-1',
  description: 'Mug, Tray; to: Kontor Nord',
  date: '2026-12-31',
  url: 'https://shop.example.com/returns?r=1,2',
  now,
};
const textOf = (changes: Partial<typeof entry> = {}) =>
  new TextDecoder('utf-8', { fatal: true }).decode(calendarFile({ ...entry, ...changes }));
/** What a reader makes of folded lines. */
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a calendar file', () => {
  it('is one whole day with a reminder on the day before', () => {
    expect(linesOf(textOf())).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Postlude//Postlude//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:ret_1@post.example.com',
      'DTSTAMP:20261124T090300Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Last day to send back R-1001-1',
      'DESCRIPTION:Mug\\, Tray\\; to: Kontor Nord',
      'URL:https://shop.example.com/returns?r=1,2',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Last day to send back R-1001-1',
      'TRIGGER:-PT15H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('breaks no character and no line, whatever its texts are', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const file = textOf({ title: text, description: `${text}\r\nEND:VEVENT` });
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\n\r]/);
        }
        const lines = linesOf(file);
        expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
        const shown = lines.find((line) => line.startsWith('SUMMARY:'))?.slice(8) ?? '';
        const read = shown.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));
        expect(read).toBe(text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ''));
      }),
    );
  });

  it('lets no address begin a line of its own', () => {
    expect(linesOf(textOf({ url: 'https://a.example/\r\nATTENDEE:x' }))).toContain(
      'URL:https://a.example/ATTENDEE:x',
    );
  });
});
