import { describe, expect, test } from 'vitest';
import { UnreadableMessage } from '../adapter.ts';
import { type FixtureName, fixture, fixtureText } from '../fixtures/index.ts';
import { rawMessage } from '../fixtures/raw-message.ts';
import { last, ofKind, readFacts } from '../fixtures/read-facts.ts';
import { shopify } from './shopify.ts';

const topic = (name: string, more: Record<string, string> = {}) => ({ 'x-shopify-topic': name, ...more });

const read = (name: FixtureName, asTopic: string, change: (text: string) => string = (text) => text) =>
  readFacts(shopify, change(fixtureText(name)), topic(asTopic));

describe('an order', () => {
  const { facts, unknown } = read('shopify-order', 'orders/updated');
  const order = last(facts, 'order');

  test('keeps ids above 2^53, its own name and the time it was placed', () => {
    expect(order).toMatchObject({
      externalId: '9007199254740993',
      number: 'LN-2041',
      placedAt: '2026-03-02T08:14:03.000Z',
      cancelledAt: null,
      locale: 'de-CH',
      version: { at: '2026-03-04T16:20:41.000Z' },
    });
    expect(unknown).toEqual([]);
  });

  test('is in the money the shopper paid with', () => {
    expect(order.currency).toBe('CHF');
    expect(order.total).toEqual({ amount: 14235, currency: 'CHF' });
    expect(order.lines[0]?.unitPrice).toEqual({ amount: 2370, currency: 'CHF' });
    // Nothing but the shop's own amount is told of the second line.
    expect(order.lines[1]?.unitPrice).toEqual({ amount: 5000, currency: 'EUR' });
  });

  test('holds what a lookup is proven with, and where it goes', () => {
    expect(order).toMatchObject({
      email: 'mira.keller@example.org',
      phone: '+41315550100',
      destination: {
        name: 'Mira Keller',
        lines: ['Langstrasse 12', 'c/o Frey'],
        city: 'Zürich',
        region: 'ZH',
        postcode: '8004',
        country: 'CH',
      },
      postcodes: ['8004', '3011'],
    });
  });

  test('shows names as plain text, and knows what is never put into a parcel', () => {
    expect(order.lines).toMatchObject([
      { externalId: '9007199254740995', title: 'Café cup “Dawn”', variant: 'Blue & white', shippable: true },
      { externalId: '9007199254740997', title: 'Gift card', sku: null, shippable: false },
    ]);
  });

  test('counts as removed only what no refund in it accounts for', () => {
    // Bought 4, now 2: one was refunded, which comes as a refund; one was taken out.
    expect(order.lines[0]).toMatchObject({ quantity: 4, removed: 1 });
    expect(last(facts, 'refund').items).toEqual([{ lineExternalId: '9007199254740995', quantity: 1 }]);
  });

  test('brings its fulfilments, one parcel for each number', () => {
    expect(last(facts, 'shipment')).toMatchObject({
      orderExternalId: '9007199254740993',
      externalId: '9007199254740999',
      cancelled: false,
      shippedAt: '2026-03-03T10:00:00.000Z',
      items: [{ lineExternalId: '9007199254740995', quantity: 2 }],
      status: { status: 'in_transit', known: true },
      version: { at: '2026-03-03T10:05:00.000Z' },
      parcels: [
        {
          trackingNumber: '99.60.123456.00000001',
          carrierName: 'Swiss Post',
          trackingUrl: 'https://track.example.com/?n=99.60.123456.00000001',
        },
        { trackingNumber: '99.60.123456.00000002', carrierName: 'Swiss Post', trackingUrl: null },
      ],
    });
  });

  test('reads the same wrapped as the API answers it, and under each of its topics', () => {
    const wrapped = `{"order":${fixtureText('shopify-order')}}`;
    for (const name of [
      'orders/create',
      'orders/updated',
      'orders/cancelled',
      'orders/paid',
      'orders/fulfilled',
      'orders/partially_fulfilled',
      'ORDERS_CREATE',
    ]) {
      expect(readFacts(shopify, wrapped, topic(name)).facts).toEqual(facts);
    }
    expect(readFacts(shopify, wrapped).facts).toEqual(facts);
    expect(readFacts(shopify, wrapped, { 'shopify-topic': 'orders/create' }).facts).toEqual(facts);
  });

  test('that was cancelled says when', () => {
    const cancelled = read('shopify-order', 'orders/cancelled', (text) =>
      text.replace('"cancelled_at": null', '"cancelled_at": "2026-03-04T17:20:41+01:00"'),
    );
    expect(last(cancelled.facts, 'order').cancelledAt).toBe('2026-03-04T16:20:41.000Z');
  });

  test.each([
    ['id', '"id": 9007199254740993,', ''],
    ['name', /"name": "#LN-2041",|"order_number": 2041,/g, ''],
    ['currency', /"currency": "EUR",|"total_price_set": {[^}]*}[^}]*}\s*},/g, ''],
    ['created_at', /"(created_at|processed_at)": "2026-03-02[^"]*",/g, ''],
  ])('without its %s cannot be read', (name, pattern, replacement) => {
    const reading = () =>
      read('shopify-order', 'orders/create', (text) => text.replaceAll(pattern as string, replacement));
    expect(reading).toThrow(expect.objectContaining({ code: 'field_missing' }));
    expect(reading).toThrow(name);
  });
});

