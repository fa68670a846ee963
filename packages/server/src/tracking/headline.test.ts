import type { Headline } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import type { KnownOrder } from './known.ts';
import { parcel, promised, readAt, readParcelAt, scan, snapshot, store } from './testing/build.ts';

const monday = '2026-11-23T10:00:00.000Z';
const today = '2026-11-25T07:00:00.000Z';
const moving = [scan('in_transit', '2026-11-24T10:00:00.000Z')];
const pickup = { name: 'Kiosk', address: [], hours: [], code: null };

const rows: [string, Partial<KnownOrder>, Partial<Headline>][] = [
  [
    'a promised day',
    { promises: [promised('2026-11-28', monday)] },
    { code: 'arrives_on', date: '2026-11-28' },
  ],
  [
    'a promise for today',
    { promises: [promised('2026-11-25', monday)] },
    { code: 'arrives_today', date: '2026-11-25' },
  ],
  [
    'a promise for tomorrow',
    { promises: [promised('2026-11-26', monday)] },
    { code: 'arrives_tomorrow', date: '2026-11-26' },
  ],
  [
    'a span to come',
    { promises: [promised('2026-11-27/2026-11-30', monday)] },
    { code: 'arrives_between', date: '2026-11-27', until: '2026-11-30' },
  ],
  [
    'a span that has begun from today on',
    { promises: [promised('2026-11-23/2026-11-27', monday)] },
    { code: 'arrives_between', date: '2026-11-25', until: '2026-11-27' },
  ],
  [
    'the last day of a span',
    { promises: [promised('2026-11-23/2026-11-25', monday)] },
    { code: 'arrives_today', date: '2026-11-25', until: null },
  ],
  [
    'an expired promise as late',
    { promises: [promised('2026-11-23', monday)] },
    { code: 'late', days: 2, date: '2026-11-23', tone: 'warning' },
  ],
  ['a move without a promise', {}, { code: 'in_transit', date: null, tone: 'progress' }],
  [
    'a delay with its new day',
    { events: [scan('delayed/weather_delay', today)], promises: [promised('2026-11-28', monday)] },
    { code: 'delayed', date: '2026-11-28', tone: 'warning' },
  ],
  [
    'today’s delivery',
    { events: [scan('out_for_delivery', today)] },
    { code: 'out_for_delivery', date: '2026-11-25', tone: 'progress' },
  ],
  [
    'today’s delivery rather than that it is late',
    { events: [scan('out_for_delivery', today)], promises: [promised('2026-11-24', monday)] },
    { code: 'out_for_delivery' },
  ],
  [
    'a delivery tour that did not end on its day as a delay',
    { events: [scan('out_for_delivery', '2026-11-24T07:00:00.000Z')] },
    { code: 'delayed', tone: 'warning' },
  ],
  [
    'silence',
    { events: [scan('in_transit', '2026-11-18T10:00:00.000Z')], shipments: [parcel({ shippedAt: null })] },
    { code: 'stalled', days: 7, tone: 'warning' },
  ],
  [
    'what the shopper must do',
    { events: [scan('held/payment_due', today)], promises: [promised('2026-11-20', monday)] },
    { code: 'action_required', tone: 'warning' },
  ],
  [
    'a hold nobody can do anything about',
    { events: [scan('held', today, { actionRequired: false })] },
    { code: 'held', tone: 'warning' },
  ],
  [
    'a parcel to collect',
    {
      events: [scan('available_for_pickup', today)],
      tracks: [snapshot(null, today, { pickup: { ...pickup, until: '2026-12-01' } })],
    },
    { code: 'available_for_pickup', date: '2026-12-01', tone: 'progress' },
  ],
  [
    'a parcel to collect by tomorrow',
    {
      events: [scan('available_for_pickup', today)],
      tracks: [snapshot(null, today, { pickup: { ...pickup, until: '2026-11-26' } })],
    },
    { code: 'available_for_pickup', date: '2026-11-26', tone: 'warning' },
  ],
  [
    'a vain attempt with the next day',
    { events: [scan('attempt_failed/nobody_home', today)], promises: [promised('2026-11-26', monday)] },
    { code: 'attempt_failed', date: '2026-11-26', tone: 'warning' },
  ],
  [
    'a vain attempt without a day that has passed',
    { events: [scan('attempt_failed', today)], promises: [promised('2026-11-24', monday)] },
    { code: 'attempt_failed', date: null },
  ],
  [
    'a delivery by the day at the door',
    { events: [scan('delivered', '2026-11-24T23:30:00.000Z')] },
    { code: 'delivered', date: '2026-11-25', tone: 'success' },
  ],
  [
    'a delivery only a snapshot knows of',
    { events: [], tracks: [snapshot('delivered', '2026-11-24T23:30:00.000Z')] },
    { code: 'delivered', date: '2026-11-25' },
  ],
  ['the way back', { events: [scan('returning/refused', today)] }, { code: 'returning', tone: 'warning' }],
  ['a return', { events: [scan('returned', today)] }, { code: 'returned', tone: 'warning' }],
  [
    'a loss',
    { events: [scan('lost', today)], promises: [promised('2026-11-20', monday)] },
    { code: 'lost', tone: 'problem' },
  ],
  ['damage', { events: [scan('damaged', today)] }, { code: 'damaged', tone: 'problem' }],
  ['an exception', { events: [scan('exception', today)] }, { code: 'exception', tone: 'problem' }],
  [
    'a move that ended in silence',
    { events: [], tracks: [snapshot('expired', today)] },
    { code: 'expired', tone: 'warning' },
  ],
  ['a voided label', { events: [scan('cancelled', today)] }, { code: 'cancelled', tone: 'neutral' }],
  ['a label', { events: [scan('label_created', today)] }, { code: 'label_created', tone: 'neutral' }],
  [
    'a label with a promise',
    { events: [scan('label_created', today)], promises: [promised('2026-11-28', monday)] },
    { code: 'arrives_on' },
  ],
  [
    'nothing yet',
    { events: [], shipments: [parcel({ shippedAt: null, trackingNumber: null })] },
    { code: 'preparing', tone: 'neutral' },
  ],
];

