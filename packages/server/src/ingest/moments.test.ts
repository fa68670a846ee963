import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarDate,
  instantOfSeconds,
  moment,
  parseWallClock,
  placeMoments,
  writtenOffset,
  zoneOffset,
} from './moments.ts';

const berlin = 'Europe/Berlin';

test.each([
  ['2026-11-26T09:30:00+01:00', '2026-11-26T08:30:00.000Z', '2026-11-26T09:30:00', '+01:00'],
  ['2026-11-26T09:30:00.250-0530', '2026-11-26T15:00:00.250Z', '2026-11-26T09:30:00', '-05:30'],
  ['2026-11-26T09:30:00+01', '2026-11-26T08:30:00.000Z', '2026-11-26T09:30:00', '+01:00'],
  ['2026-11-26T09:30:00Z', '2026-11-26T09:30:00.000Z', '2026-11-26T09:30:00', '+00:00'],
  ['2026-11-26 09:30:00 -0500', '2026-11-26T14:30:00.000Z', '2026-11-26T09:30:00', '-05:00'],
  ['2026-11-26 09:30:00 UTC', '2026-11-26T09:30:00.000Z', '2026-11-26T09:30:00', '+00:00'],
  ['2026-11-26T09:30', '2026-11-26T08:30:00.000Z', '2026-11-26T09:30:00', null],
  ['2026-07-26T09:30:00', '2026-07-26T07:30:00.000Z', '2026-07-26T09:30:00', null],
  ['2026-07-26', '2026-07-25T22:00:00.000Z', '2026-07-26T00:00:00', null],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z', '2016-12-31T23:59:59', '+00:00'],
  ['2026-11-26T09:30:00.123456789Z', '2026-11-26T09:30:00.123Z', '2026-11-26T09:30:00', '+00:00'],
])('%s', (text, at, localTime, offset) => {
  expect(moment(text, berlin)).toEqual({ at, localTime, offset });
});

test.each([
  '',
  'soon',
  '2026-02-30T10:00:00Z',
  '2026-13-01',
  '2026-11-26T24:30:00Z',
  '2026-11-26T09:61:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T00:00:00Z',
  '2026-11-26T09:30:00+99:00',
  '26.11.2026',
  '1712741696',
])('%j is no time', (text) => {
  expect(parseWallClock(text)).toBeNull();
  expect(moment(text, berlin)).toBeNull();
});

test('a zone that does not exist counts as UTC', () => {
  expect(moment('2026-07-26T09:30:00', 'Mars/Olympus')?.at).toBe('2026-07-26T09:30:00.000Z');
});

test('the hours around a change of the clocks are placed by the offset of that hour', () => {
  expect(moment('2026-03-29T01:59:59', berlin)?.at).toBe('2026-03-29T00:59:59.000Z');
  expect(moment('2026-03-29T03:00:00', berlin)?.at).toBe('2026-03-29T01:00:00.000Z');
  expect(moment('2026-10-25T00:30:00', berlin)?.at).toBe('2026-10-24T22:30:00.000Z');
  expect(moment('2026-10-25T04:00:00', berlin)?.at).toBe('2026-10-25T03:00:00.000Z');
  expect(moment('2026-03-08T12:00:00', 'America/New_York')?.at).toBe('2026-03-08T16:00:00.000Z');
});

test('a wall clock in a known zone comes back from its instant', () => {
  const zones = fc.constantFrom(berlin, 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC');
  const time = fc.date({
    min: new Date('1971-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(zones, time, (zone, date) => {
      const local = date.toISOString().slice(0, 19);
      const at = moment(local, zone)?.at ?? '';
      const asUtc = Date.parse(`${local}Z`);
      // In the hour that a change of the clocks skips there is nothing to come back to.
      const offset = (asUtc - Date.parse(at)) / 60_000;
      const offsets = [zoneOffset(zone, asUtc - 86_400_000), zoneOffset(zone, asUtc + 86_400_000)];
      expect(offsets).toContain(offset);
    }),
    { numRuns: 200 },
  );
});

const clock = (text: string, place: string | null = null) => {
  const parsed = parseWallClock(text);
  if (!parsed) throw new Error(`${text} is no time`);
  return { clock: parsed, place };
};

test('a missing zone is guessed from the nearest time at the same place, then anywhere, then from the store', () => {
  const placed = placeMoments(
    [
      clock('2026-02-08T20:10:00+08:00', 'Shenzhen'),
      clock('2026-02-13T08:05:00+01:00', 'Leipzig'),
      clock('2026-02-12T09:00:00', 'Shenzhen'),
      clock('2026-02-12T09:00:00', 'Hannover'),
      clock('2026-02-09T09:00:00', null),
    ],
    'America/New_York',
  );
  expect(placed.map(({ at }) => at)).toEqual([
    '2026-02-08T12:10:00.000Z',
    '2026-02-13T07:05:00.000Z',
    '2026-02-12T01:00:00.000Z',
    '2026-02-12T08:00:00.000Z',
    '2026-02-09T01:00:00.000Z',
  ]);
  expect(placed.map(({ offset }) => offset)).toEqual(['+08:00', '+01:00', null, null, null]);
});

test('a bare Z says nothing of where the others happened', () => {
  const [, second] = placeMoments(
    [clock('2026-02-12T05:00:00Z'), clock('2026-02-12T09:00:00')],
    'America/New_York',
  );
  expect(second?.at).toBe('2026-02-12T14:00:00.000Z');
});

test('seconds since the epoch are a moment, and only then', () => {
  expect(instantOfSeconds('1712741696')).toBe('2024-04-10T09:34:56.000Z');
  expect(instantOfSeconds('1712741696.5')).toBe('2024-04-10T09:34:56.500Z');
  for (const text of ['', '-1', '99999999999', '1e9', 'soon', null])
    expect(instantOfSeconds(text)).toBeNull();
});

test('the day and the offset are those that were written', () => {
  expect(calendarDate('2026-01-05T23:11:11+01:00')).toBe('2026-01-05');
  expect(calendarDate('2026-01-05')).toBe('2026-01-05');
  expect(calendarDate('soon')).toBeNull();
  expect(writtenOffset('2026-01-05T23:11:11+01:00')).toBe('+01:00');
  expect(writtenOffset('2026-01-05T23:11:11Z')).toBeNull();
  expect(writtenOffset('2026-01-05')).toBeNull();
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, zone) => {
      expect(() => [moment(text, zone), calendarDate(text), instantOfSeconds(text)]).not.toThrow();
    }),
  );
});
