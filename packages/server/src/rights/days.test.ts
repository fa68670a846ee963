import { describe, expect, it } from 'vitest';
import { decide, parcel, window } from './testing/facts.ts';

describe('days', () => {
  const lastDay = (deliveredAt: string, timeZone: string, days: number) =>
    decide('return', {
      deliveries: [parcel({ deliveredAt })],
      timeZone,
      policy: window({ days }),
      now: deliveredAt,
    }).lastDay;

  it.each([
    ['on the day the clock goes forward', '2026-03-28T23:30:00Z', 'Europe/Berlin', 1, '2026-03-30'],
    ['over the day the clock goes back', '2026-10-24T21:30:00Z', 'Europe/Berlin', 2, '2026-10-26'],
    ['over a leap day', '2028-02-28T12:00:00Z', 'UTC', 1, '2028-02-29'],
    ['over no leap day', '2026-02-28T12:00:00Z', 'UTC', 1, '2026-03-01'],
    ['over the end of a year', '2026-12-25T12:00:00Z', 'Europe/Berlin', 14, '2027-01-08'],
    ['where it is tomorrow already', '2026-06-05T10:00:00Z', 'Pacific/Kiritimati', 0, '2026-06-06'],
    ['where it is still yesterday', '2026-06-05T10:00:00Z', '-11:00', 0, '2026-06-04'],
    ['in a zone nobody knows, as in UTC', '2026-06-05T23:30:00Z', 'Atlantis/Deep', 0, '2026-06-05'],
    ['to the end of the calendar and no further', '9999-12-20T12:00:00Z', 'UTC', 3650, '9999-12-31'],
  ])('are counted %s', (_where, deliveredAt, zone, days, expected) => {
    expect(lastDay(deliveredAt, zone, days)).toBe(expected);
  });

  it('end at midnight where the store is, in summer and in winter', () => {
    const closes = (deliveredAt: string, before: string, after: string) =>
      [before, after].map(
        (now) =>
          decide('return', { deliveries: [parcel({ deliveredAt })], policy: window({ days: 1 }), now }).state,
      );
    expect(closes('2026-10-24T10:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z')).toEqual([
      'open',
      'closed',
    ]);
    expect(closes('2026-03-28T10:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z')).toEqual([
      'open',
      'closed',
    ]);
  });
});
