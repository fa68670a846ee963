import { finalStatuses, Order } from '@postlude/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, firstZone } from './calendar.ts';
import type { KnownEvent, KnownOrder } from './known.ts';
import { readUnits } from './reading.ts';
import { readOrder } from './rules.ts';
import { arbitraryOrder, moment } from './testing/arbitrary.ts';
import { idFor, known, line, number, parcel, readAt, scan, store } from './testing/build.ts';

const lists = ['lines', 'refunds', 'shipments', 'tracks', 'events', 'promises'] as const;

const shuffled = (order: KnownOrder, seeds: readonly number[]): KnownOrder => {
  const moved = { ...order };
  for (const list of lists) {
    const rows = [...order[list]] as unknown[];
    for (let index = rows.length - 1; index > 0; index -= 1) {
      const other = (seeds[index % seeds.length] ?? 0) % (index + 1);
      [rows[index], rows[other]] = [rows[other], rows[index]];
    }
    Object.assign(moved, { [list]: rows });
  }
  return moved;
};

const doubled = (order: KnownOrder): KnownOrder => ({
  ...order,
  lines: [...order.lines, ...order.lines],
  refunds: [...order.refunds, ...order.refunds],
  shipments: [...order.shipments, ...order.shipments],
  tracks: [...order.tracks, ...order.tracks],
  events: [...order.events, ...order.events],
  promises: [...order.promises, ...order.promises],
});

