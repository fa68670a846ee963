import { describe, expect, it } from 'vitest';
import type { KnownOrder } from './known.ts';
import { idFor, known, line, parcel, readAt, scan } from './testing/build.ts';

const of = (lineExternalId: string, quantity: number) => ({ lineExternalId, quantity });
const packed = (lineExternalId: string, quantity: number, parcel: number | null = null) => ({
  lineExternalId,
  quantity,
  parcel,
});
const refund = (...items: ReturnType<typeof of>[]) => ({ key: `shopify:${JSON.stringify(items)}`, items });
const unshipped = (changes: Partial<KnownOrder>) => readAt(changes).unshipped.map((item) => item.quantity);
const single = (quantity: number, changes = {}) => parcel({ items: [packed('a', quantity)], ...changes });

describe('What is still to be sent', () => {
  it.each<[string, Partial<KnownOrder>, number[]]>([
    ['is everything before there is a parcel', { shipments: [] }, [2]],
    ['is what is in no parcel', { shipments: [single(1)] }, [1]],
    ['is nothing when everything is in a parcel', { shipments: [single(2)] }, []],
    ['is nothing when more was sent than bought', { shipments: [single(5)] }, []],
    ['is not what was removed', { shipments: [single(1)], lines: [line('a', { removed: 1 })] }, []],
    ['is not what was refunded', { shipments: [], refunds: [refund(of('a', 1))] }, [1]],
    ['is nothing when more was refunded than bought', { shipments: [], refunds: [refund(of('a', 9))] }, []],
    [
      'is not what is never put into a parcel',
      { shipments: [], lines: [line('a', { shippable: false })] },
      [],
    ],
    ['is what was in a cancelled fulfilment', { shipments: [single(2, { cancelled: true })] }, [2]],
    [
      'counts the items of a fulfilment once however many parcels it has',
      { shipments: [single(1), single(1, { id: idFor('shipment', 'second') })] },
      [1],
    ],
    [
      'counts the units of each parcel where the platform tells which is in which',
      {
        shipments: [0, 1].map((place) =>
          parcel({
            id: idFor('shipment', String(place)),
            parcel: place,
            items: [packed('a', 1, 0), packed('a', 1, 1)],
          }),
        ),
      },
      [],
    ],
    [
      'counts two fulfilments of a line',
      { shipments: [single(1), single(1, { externalId: 'f2', id: idFor('shipment', 'x') })] },
      [],
    ],
    [
      'is nothing of a cancelled order',
      { shipments: [], order: { ...known().order, cancelledAt: '2026-11-24T10:00:00Z' } },
      [],
    ],
  ])('%s', (_, changes, quantities) => {
    expect(unshipped(changes)).toEqual(quantities);
  });
});

describe('The lines of an order', () => {
  it('tell what is still bought and what was removed, by the order of the shop', () => {
    const lines = [line('b', { position: 1 }), line('a', { position: 0, quantity: 3, removed: 1 })];
    expect(readAt({ lines, refunds: [refund(of('a', 1))] }).lines).toMatchObject([
      { title: 'Product a', quantity: 1, removed: 2 },
      { title: 'Product b', quantity: 2, removed: 0 },
    ]);
  });

  it('count one refund once, however often it is told', () => {
    expect(readAt({ refunds: [refund(of('a', 1)), refund(of('a', 1))] }).lines).toMatchObject([
      { quantity: 1, removed: 1 },
    ]);
  });
});

describe('The items of a parcel', () => {
  it('stay in it when they are refunded', () => {
    const order = readAt({
      refunds: [refund(of('a', 2))],
      events: [scan('delivered', '2026-11-24T10:00:00.000Z')],
    });
    expect(order.shipments[0]?.items).toEqual([{ lineId: idFor('line', 'a'), quantity: 2 }]);
    expect(order.status).toBe('delivered');
  });

  it('are added up by line, and leave out lines nobody knows and quantities that are none', () => {
    const items = [packed('a', 1), packed('a', 1), packed('zzz', 1), packed('b', 0), packed('b', -3)];
    const [shipment] = readAt({ lines: [line('a'), line('b')], shipments: [parcel({ items })] }).shipments;
    expect(shipment?.items).toEqual([{ lineId: idFor('line', 'a'), quantity: 2 }]);
  });

  it('are those told of it, and those of which nobody says in which parcel they are', () => {
    const items = [packed('a', 1, 0), packed('a', 1, 1), packed('b', 2)];
    const shipments = [0, 1].map((place) =>
      parcel({ id: idFor('shipment', String(place)), parcel: place, trackingNumber: `N${place}`, items }),
    );
    const read = readAt({ lines: [line('a'), line('b', { position: 1 })], shipments });
    for (const shipment of read.shipments) {
      expect(shipment.items).toEqual([
        { lineId: idFor('line', 'a'), quantity: 1 },
        { lineId: idFor('line', 'b'), quantity: 2 },
      ]);
    }
    expect(read.unshipped).toEqual([]);
  });
});
