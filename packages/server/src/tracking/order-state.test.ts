import { describe, expect, it } from 'vitest';
import type { KnownEvent, KnownOrder } from './known.ts';
import { idFor, known, line, parcel, promised, readAt, scan, snapshot } from './testing/build.ts';

const monday = '2026-11-23T10:00:00.000Z';
const tuesday = '2026-11-24T10:00:00.000Z';
const cancelled = { ...known().order, cancelledAt: monday };
const one = (name: string, changes = {}) =>
  parcel({
    externalId: name,
    trackingNumber: name,
    items: [{ lineExternalId: 'a', quantity: 1, parcel: null }],
    ...changes,
  });
const of = (name: string) => ({ subject: `number:${name.toUpperCase()}` });

describe('The status of an order', () => {
  const both = [one('X'), one('Y')];
  it.each<[string, Partial<KnownOrder>, string]>([
    ['is processing before there is a parcel', { shipments: [] }, 'processing'],
    [
      'is processing while a parcel is only announced',
      { shipments: [parcel({ shippedAt: null })] },
      'processing',
    ],
    ['is shipped once everything has left', {}, 'shipped'],
    ['is partly shipped while something is left to send', { shipments: [one('X')] }, 'partly_shipped'],
    [
      'is partly shipped while one parcel is only announced',
      { shipments: [one('X'), one('Y', { shippedAt: null })] },
      'partly_shipped',
    ],
    [
      'is partly delivered when one of two parcels has arrived',
      { shipments: both, events: [scan('delivered', monday, of('X'))] },
      'partly_delivered',
    ],
    [
      'is delivered when everything has arrived',
      { shipments: both, events: [scan('delivered', monday, of('X')), scan('delivered', monday, of('Y'))] },
      'delivered',
    ],
    [
      'is partly delivered when the other parcel is lost',
      { shipments: both, events: [scan('delivered', monday, of('X')), scan('lost', monday, of('Y'))] },
      'partly_delivered',
    ],
    ['is shipped when the only parcel came back', { events: [scan('returned', monday)] }, 'shipped'],
    ['is cancelled when its platform says so', { order: cancelled }, 'cancelled'],
    [
      'is cancelled when every unit was taken out',
      { shipments: [], lines: [line('a', { removed: 2 })] },
      'cancelled',
    ],
    [
      'is processing when there is nothing to put into a parcel',
      { shipments: [], lines: [line('a', { shippable: false })] },
      'processing',
    ],
    [
      'does not count a voided label',
      { shipments: both, events: [scan('delivered', monday, of('X')), scan('cancelled', monday, of('Y'))] },
      'delivered',
    ],
  ])('%s', (_, changes, status) => {
    expect(readAt(changes).status).toBe(status);
  });

  it('shows a cancelled order as cancelled, with the parcel that is under way all the same', () => {
    const order = readAt({ order: cancelled, events: [scan('in_transit', tuesday)] });
    expect(order.headline.code).toBe('cancelled');
    expect(order.shipments[0]?.headline.code).toBe('in_transit');
    expect(order.refreshAfter).toBe(300);
  });
});

describe('A cancelled fulfilment', () => {
  const gone = one('X', { cancelled: true });

  it('is not shown when no carrier had it', () => {
    expect(readAt({ shipments: [gone], events: [scan('label_created', monday, of('X'))] }).shipments).toEqual(
      [],
    );
  });

  it('stays in sight when a carrier has scanned it', () => {
    const order = readAt({ shipments: [gone], events: [scan('in_transit', monday, of('X'))] });
    expect(order.shipments).toMatchObject([{ status: 'in_transit' }]);
  });

  it('gives way to the parcel that took over its number', () => {
    const shipments = [gone, one('y', { trackingNumber: ' x ' })];
    const order = readAt({ shipments, events: [scan('in_transit', monday, of('X'))] });
    expect(order.shipments).toMatchObject([{ id: idFor('shipment', 'y'), status: 'in_transit' }]);
  });
});