describe('the version of a fact', () => {
  const versionOf = (headers: Record<string, string>, change = (text: string) => text) =>
    last(
      readFacts(shopify, change(fixtureText('shopify-order')), topic('orders/updated', headers)).facts,
      'order',
    ).version;

  test('is the same for the same content and another for other content', () => {
    const other = versionOf({}, (text) => text.replace('mira.keller@', 'mira@'));
    expect(versionOf({})).toEqual(versionOf({}));
    expect(other.at).toBe(versionOf({}).at);
    expect(other.tie).not.toBe(versionOf({}).tie);
  });

  test('orders changes of the same second by when they were triggered', () => {
    const earlier = versionOf({ 'x-shopify-triggered-at': '2026-03-04T16:20:41.09Z' });
    const later = versionOf({ 'x-shopify-triggered-at': '2026-03-04T16:20:41.123456789Z' });
    expect(earlier.at).toBe(later.at);
    expect(earlier.tie < later.tie).toBe(true);
    expect(versionOf({ 'x-shopify-triggered-at': 'soon' }).tie < earlier.tie).toBe(true);
  });

  test('counts moments, not the way a zone is written', () => {
    const inUtc = versionOf({}, (text) => text.replace('2026-03-04T17:20:41+01:00', '2026-03-04T16:20:41Z'));
    expect(inUtc.at).toBe(versionOf({}).at);
  });
});

describe('a fulfilment', () => {
  test('keeps any tracking number, and no address but http', () => {
    const { facts } = read('shopify-fulfillment', 'fulfillments/create');
    expect(facts).toHaveLength(1);
    expect(last(facts, 'shipment')).toMatchObject({
      externalId: '9007199254741021',
      parcels: [{ trackingNumber: 'JJD0000 <1>&', carrierName: 'DHL', trackingUrl: null }],
      items: [{ lineExternalId: '9007199254740995', quantity: 1 }],
      status: null,
    });
  });

  test.each([
    ['success', false, true],
    ['pending', false, false],
    ['open', false, false],
    ['cancelled', true, true],
    ['failure', true, true],
    ['error', true, true],
  ])('that is %s', (status, cancelled, isShipped) => {
    const { facts } = read('shopify-fulfillment', 'fulfillments/update', (text) =>
      text.replace('"status": "success"', `"status": "${status}"`),
    );
    const fact = last(facts, 'shipment');
    expect(fact.cancelled).toBe(cancelled);
    expect(fact.shippedAt !== null).toBe(isShipped);
  });

  test('without a number is still one parcel', () => {
    const { facts } = read('shopify-fulfillment', 'fulfillments/create', (text) =>
      text
        .replace('["JJD0000 <1>&"]', '[]')
        .replace('"tracking_number": "JJD0000 <1>&"', '"tracking_number": null')
        .replaceAll('javascript:alert(1)', 'https://carrier.example.com/a b'),
    );
    expect(last(facts, 'shipment').parcels).toEqual([
      { trackingNumber: null, carrierName: 'DHL', trackingUrl: 'https://carrier.example.com/a%20b' },
    ]);
  });

  test('names a number once', () => {
    const { facts } = read('shopify-fulfillment', 'fulfillments/create', (text) =>
      text.replace('["JJD0000 <1>&"]', '["A1", "A1", " A1 ", "B2"]'),
    );
    expect(last(facts, 'shipment').parcels.map((parcel) => parcel.trackingNumber)).toEqual(['A1', 'B2']);
  });

  test('tells a state nobody knows and claims nothing of it', () => {
    const { facts, unknown } = read('shopify-fulfillment', 'fulfillments/update', (text) =>
      text.replace('"shipment_status": null', '"shipment_status": "teleported"'),
    );
    expect(last(facts, 'shipment').status).toMatchObject({ status: 'pending', known: false });
    expect(unknown).toEqual(['shipment_status=teleported']);
  });
});

