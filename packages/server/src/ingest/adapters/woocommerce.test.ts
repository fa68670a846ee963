import { describe, expect, test } from 'vitest';
import { fixture, fixtureText } from '../fixtures/index.ts';
import { rawMessage } from '../fixtures/raw-message.ts';
import { last, ofKind, readFacts } from '../fixtures/read-facts.ts';
import { woocommerce } from './woocommerce.ts';

const updated = { 'x-wc-webhook-topic': 'order.updated' };

const read = (change: (text: string) => string = (text) => text, headers = updated) =>
  readFacts(woocommerce, change(fixtureText('woocommerce-order')), headers);

const withStatus = (status: string) => (text: string) =>
  text.replace('"status": "completed"', `"status": "${status}"`);

const withTracking = (value: string) => (text: string) =>
  text.replace(
    /"_wc_shipment_tracking_items",\s*"value": \[[^\]]*\]/,
    `"_wc_shipment_tracking_items", "value": ${value}`,
  );

describe('an order', () => {
  const { facts, unknown } = read();
  const order = last(facts, 'order');

  test('is placed at its GMT time, under the number the shop shows', () => {
    expect(order).toMatchObject({
      externalId: '5120',
      number: 'W-5120',
      placedAt: '2026-01-15T20:50:00.000Z',
      version: { at: '2026-01-17T09:00:30.000Z' },
      cancelledAt: null,
      currency: 'KWD',
      total: { amount: 31250, currency: 'KWD' },
      email: 'noor@example.org',
      phone: '+965 5550 0100',
      destination: {
        name: 'Noor Al Sabah',
        lines: ['Block 4, Street 7'],
        city: 'Salmiya',
        region: 'HW',
        postcode: '20001',
        country: 'KW',
      },
      postcodes: ['20001', '13001'],
    });
    expect(unknown).toEqual([]);
  });

  test('names its lines as plain text, with the choices that make a variation', () => {
    expect(order.lines).toEqual([
      {
        externalId: '61',
        title: 'Oud candle',
        variant: 'Large',
        sku: 'OUD-L',
        productId: '300',
        variantId: '301',
        productType: null,
        tags: [],
        bundleExternalId: null,
        quantity: 2,
        removed: 0,
        unitPrice: { amount: 12625, currency: 'KWD' },
        discount: 0,
        tax: 0,
        imageUrl: 'https://shop.example.com/oud.jpg',
        productUrl: null,
        shippable: true,
      },
      {
        externalId: '62',
        title: 'Matches & box',
        variant: null,
        sku: null,
        productId: '310',
        variantId: '310',
        productType: null,
        tags: [],
        bundleExternalId: null,
        quantity: 1,
        removed: 0,
        unitPrice: { amount: 6000, currency: 'KWD' },
        discount: 0,
        tax: 0,
        imageUrl: null,
        productUrl: null,
        shippable: true,
      },
    ]);
  });

  test('tells a time without its GMT twin in the zone of the store', () => {
    const { facts: local } = read((text) => text.replace(/"date_(created|modified)_gmt": "[^"]*",/g, ''));
    expect(last(local, 'order')).toMatchObject({
      placedAt: '2026-01-15T22:50:00.000Z',
      version: { at: '2026-01-17T11:00:30.000Z' },
    });
  });

  test('ships to the billing address where it has no other', () => {
    const { facts: changed } = read((text) =>
      text.replace(/"shipping": {[^}]*}/, '"shipping": { "city": "", "postcode": "", "country": "" }'),
    );
    expect(last(changed, 'order').destination?.city).toBe('Kuwait City');
    expect(last(changed, 'order').postcodes).toEqual(['13001']);
  });

  test('of downloads has nothing to put into a parcel', () => {
    const { facts: changed } = read((text) =>
      withTracking('[]')(text)
        .replace(/"shipping": {[^}]*}/, '"shipping": { "city": "", "postcode": "", "country": "" }')
        .replace(/"shipping_lines": \[[^\]]*\]/, '"shipping_lines": []'),
    );
    expect(last(changed, 'order').lines.every((line) => !line.shippable)).toBe(true);
    expect(last(changed, 'shipment')).toMatchObject({ cancelled: true, items: [] });
  });

  test.each([
    ['cancelled', true],
    ['refunded', true],
    ['failed', true],
    ['trash', true],
    ['pending', false],
    ['on-hold', false],
    ['processing', false],
    ['completed', false],
    ['wc-cancelled', true],
  ])('that is %s', (status, isCancelled) => {
    const { cancelledAt } = last(read(withStatus(status)).facts, 'order');
    expect(cancelledAt).toBe(isCancelled ? '2026-01-17T09:00:30.000Z' : null);
  });

  test('in a state of some plugin stays as it is, and the state is told', () => {
    const reading = read(withStatus('awaiting-unicorn'));
    expect(last(reading.facts, 'order').cancelledAt).toBeNull();
    expect(reading.unknown).toEqual(['status=awaiting-unicorn']);
  });

  test('brings its refunds', () => {
    expect(ofKind(facts, 'refund')).toEqual([
      {
        kind: 'refund',
        source: 'woocommerce',
        orderExternalId: '5120',
        externalId: '5125',
        createdAt: '2026-01-17T09:00:30.000Z',
        amount: { amount: 6000, currency: 'KWD' },
        items: [],
      },
    ]);
  });

  test('of two states of the same second is the one further along', () => {
    const ties = ['pending', 'processing', 'completed', 'refunded', 'trash'].map(
      (status) => last(read(withStatus(status)).facts, 'order').version.tie,
    );
    expect(ties).toEqual([...ties].sort());
  });
});

