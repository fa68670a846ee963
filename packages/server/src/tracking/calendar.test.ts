import { describe, expect, it } from 'vitest';
import {
  addDays,
  clockIn,
  dayIn,
  daysBetween,
  firstZone,
  isDay,
  isZone,
  offsetMinutes,
  readInstant,
  readZone,
  withOffset,
} from './calendar.ts';

describe('Days and clocks', () => {
  it.each([
    ['Europe/Berlin', '2026-11-25T23:30:00', '2026-11-25T22:30:00Z'],
    ['Pacific/Kiritimati', '2026-11-26T12:30:00', '2026-11-25T22:30:00Z'],
    ['America/St_Johns', '2026-11-25T19:00:00', '2026-11-25T22:30:00Z'],
    ['-03:30', '2026-11-25T19:00:00', '2026-11-25T22:30:00Z'],
    ['Europe/Berlin', '2026-11-26T00:00:00', '2026-11-25T23:00:00Z'],
    ['Not/AZone', '2026-11-25T22:30:00', '2026-11-25T22:30:00Z'],
  ])('read in %s as %s', (zone, clock, at) => {
    expect(clockIn(zone, Date.parse(at))).toBe(clock);
    expect(dayIn(zone, Date.parse(at))).toBe(clock.slice(0, 10));
  });

  it.each([
    ['Europe/Berlin', '2026-11-26T23:59:59', '+01:00'],
    ['Europe/Berlin', '2026-06-26T00:00:00', '+02:00'],
    ['Europe/Berlin', '2026-10-25T00:00:00', '+02:00'],
    ['Europe/Berlin', '2026-10-25T23:59:59', '+01:00'],
    ['America/New_York', '2026-03-08T00:00:00', '-05:00'],
    ['America/New_York', '2026-03-08T23:59:59', '-04:00'],
    ['Asia/Kathmandu', '2026-03-08T00:00:00', '+05:45'],
    ['+09:00', '2026-03-08T00:00:00', '+09:00'],
  ])('are written with the offset of %s at %s', (zone, clock, offset) => {
    expect(withOffset(zone, clock)).toBe(clock + offset);
  });

  it('are counted on the calendar', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('pass over what is none', () => {
    expect(['2026-02-29', '2028-02-29', '0000-01-01', '2026-1-1', '', 'x'].map(isDay)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['+14:00', '-0330', 'Z', '+24:00', '+1', null].map(offsetMinutes)).toEqual([
      840,
      -210,
      0,
      null,
      null,
      null,
    ]);
    expect([null, '', 'Mars/Olympus', 'UTC'].map(isZone)).toEqual([false, false, false, true]);
    expect(firstZone(null, '', 'x'.repeat(9000), 'Asia/Tokyo')).toBe('Asia/Tokyo');
    expect(firstZone(null)).toBe('UTC');
    expect(['Z', '+0530', 'Asia/Tokyo', 'x'].map(readZone)).toEqual(['UTC', '+05:30', 'Asia/Tokyo', null]);
    expect(
      [null, '', 'soon', '+275760-01-01T00:00:00Z', '2026-11-25T10:00:00+01:00'].map(readInstant),
    ).toEqual([null, null, null, null, Date.parse('2026-11-25T09:00:00Z')]);
  });
});