describe('The headline of a parcel', () => {
  it.each(rows)('tells of %s', (_, changes, headline) => {
    expect(readParcelAt({ events: moving, ...changes }).headline).toMatchObject(headline);
  });

  it('reckons days in the zone of the promise, not in the store’s', () => {
    const promises = [promised('2026-11-26', monday, { zone: 'Pacific/Auckland' })];
    expect(readParcelAt({ events: moving, promises }).headline.code).toBe('arrives_today');
  });

  it('reckons in the store’s zone when the promise has none or a bad one, and in UTC when the store’s is bad too', () => {
    const late = '2026-11-25T23:30:00.000Z';
    const code = (zone: string | null, timeZone: string) => {
      const promises = [promised('2026-11-26', monday, { zone })];
      return readParcelAt({ events: moving, promises, store: store({ timeZone }) }, late).headline.code;
    };
    expect(code(null, 'Europe/Berlin')).toBe('arrives_today');
    expect(code('Mars/Olympus', 'Europe/Berlin')).toBe('arrives_today');
    expect(code('', 'Mars/Olympus')).toBe('arrives_tomorrow');
  });

  it('calls a delivery tour today’s by the day of the place where it was loaded', () => {
    const events = [
      scan('out_for_delivery', '2026-11-25T22:00:00.000Z', {
        offset: '+13:00',
        localTime: '2026-11-26T11:00:00',
      }),
    ];
    expect(readParcelAt({ events }, '2026-11-26T02:00:00.000Z').headline.code).toBe('out_for_delivery');
    expect(readParcelAt({ events }, '2026-11-26T12:00:00.000Z').headline.code).toBe('delayed');
  });
});

describe('The headline of an order', () => {
  const second = (changes = {}) => parcel({ externalId: 'f2', trackingNumber: 'SECOND', ...changes });
  const ofSecond = { subject: 'number:SECOND' };

  it.each([
    [
      'action over trouble',
      [scan('lost', today), scan('held/payment_due', today, ofSecond)],
      'action_required',
    ],
    ['trouble over a move', [scan('in_transit', today), scan('lost', today, ofSecond)], 'lost'],
    ['a move over a delivery', [scan('delivered', today), scan('in_transit', today, ofSecond)], 'in_transit'],
    [
      'the delivery when all arrived',
      [scan('delivered', monday), scan('delivered', today, ofSecond)],
      'delivered',
    ],
  ])('puts %s', (_, events, code) => {
    expect(readAt({ shipments: [parcel(), second({ items: [] })], events }).headline.code).toBe(code);
  });

  it('says that the rest is being prepared when all parcels have arrived and something is left to send', () => {
    const shipments = [parcel({ items: [{ lineExternalId: 'a', quantity: 1, parcel: null }] })];
    const order = readAt({ shipments, events: [scan('delivered', today)] });
    expect(order.headline.code).toBe('preparing');
    expect(order.status).toBe('partly_delivered');
  });

  it('says that an order is being prepared before there is a parcel', () => {
    expect(readAt({ shipments: [] }).headline).toMatchObject({ code: 'preparing', tone: 'neutral' });
  });
});