test('an event of a fulfilment tells of itself and of the promise, not of the whole parcel', () => {
  const { facts } = read('shopify-fulfillment-event', 'fulfillment_events/create');
  expect(facts).toHaveLength(1);
  expect(last(facts, 'tracking')).toMatchObject({
    subject: { by: 'shipment', source: 'shopify', externalId: '9007199254741021' },
    status: null,
    events: [
      {
        externalId: '9007199254741031',
        when: { at: '2026-03-06T06:42:10.000Z', localTime: '2026-03-06T07:42:10', offset: '+01:00' },
        mapped: { status: 'out_for_delivery', known: true },
        message: 'On the van – today',
        place: { city: 'Zürich', region: 'ZH', country: 'CH' },
        raw: { status: 'out_for_delivery' },
      },
    ],
    promise: {
      observedAt: '2026-03-06T06:43:00.000Z',
      from: null,
      until: '2026-03-06',
      zone: '+01:00',
      source: 'carrier',
    },
    version: { at: '2026-03-06T06:43:00.000Z' },
  });
});

test('a refund is the money that went back and the units it was for', () => {
  const { facts } = read('shopify-refund', 'refunds/create');
  expect(facts).toEqual([
    {
      kind: 'refund',
      source: 'shopify',
      orderExternalId: '9007199254740993',
      externalId: '9007199254741041',
      createdAt: '2026-03-07T09:00:00.000Z',
      amount: { amount: 2370, currency: 'CHF' },
      items: [{ lineExternalId: '9007199254740995', quantity: 2 }],
    },
  ]);
});

test('a refund counts only transactions that paid back', () => {
  const [refund] = ofKind(read('shopify-order', 'orders/updated').facts, 'refund');
  expect(refund?.amount).toEqual({ amount: 2370, currency: 'CHF' });
});

test.each([
  'collections/update',
  'orders/delete',
  'app/uninstalled',
  'constructor',
  'customers/data_request',
])('the topic %s is ignored with a reason', (name) => {
  const reading = shopify.read(rawMessage(fixture('shopify-order'), topic(name)), {
    timeZone: 'UTC',
    currency: 'EUR',
  });
  expect(reading).toEqual({ ignored: expect.stringContaining(name) });
});

test('a message that does not say what it is about cannot be read', () => {
  expect(() => readFacts(shopify, fixture('shopify-order'))).toThrow(
    expect.objectContaining({ code: 'topic_missing' }),
  );
});

describe('the key of a delivery', () => {
  const body = fixture('shopify-order');
  const key = (headers: Record<string, string>, bytes: Uint8Array | string = body) =>
    shopify.describe(rawMessage(bytes, headers)).dedupeKey;

  test('is Shopify’s webhook id, whatever the bytes', () => {
    const headers = topic('orders/create', { 'x-shopify-webhook-id': 'abc', 'x-shopify-event-id': 'e1' });
    expect(key(headers)).toBe('id:abc');
    expect(key(headers, '{}')).toBe('id:abc');
    expect(key(topic('orders/create', { 'shopify-webhook-id': 'abc' }))).toBe('id:abc');
  });

  test('falls to the event with its topic, then to the bytes', () => {
    const event = { 'x-shopify-event-id': 'e1' };
    expect(key(topic('orders/create', event))).not.toBe(key(topic('orders/paid', event)));
    expect(key(topic('orders/create'))).toBe(key(topic('orders/create'), body.slice()));
    expect(key(topic('orders/create'))).not.toBe(key(topic('orders/create'), body.slice(1)));
    expect(key(topic('orders/create'))).not.toBe(key(topic('orders/paid')));
  });

  test('can be told of what cannot be read', () => {
    expect(shopify.describe(rawMessage('nonsense'))).toMatchObject({ topic: 'unknown' });
    expect(() => readFacts(shopify, 'nonsense', topic('orders/create'))).toThrow(UnreadableMessage);
  });
});