describe('Whatever is known of an order', () => {
  it('reads as an order of the contract', () => {
    fc.assert(
      fc.property(arbitraryOrder, moment, (order, now) => {
        const read = readOrder(order, now);
        // Parsing replaces words it does not know, so what comes out must be what went in.
        expect(Order.parse(read)).toEqual(read);
      }),
      { numRuns: 400 },
    );
  });

  it('reads the same in any order of rows, and when every row comes twice', () => {
    fc.assert(
      fc.property(arbitraryOrder, moment, fc.array(fc.nat(), { minLength: 1 }), (order, now, seeds) => {
        const once = readOrder(order, now);
        expect(readOrder(shuffled(order, seeds), now)).toEqual(once);
        expect(readOrder(doubled(order), now)).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  it('sends nobody to anything but http and https', () => {
    fc.assert(
      fc.property(arbitraryOrder, moment, (order, now) => {
        const told = JSON.stringify(readOrder(order, now), (key, value) =>
          /url$/i.test(key) && typeof value === 'string' && !/^https?:\/\//.test(value)
            ? expect.fail(value)
            : value,
        );
        expect(told).not.toBe('');
      }),
    );
  });

  it('never counts more units than were bought', () => {
    fc.assert(
      fc.property(arbitraryOrder, moment, (order, now) => {
        const read = readOrder(order, now);
        for (const bought of order.lines) {
          const told = read.lines.find((each) => each.id === bought.id);
          const toSend = read.unshipped.find((each) => each.lineId === bought.id)?.quantity ?? 0;
          expect(told?.quantity).toBeGreaterThanOrEqual(0);
          expect((told?.quantity ?? 0) + (told?.removed ?? 0)).toBe(readUnits(bought.quantity));
          expect(toSend).toBeLessThanOrEqual(told?.quantity ?? 0);
          const live = order.shipments.filter((each) => !each.cancelled);
          const fulfilments = new Map(live.map((each) => [each.externalId, each.items]));
          if (live.length !== fulfilments.size) continue;
          const shipped = [...fulfilments.values()]
            .flat()
            .filter((each) => each.lineExternalId === bought.externalId)
            .reduce((sum, each) => sum + readUnits(each.quantity), 0);
          const kept = told?.quantity ?? 0;
          expect(toSend === 0 || toSend + shipped === kept).toBe(true);
        }
      }),
    );
  });

  it('never speaks of a day that has passed as one to come', () => {
    const toCome = [
      'arrives_on',
      'arrives_between',
      'arrives_today',
      'arrives_tomorrow',
      'out_for_delivery',
      'delayed',
      'attempt_failed',
    ];
    fc.assert(
      fc.property(arbitraryOrder, moment, (order, now) => {
        const read = readOrder(order, now);
        for (const { headline, promise } of read.shipments) {
          if (!toCome.includes(headline.code) || headline.date === null) continue;
          const today = dayIn(firstZone(promise?.zone ?? null, order.store.timeZone), now.getTime());
          expect(headline.date >= today).toBe(true);
          expect(headline.until === null || headline.until > headline.date).toBe(true);
        }
      }),
    );
  });

  it('asks the page to look again unless every parcel is at its end', () => {
    fc.assert(
      fc.property(arbitraryOrder, moment, (order, now) => {
        const read = readOrder(order, now);
        if (read.refreshAfter !== null || read.status === 'cancelled') return;
        expect(read.shipments.every((each) => finalStatuses.has(each.status))).toBe(true);
        expect(read.unshipped).toEqual([]);
      }),
    );
  });

  it('shows events newest first, at most a hundred', () => {
    fc.assert(
      fc.property(arbitraryOrder, moment, (order, now) => {
        for (const { events } of readOrder(order, now).shipments) {
          expect(events.length).toBeLessThanOrEqual(100);
          expect(events.map((each) => each.at)).toEqual(
            events
              .map((each) => each.at)
              .sort()
              .reverse(),
          );
        }
      }),
    );
  });
});

describe('An event that comes late', () => {
  const told = fc.constantFrom(
    'label_created',
    'in_transit',
    'out_for_delivery',
    'held',
    'delivered',
    'attempt_failed',
    'lost',
  );
  const times = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 12 });
  const at = (hour: number) =>
    new Date(Date.parse('2026-11-22T00:00:00.000Z') + hour * 3_600_000).toISOString();

  it('changes nothing about the current status when its source has told a newer one', () => {
    fc.assert(
      fc.property(
        times,
        fc.array(told, { minLength: 12, maxLength: 12 }),
        arbitraryOrder,
        (hours, words, order) => {
          const sorted = [...hours].sort((a, b) => a - b);
          const events = sorted.map((hour, index) => scan(words[index] ?? 'in_transit', at(hour)));
          const status = (shown: readonly KnownEvent[]) => {
            const read = readAt({
              events: shown,
              tracks: order.tracks.map((each) => ({ ...each, subject: `number:${number}` })),
            });
            return read.shipments[0]?.status;
          };
          const newest = events.at(-1);
          if (!newest || words[events.length - 1] === 'label_created') return;
          expect(status(events)).toBe(status([newest]));
        },
      ),
    );
  });

  it('changes nothing about the current status when any source has told a newer one', () => {
    const heard = fc.constantFrom('in_transit', 'out_for_delivery', 'held', 'delivered', 'lost');
    const sources = fc.constantFrom('aftership', 'easypost', 'shopify');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(heard, sources, fc.integer({ min: 2, max: 60 })), { minLength: 1 }),
        heard,
        sources,
        (rows, word, source) => {
          const events = rows.map(([each, from, hour]) => scan(each, at(hour), { source: from }));
          const late = scan(word, at(1), { source, id: idFor('trackingEvent', 'late') });
          expect(readAt({ events: [late, ...events] }).shipments[0]?.status).toBe(
            readAt({ events }).shipments[0]?.status,
          );
        },
      ),
    );
  });
});

describe('Very much of everything', () => {
  it('is read without a failure', () => {
    const shipments = Array.from({ length: 200 }, (_, index) =>
      parcel({ externalId: `f${index}`, trackingNumber: `N${index % 50}` }),
    );
    const events = Array.from({ length: 20_000 }, (_, index) =>
      scan('in_transit', new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString(), {
        id: idFor('trackingEvent', String(index)),
        subject: `number:N${index % 50}`,
        source: index % 2 === 0 ? 'aftership' : 'easypost',
      }),
    );
    const lines = Array.from({ length: 1000 }, (_, index) => line(String(index)));
    const order = readOrder(
      { ...known(), lines, shipments, events, store: store() },
      new Date('2026-11-25T12:00:00.000Z'),
    );
    expect(order.shipments).toHaveLength(200);
    expect(order.shipments.every((each) => each.events.length <= 100)).toBe(true);
  });
});