describe('The parcels of an order', () => {
  it('stand with what needs the shopper first, then trouble, then what moves by its day, then what arrived latest', () => {
    const words: [string, string, string][] = [
      ['old', 'delivered', monday],
      ['next', 'in_transit', tuesday],
      ['new', 'delivered', tuesday],
      ['lost', 'lost', monday],
      ['soon', 'in_transit', monday],
      ['customs', 'held/payment_due', monday],
      ['late', 'delayed', monday],
      ['tour', 'out_for_delivery', '2026-11-25T08:00:00.000Z'],
    ];
    const events: KnownEvent[] = words.map(([name, status, at]) => scan(status, at, of(name)));
    const promises = [promised('2026-11-28', monday, of('next')), promised('2026-11-26', monday, of('soon'))];
    const shipments = words.map(([name]) => one(name));
    const sorted = readAt({ shipments, events, promises }).shipments.map((each) => each.trackingNumber);
    expect(sorted).toEqual(['customs', 'lost', 'late', 'tour', 'soon', 'next', 'new', 'old']);
  });

  it('that arrived stand by when they did, not by when they should have', () => {
    const events = [scan('delivered', monday, of('old')), scan('delivered', tuesday, of('new'))];
    const promises = [promised('2026-11-23', '2026-11-22T10:00:00.000Z', of('old'))];
    const sorted = readAt({ shipments: [one('old'), one('new')], events, promises }).shipments;
    expect(sorted.map((each) => each.trackingNumber)).toEqual(['new', 'old']);
  });

  it('that are to be collected stand by their last day', () => {
    const pickup = (until: string | null) => ({ name: 'Kiosk', address: [], hours: [], code: null, until });
    const names = ['open', 'second', 'first'];
    const untils = [null, '2026-12-02', '2026-12-01'];
    const events = names.map((name) => scan('available_for_pickup', monday, of(name)));
    const tracks = names.map((name, index) =>
      snapshot(null, monday, { ...of(name), pickup: pickup(untils[index] ?? null) }),
    );
    const sorted = readAt({ shipments: names.map((name) => one(name)), events, tracks }).shipments;
    expect(sorted.map((each) => each.trackingNumber)).toEqual(['first', 'second', 'open']);
  });
});

describe('The page looks again', () => {
  const fresh = '2026-11-25T11:50:00.000Z';
  it.each<[string, Partial<KnownOrder>, number | null]>([
    [
      'after a minute while a parcel is out for delivery',
      { events: [scan('out_for_delivery', '2026-11-25T08:00:00.000Z')] },
      60,
    ],
    ['after a minute when there was news just now', { events: [scan('in_transit', fresh)] }, 60],
    ['after five minutes while a parcel moves', { events: [scan('in_transit', tuesday)] }, 300],
    [
      'after a quarter of an hour while a parcel waits for its shopper',
      { events: [scan('available_for_pickup', tuesday)] },
      900,
    ],
    [
      'after a quarter of an hour while a label waits for its parcel',
      { events: [scan('label_created', tuesday)] },
      900,
    ],
    ['after a quarter of an hour before anything is sent', { shipments: [] }, 900],
    [
      'after a quarter of an hour when the rest is to be sent',
      { shipments: [one('X')], events: [scan('delivered', tuesday, of('X'))] },
      900,
    ],
    ['no more when everything has arrived, even just now', { events: [scan('delivered', fresh)] }, null],
    ['no more when the only parcel is lost', { events: [scan('lost', tuesday)] }, null],
    ['no more when the order is cancelled', { shipments: [], order: cancelled }, null],
    [
      'no more for an announced parcel of a cancelled order',
      { shipments: [parcel({ shippedAt: null })], order: cancelled },
      null,
    ],
  ])('%s', (_, changes, seconds) => {
    expect(readAt(changes).refreshAfter).toBe(seconds);
  });
});