describe('the parcels of an order', () => {
  test('are one shipment, with carrier, number and address of each', () => {
    expect(last(read().facts, 'shipment')).toMatchObject({
      orderExternalId: '5120',
      externalId: '5120',
      cancelled: false,
      shippedAt: '2026-01-17T00:00:00.000Z',
      status: null,
      parcels: [
        { trackingNumber: '4100 2001', carrierName: 'aramex', trackingUrl: null },
        {
          trackingNumber: 'GX/77+8',
          carrierName: 'Gulf Express',
          trackingUrl: 'https://track.example.com/?a=1&n=GX%2F77%2B8',
        },
      ],
      items: [
        { lineExternalId: '61', quantity: 2 },
        { lineExternalId: '62', quantity: 1 },
      ],
    });
  });

  test('may be written as an object of numbered fields, and dated by the day', () => {
    const { facts } = read(
      withTracking(
        '{"1":{"tracking_number":"A1","date_shipped":"2026-01-16"},"3":{"tracking_number":""},"4":7}',
      ),
    );
    expect(last(facts, 'shipment')).toMatchObject({
      shippedAt: '2026-01-15T23:00:00.000Z',
      parcels: [{ trackingNumber: 'A1', carrierName: null, trackingUrl: null }],
    });
  });

  test('hold what their notes list', () => {
    const { facts } = read(
      withTracking(
        '[{"tracking_number":"A1","products_list":[{"product":300,"item_id":61,"qty":"1"},{"item_id":999,"qty":5}]}]',
      ),
    );
    expect(last(facts, 'shipment').items).toEqual([{ lineExternalId: '61', quantity: 1, parcel: 0 }]);
  });

  test('hold each what its own note lists, all together no more than was bought', () => {
    const { facts } = readFacts(woocommerce, fixtureText('woocommerce-order-taxed'), updated);
    expect(last(facts, 'shipment').items).toEqual([
      { lineExternalId: '71', quantity: 2, parcel: 0 },
      { lineExternalId: '73', quantity: 1, parcel: 0 },
      { lineExternalId: '71', quantity: 1, parcel: 1 },
    ]);
  });

  test('hold nothing that is known where only a part is said to have left', () => {
    const { facts } = read((text) =>
      withStatus('partial-shipped')(withTracking('[{"tracking_number":"A1"}]')(text)),
    );
    expect(last(facts, 'shipment').items).toEqual([]);
  });

  test('are one without a number once the order is completed, and none before', () => {
    const completed = last(read(withTracking('[]')).facts, 'shipment');
    expect(completed).toMatchObject({
      cancelled: false,
      shippedAt: '2026-01-17T09:00:29.000Z',
      parcels: [{ trackingNumber: null }],
      items: [
        { lineExternalId: '61', quantity: 2 },
        { lineExternalId: '62', quantity: 1 },
      ],
    });
    const open = last(read((text) => withStatus('processing')(withTracking('[]')(text))).facts, 'shipment');
    expect(open).toMatchObject({ externalId: '5120', cancelled: true, shippedAt: null, items: [] });
  });

  test('are read from whatever stands in the note without failing', () => {
    for (const value of ['null', '"text"', '[null,1,"x",[]]', '{"a":[]}', '[{"tracking_number":{"a":1}}]']) {
      expect(() => read(withTracking(value))).not.toThrow();
    }
  });
});

