import { describe, expect, it } from 'vitest';
import type { KnownEvent, KnownPromise } from './known.ts';
import { promised, readParcelAt, scan } from './testing/build.ts';

const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;

const ledger = (promises: KnownPromise[], events: KnownEvent[] = []) =>
  readParcelAt({ promises, events }).promises.map(({ promise, change, reason }) =>
    [change, promise.from, promise.until, reason].filter((part) => part !== null).join(' '),
  );

describe('The promise ledger', () => {
  it.each([
    ['2026-11-27', '2026-11-25', 'earlier'],
    ['2026-11-27', '2026-11-28', 'later'],
    ['2026-11-27/2026-11-30', '2026-11-28', 'narrowed'],
    ['2026-11-27/2026-11-30', '2026-11-30', 'narrowed'],
    ['2026-11-27/2026-11-30', '2026-11-27/2026-11-29', 'narrowed'],
    ['2026-11-27', '2026-11-27/2026-11-28', 'widened'],
    ['2026-11-27/2026-11-28', '2026-11-26/2026-11-28', 'widened'],
    ['2026-11-27/2026-11-28', '2026-11-28/2026-11-29', 'later'],
    ['2026-11-27/2026-11-28', '2026-11-26/2026-11-27', 'earlier'],
  ])('calls %s that becomes %s %s', (before, after, change) => {
    const [first, second] = readParcelAt({
      promises: [promised(before, at(8)), promised(after, at(9))],
    }).promises;
    expect(first?.change).toBe('first');
    expect(second?.change).toBe(change);
  });

  it('keeps one entry for a promise that is told again and again', () => {
    const promises = [
      promised('2026-11-27', at(8)),
      promised('2026-11-27', at(9)),
      promised('2026-11-27', at(10)),
    ];
    expect(ledger(promises)).toEqual(['first 2026-11-27']);
  });

  it('does not see two sources that repeat themselves as a change of mind', () => {
    const other = { source: 'easypost' } as const;
    const promises = [
      promised('2026-11-27', at(8)),
      promised('2026-11-28', at(9), other),
      promised('2026-11-27', at(10)),
      promised('2026-11-28', at(11), other),
    ];
    expect(ledger(promises)).toEqual(['first 2026-11-27', 'later 2026-11-28']);
  });

  it('says when a promise that was replaced comes back', () => {
    const promises = [
      promised('2026-11-27', at(8)),
      promised('2026-11-28', at(9)),
      promised('2026-11-27', at(10)),
    ];
    expect(ledger(promises)).toEqual([
      'first 2026-11-27',
      'later 2026-11-28',
      'withdrawn_and_restored 2026-11-27',
    ]);
  });

  it('gives the reason that was told, else the last trouble seen since the promise before', () => {
    const events = [scan('delayed/customs_delay', at(7)), scan('delayed/weather_delay', at(9))];
    expect(ledger([promised('2026-11-26', at(8)), promised('2026-11-27', at(10))], events)).toEqual([
      'first 2026-11-26',
      'later 2026-11-27 weather_delay',
    ]);
    const told = promised('2026-11-27', at(10), { reason: 'strike' });
    expect(ledger([promised('2026-11-26', at(8)), told], events).at(-1)).toBe('later 2026-11-27 strike');
  });

  it('gives no reason when the only trouble was known before the promise that was broken', () => {
    const events = [scan('delayed/customs_delay', at(7))];
    const promises = [promised('2026-11-26', at(8)), promised('2026-11-27', at(10))];
    expect(ledger(promises, events).at(-1)).toBe('later 2026-11-27');
  });

  it('gives no reason for good news', () => {
    const events = [scan('delayed/weather_delay', at(9))];
    expect(ledger([promised('2026-11-27', at(8)), promised('2026-11-26', at(10))], events).at(-1)).toBe(
      'earlier 2026-11-26',
    );
  });

  it('stays after the delivery, and does not grow', () => {
    const promises = [promised('2026-11-27', at(8)), promised('2026-11-23', at(12))];
    const parcel = readParcelAt({ promises, events: [scan('delivered', at(10))] });
    expect(parcel.promises).toHaveLength(1);
    expect(parcel.promise?.until).toBe('2026-11-27');
    expect(parcel.lateDays).toBeNull();
  });

  it('leaves out dates that are on no calendar, and reads a span that ends before it begins as its end', () => {
    expect(ledger([promised('2026-02-30', at(8))])).toEqual([]);
    expect(ledger([promised('2026-11-29/2026-11-27', at(8))])).toEqual(['first 2026-11-27']);
  });

  it('keeps the first promise and the latest changes when there are very many', () => {
    const promises = Array.from({ length: 200 }, (_, index) =>
      promised(
        `2026-12-${String((index % 28) + 1).padStart(2, '0')}`,
        new Date(Date.UTC(2026, 10, 23, 0, index)).toISOString(),
      ),
    );
    const entries = ledger(promises);
    expect(entries).toHaveLength(50);
    expect(entries[0]).toBe('first 2026-12-01');
    expect(entries.at(-1)).toContain('2026-12-04');
  });
});
