import { describe, expect, it } from 'vitest';
import { dayOrderOf, readMoment } from './read-moment.ts';

const read = (text: string, order?: 'day-first' | 'month-first') =>
  readMoment(text, order)?.toISOString() ?? null;

describe('a date of a file of reviews', () => {
  it.each([
    ['2025-03-02', '2025-03-02T00:00:00.000Z'],
    ['2025-03-02 10:12:00 UTC', '2025-03-02T10:12:00.000Z'],
    ['2025-03-02T10:12:00Z', '2025-03-02T10:12:00.000Z'],
    ['2025-03-02T10:12:00.123Z', '2025-03-02T10:12:00.000Z'],
    ['2025-03-02 10:12:00 +0200', '2025-03-02T08:12:00.000Z'],
    ['2025-03-02T00:30:00-05:00', '2025-03-02T05:30:00.000Z'],
    ['2025-03-02 10:12', '2025-03-02T10:12:00.000Z'],
    ['15/03/2025', '2025-03-15T00:00:00.000Z'],
    ['5.3.2025', '2025-03-05T00:00:00.000Z'],
    ['15/03/2025 08:05', '2025-03-15T08:05:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '2025-02-29',
    '2025-13-01',
    '2025-03-32',
    '31/02/2025',
    '03/15/2025',
    '2025-03-02 24:00:00',
    '2025-03-02 10:60:00 UTC',
    '2025-03-02T10:00:00+25:00',
    '0/1/2025',
    '45718',
    '15/03-2025',
  ])('%s is none', (text) => {
    expect(read(text)).toBeNull();
  });

  it('has the month first where the file says so', () => {
    expect(read('03/15/2025', 'month-first')).toBe('2025-03-15T00:00:00.000Z');
    expect(['03/15/2025', '15/03/2025', '03/04/2025', '2025-03-15'].map(dayOrderOf)).toEqual([
      'month-first',
      'day-first',
      null,
      null,
    ]);
  });
});