describe('what WooCommerce sends beside orders', () => {
  const ping = { 'content-type': 'application/x-www-form-urlencoded' };

  test('its greeting is a ping, and nothing else is', () => {
    expect(woocommerce.isPing(rawMessage('webhook_id=142', ping))).toBe(true);
    expect(woocommerce.isPing(rawMessage('webhook_id=142'))).toBe(true);
    for (const body of [
      '',
      'webhook_id=',
      'webhook_id=1&id=2',
      'webhook_id=1\n',
      ' webhook_id=1',
      'webhook_id=-1',
      '{"webhook_id":1}',
      `webhook_id=${'1'.repeat(99)}`,
    ]) {
      expect(woocommerce.isPing(rawMessage(body, ping))).toBe(false);
    }
    expect(woocommerce.isPing(rawMessage('webhook_id=1', { 'content-type': 'application/json' }))).toBe(
      false,
    );
    expect(woocommerce.isPing(rawMessage(fixture('woocommerce-order'), updated))).toBe(false);
  });

  test.each(['customer.updated', 'coupon.created', 'action.woocommerce_add_to_cart', 'constructor'])(
    'the topic %s is ignored',
    (topic) => {
      const message = rawMessage('{}', { 'x-wc-webhook-topic': topic });
      expect(woocommerce.read(message, { timeZone: 'UTC', currency: 'EUR' })).toEqual({
        ignored: expect.stringContaining(topic),
      });
    },
  );

  test('a deleted order of which only the id is told is ignored; one with its content is cancelled', () => {
    const deleted = { 'x-wc-webhook-topic': 'order.deleted' };
    expect(
      woocommerce.read(rawMessage('{"id":5120}', deleted), { timeZone: 'UTC', currency: 'EUR' }),
    ).toHaveProperty('ignored');
    expect(last(read((text) => text, deleted).facts, 'order').cancelledAt).not.toBeNull();
  });

  test('a basket at the checkout is no order', () => {
    const draft = rawMessage(withStatus('checkout-draft')(fixtureText('woocommerce-order')), updated);
    expect(woocommerce.read(draft, { timeZone: 'UTC', currency: 'EUR' })).toHaveProperty('ignored');
  });

  test('a topic may stand in two headers, and must stand somewhere', () => {
    const headers = { 'x-wc-webhook-resource': 'order', 'x-wc-webhook-event': 'restored' };
    expect(read((text) => text, headers as never).facts).toEqual(read().facts);
    expect(() => readFacts(woocommerce, fixture('woocommerce-order'))).toThrow(
      expect.objectContaining({ code: 'topic_missing' }),
    );
  });

  test('an object that is no order cannot be read', () => {
    expect(() => readFacts(woocommerce, '{"id":1}', updated)).toThrow(
      expect.objectContaining({ code: 'field_missing' }),
    );
  });

  test('a delivery is known by its topic and bytes: its delivery id is shared by all of a second', () => {
    const key = (body: string, topic: string, delivery: string) =>
      woocommerce.describe(
        rawMessage(body, { 'x-wc-webhook-topic': topic, 'x-wc-webhook-delivery-id': delivery }),
      ).dedupeKey;
    expect(key('{"a":1}', 'order.updated', 'x')).toBe(key('{"a":1}', 'order.updated', 'y'));
    expect(key('{"a":1}', 'order.updated', 'x')).not.toBe(key('{"a":2}', 'order.updated', 'x'));
    expect(key('{"a":1}', 'order.updated', 'x')).not.toBe(key('{"a":1}', 'order.created', 'x'));
    // The bin again, after the product was taken out of it.
    expect(key('{"id":1}', 'product.deleted', 'x')).not.toBe(key('{"id":1}', 'product.deleted', 'y'));
  });
});
