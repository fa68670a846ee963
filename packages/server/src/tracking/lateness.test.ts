import { describe, expect, it } from 'vitest';
import { parcel, promised, readParcelAt, scan, snapshot, store } from './testing/build.ts';

const monday = '2026-11-23T10:00:00.000Z';
const events = [scan('in_transit', monday)];

describe('A parcel is late', () => {
  const promises = [promised('2026-11-24', monday)];

  it.each([
    ['not yet in the last minute of the promised day', '2026-11-24T22:59:00.000Z', null],
    ['one day from midnight on, however few hours have passed', '2026-11-24T23:01:00.000Z', 1],
    ['one day until the next midnight', '2026-11-25T22:59:00.000Z', 1],
    ['two days after that', '2026-11-25T23:01:00.000Z', 2],
  ])('%s', (_, time, days) => {
    expect(readParcelAt({ events, promises }, time).lateDays).toBe(days);
  });

  it.each([
    'delivered',
    'available_for_pickup',
    'attempt_failed',
    'returning',
    'returned',
    'lost',
    'cancelled',
  ])('never once it is %s', (status) => {
    expect(
      readParcelAt({ events: [scan(status, monday)], promises }, '2026-12-24T10:00:00.000Z').lateDays,
    ).toBeNull();
  });

  it('by days also across a change of clocks', () => {
    const autumn = [promised('2026-10-24', '2026-10-20T10:00:00.000Z')];
    expect(readParcelAt({ events, promises: autumn }, '2026-10-25T22:59:00.000Z').lateDays).toBe(1);
    expect(readParcelAt({ events, promises: autumn }, '2026-10-25T23:01:00.000Z').lateDays).toBe(2);
  });
});

describe('A parcel is stalled', () => {
  const unshipped = [parcel({ shippedAt: null })];

  it.each([
    ['not while the store’s days have not passed', '2026-11-28T09:59:00.000Z', null],
    ['once more than the store’s days have passed without a scan', '2026-11-28T10:01:00.000Z', 5],
    ['for as many full days as it is quiet', '2026-12-01T12:00:00.000Z', 8],
  ])('%s', (_, time, days) => {
    expect(readParcelAt({ events, shipments: unshipped }, time).stalledDays).toBe(days);
  });

  it('after as many days as the store says', () => {
    const time = '2026-11-25T10:01:00.000Z';
    expect(readParcelAt({ events, store: store({ stalledAfterDays: 2 }) }, time).stalledDays).toBe(2);
    expect(readParcelAt({ events, store: store({ stalledAfterDays: 3 }) }, time).stalledDays).toBeNull();
  });

  it('counted from the shipping when no scan came after it', () => {
    const label = [scan('label_created', '2026-11-10T10:00:00.000Z')];
    expect(readParcelAt({ events: label }, '2026-11-27T12:00:00.000Z').stalledDays).toBeNull();
    expect(readParcelAt({ events: label }, '2026-11-29T12:00:00.000Z').stalledDays).toBe(6);
  });

  it('when a tracker that waits for it has never seen it', () => {
    const tracks = [snapshot('pending', monday)];
    expect(readParcelAt({ tracks }, '2026-12-01T12:00:00.000Z').stalledDays).toBe(8);
  });

  it('never when nobody tracks it', () => {
    expect(readParcelAt({}, '2027-11-25T12:00:00.000Z').stalledDays).toBeNull();
  });

  it.each([
    'held',
    'available_for_pickup',
    'delivered',
    'returning',
    'returned',
    'lost',
    'damaged',
    'exception',
    'cancelled',
  ])('never while it is %s', (status) => {
    expect(
      readParcelAt({ events: [scan(status, monday)] }, '2026-12-24T10:00:00.000Z').stalledDays,
    ).toBeNull();
  });
});
