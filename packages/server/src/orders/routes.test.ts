import { endpoints } from '@postlude/contract/endpoints';
import { expect, it } from 'vitest';
import type * as z from 'zod/mini';
import type { CreatedStore } from '../stores/create-store.ts';
import { apiOf, orderInput, putOrder, type Send } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

async function openOrder(send: Send, shop: CreatedStore, order = '1001') {
  const answer = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
    json: { by: 'lookup', order, contact: 'ada@example.com' },
  });
  return { token: answer.json.token as string, path: `/v1/orders/${answer.json.order.id}` };
}

async function putShipment(send: Send, shop: CreatedStore, orderId: string, json: object, id = 'ship-1') {
  const path = `/v1/staff/orders/${orderId}/shipments/by-external-id/${id}`;
  return send('PUT', path, { key: shop.secretKey, json: { items: [], ...json } });
}

/** The schema leaves out what the contract does not name; so nothing may be missing afterwards. */
function expectExactly(schema: z.ZodMiniType, json: unknown): void {
  expect(schema.parse(json)).toEqual(json);
}

describeOnBothDatabases('the order of a session', (open) => {
  it('is answered with a tag, and with 304 while nothing has changed', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop);
    const { token, path } = await openOrder(send, shop);
    const first = await send('GET', path, { key: token });
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await send('GET', path, { key: token, headers: { 'If-None-Match': tag } });
      expect([tag, again.status, again.text, again.headers.get('etag')]).toEqual([tag, 304, '', etag]);
    }
    await putOrder(send, shop, { updatedAt: '2026-11-25T00:00:00Z', total: { amount: 1, currency: 'EUR' } });
    const changed = await send('GET', path, { key: token, headers: { 'If-None-Match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('holds no contact and nothing the contract does not name', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    await putShipment(send, shop, order.id, { trackingNumber: 'X1', carrier: 'DHL' });
    const { token, path } = await openOrder(send, shop);
    const answer = await send('GET', path, { key: token });
    expect(answer.text).not.toMatch(/ada@|2345678|20 ?095/i);
    expectExactly(endpoints.getOrder.output, answer.json);
  });

  it('is closed when the session ends', async () => {
    const { context, clock, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop);
    const { token, path } = await openOrder(send, shop);
    clock.advance(2 * 60 * 60_000);
    expect((await send('GET', path, { key: token })).json.code).toBe('session_invalid');
  });

  it('has each parcel as JSON-LD', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const { json } = await putShipment(send, shop, order.id, { trackingNumber: 'X1', carrier: 'DHL' });
    const { token, path } = await openOrder(send, shop);
    const at = `${path}/shipments/${json.order.shipments[0].id}/parcel-delivery`;
    const answer = await send('GET', at, { key: token });
    expect(answer.headers.get('content-type')).toBe('application/ld+json');
    expect(answer.json).toMatchObject({ '@type': 'ParcelDelivery', trackingNumber: 'X1' });
    expect((await send('GET', at.replace(/shp_\w+/, `shp_${'0'.repeat(32)}`), { key: token })).status).toBe(
      404,
    );
  });
});

describeOnBothDatabases('an order put in by staff', (open) => {
  it('is told back with its proof, exactly as the contract says', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const answer = await putOrder(send, shop, { number: '#1001' });
    expectExactly(endpoints.putOrder.output, answer);
    expect(answer.summary).toMatchObject({
      number: '1001',
      source: 'staff',
      email: 'Ada@Example.com',
      shipments: 0,
    });
    expect(answer.proof).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps its id and its lines’ ids over updates, and is replaced by a newer version only', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const first = await putOrder(send, shop, { updatedAt: '2026-11-21T00:00:00Z' });
    const second = await putOrder(send, shop, {
      updatedAt: '2026-11-22T00:00:00+02:00',
      lines: [{ externalId: 'l2', title: 'Big tray', quantity: 1 }],
    });
    expect(second.order.id).toBe(first.order.id);
    expect(second.order.lines).toHaveLength(1);
    expect(second.order.lines[0]).toMatchObject({ id: first.order.lines[1]?.id, title: 'Big tray' });
    const late = await putOrder(send, shop, { updatedAt: '2026-11-20T00:00:00Z' });
    expect(late).toEqual(second);
  });

  it('may have an id with any characters', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    for (const id of [
      'gid://shop/Order/1',
      'a b',
      '100%',
      '%2F',
      'ü€😀',
      '...',
      'a?b#c',
      '9007199254740993',
    ]) {
      expect((await putOrder(send, shop, { number: id }, id)).summary.externalId).toBe(id);
    }
  });

  it('refuses two lines with one id, and more removed than bought', async () => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const line = { externalId: 'a', title: 'Mug', quantity: 1 };
    const put = (lines: object[]) =>
      apiOf(context)('PUT', '/v1/staff/orders/by-external-id/x', {
        key: secretKey,
        json: { ...orderInput(), lines },
      });
    expect((await put([line, line])).json.fields).toHaveProperty(['lines.1.externalId']);
    expect((await put([{ ...line, removed: 2 }])).json.fields).toHaveProperty(['lines.0.removed']);
  });

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:00:00-14:00', '0001-01-01T00:00:00+14:00'])(
    'refuses a moment no database has: %s',
    async (placedAt) => {
      const { context, newStore } = await open();
      const { secretKey } = await newStore();
      const answer = await apiOf(context)('PUT', '/v1/staff/orders/by-external-id/x', {
        key: secretKey,
        json: orderInput({ placedAt }),
      });
      expect(answer.json).toMatchObject({ code: 'invalid_input', fields: { placedAt: expect.any(String) } });
    },
  );

  it('survives a thousand lines', async () => {
    const { context, newStore } = await open();
    const shop = await newStore();
    const lines = Array.from({ length: 1000 }, (_, place) => ({
      externalId: `l${place}`,
      title: 'T',
      quantity: 1,
    }));
    const answer = await putOrder(apiOf(context), shop, { lines });
    expect(answer.order.lines.map((line) => line.title)).toHaveLength(1000);
  });
});

describeOnBothDatabases('the list of orders', (open) => {
  it('goes through all of them once, newest first, in pages', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    for (let day = 1; day <= 7; day += 1) {
      // Two of one moment, so that the cursor has to look at more than the time.
      const placedAt = `2026-11-0${day - (day % 2)}T00:00:00Z`.replace('-00T', '-01T');
      await putOrder(send, shop, { number: `n${day}`, placedAt });
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await send('GET', `/v1/staff/orders?limit=3${cursor && `&cursor=${cursor}`}`, {
        key: shop.secretKey,
      });
      expectExactly(endpoints.listOrders.output, page.json);
      seen.push(...page.json.items.map((item: { number: string }) => item.number));
      cursor = page.json.next;
    }
    expect(seen).toEqual(['n7', 'n6', 'n5', 'n4', 'n3', 'n2', 'n1']);
  });

  it('finds by number, e-mail and tracking number', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop, { number: '77', email: 'one@example.com' });
    await putOrder(send, shop, { number: '78', email: 'two@example.com' });
    await putShipment(send, shop, order.id, { trackingNumber: 'JJD 0003 ab' });
    for (const q of ['77', '#77', 'ONE@example.com', 'jjd0003AB', 'JJD 0003 ab']) {
      const found = await send('GET', `/v1/staff/orders?q=${encodeURIComponent(q)}`, { key: shop.secretKey });
      expect([q, found.json.items.map((item: { number: string }) => item.number)]).toEqual([q, ['77']]);
    }
    for (const q of ['7', '%', "' or 1=1 --", '\u0000', '😀']) {
      const none = await send('GET', `/v1/staff/orders?q=${encodeURIComponent(q)}`, { key: shop.secretKey });
      expect([q, none.json.items ?? none.json.code]).toEqual([q, q === '\u0000' ? 'invalid_input' : []]);
    }
  });

  it.each(['x', 'W10', 'bnVsbA', Buffer.from('["2026","ord_1"]').toString('base64url')])(
    'refuses %j as a cursor',
    async (cursor) => {
      const { context, newStore } = await open();
      const { secretKey } = await newStore();
      const answer = await apiOf(context)('GET', `/v1/staff/orders?cursor=${cursor}`, { key: secretKey });
      expect(answer.json).toMatchObject({
        code: 'invalid_input',
        fields: { 'query.cursor': expect.any(String) },
      });
    },
  );

  it.each(['0', '101', '1.5', 'many', ''])('refuses %j as a limit', async (limit) => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const answer = await apiOf(context)('GET', `/v1/staff/orders?limit=${limit}`, { key: secretKey });
    expect(answer.json).toMatchObject({
      code: 'invalid_input',
      fields: { 'query.limit': expect.any(String) },
    });
  });
});

describeOnBothDatabases('a shipment and its news put in by staff', (open) => {
  it('moves the card', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const shipped = await putShipment(send, shop, order.id, {
      shippedAt: '2026-11-21T08:00:00Z',
      carrier: 'DHL',
      trackingNumber: '00340434161094027318',
      items: [{ lineExternalId: 'l1', quantity: 1 }],
    });
    expectExactly(endpoints.putShipment.output, shipped.json);
    expect(shipped.json.order.shipments[0]).toMatchObject({
      trackingNumber: '00340434161094027318',
      items: [{ lineId: order.lines[0]?.id, quantity: 1 }],
    });
    const path = `/v1/staff/orders/${order.id}/shipments/${shipped.json.order.shipments[0].id}`;
    const told = await send('POST', `${path}/tracking`, {
      key: shop.secretKey,
      json: {
        events: [
          {
            at: '2026-11-23T07:30:00+01:00',
            status: 'out_for_delivery',
            place: { city: 'Hamburg', country: 'de' },
          },
        ],
        promise: { until: '2026-11-24' },
      },
    });
    expectExactly(endpoints.addTracking.output, told.json);
    expect(told.json.order.shipments[0]).toMatchObject({
      status: 'out_for_delivery',
      promise: { until: '2026-11-24', source: 'store' },
      events: [
        { localTime: '2026-11-23T07:30:00', offset: '+01:00', place: { city: 'Hamburg', country: 'DE' } },
      ],
    });
    const list = await send('GET', `${path}/events`, { key: shop.secretKey });
    expectExactly(endpoints.listTrackingEvents.output, list.json);
    expect(list.json.items).toMatchObject([{ source: 'staff', raw: { status: 'out_for_delivery' } }]);
  });

  it('keeps a pick-up point when later news do not speak of it', async () => {
    const { context, clock, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const { json } = await putShipment(send, shop, order.id, { shippedAt: '2026-11-21T08:00:00Z' });
    const path = `/v1/staff/orders/${order.id}/shipments/${json.order.shipments[0].id}/tracking`;
    await send('POST', path, {
      key: shop.secretKey,
      json: {
        events: [{ at: '2026-11-23T08:00:00Z', status: 'available_for_pickup' }],
        pickup: { name: 'Kiosk', code: '1234' },
      },
    });
    clock.advance(1000);
    const later = await send('POST', path, { key: shop.secretKey, json: { proof: { signedBy: 'A. L.' } } });
    expect(later.json.order.shipments[0].pickup).toMatchObject({ name: 'Kiosk', code: '1234' });
  });

  it('pages through many events, each once', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const { json } = await putShipment(send, shop, order.id, { trackingNumber: 'T1' });
    const path = `/v1/staff/orders/${order.id}/shipments/${json.order.shipments[0].id}`;
    const events = Array.from({ length: 120 }, (_, place) => ({
      at: new Date(Date.UTC(2026, 10, 21, 0, Math.floor(place / 2))).toISOString(),
      status: 'in_transit',
      message: `Scan ${place}`,
    }));
    for (let round = 0; round < 2; round += 1) {
      await send('POST', `${path}/tracking`, { key: shop.secretKey, json: { events } });
    }
    const seen = new Set<string>();
    let cursor = '';
    do {
      const page = await send('GET', `${path}/events?limit=50${cursor}`, { key: shop.secretKey });
      for (const { event } of page.json.items) seen.add(event.message);
      cursor = page.json.next === null ? '' : `&cursor=${page.json.next}`;
    } while (cursor !== '');
    expect(seen.size).toBe(120);
  });

  it('does not show the former life of a tracking number that is used again', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const news = async (number: string, placedAt: string, at: string) => {
      const { order } = await putOrder(send, shop, { number, placedAt });
      const { json } = await putShipment(send, shop, order.id, { trackingNumber: 'AGAIN' }, `s${number}`);
      const path = `/v1/staff/orders/${order.id}/shipments/${json.order.shipments[0].id}`;
      await send('POST', `${path}/tracking`, {
        key: shop.secretKey,
        json: { events: [{ at, status: 'in_transit', message: number }] },
      });
      const list = await send('GET', `${path}/events`, { key: shop.secretKey });
      const read = await send('GET', `/v1/staff/orders/${order.id}`, { key: shop.secretKey });
      const messages = (events: { message: string }[]) => events.map((event) => event.message);
      return [
        messages(list.json.items.map((item: { event: { message: string } }) => item.event)),
        messages(read.json.order.shipments[0].events),
      ];
    };
    await news('old', '2025-01-01T00:00:00Z', '2025-01-02T00:00:00Z');
    expect(await news('new', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z')).toEqual([['new'], ['new']]);
  });

  it('refuses a sub-status that does not belong to the status', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const { json } = await putShipment(send, shop, order.id, {});
    const path = `/v1/staff/orders/${order.id}/shipments/${json.order.shipments[0].id}/tracking`;
    const answer = await send('POST', path, {
      key: shop.secretKey,
      json: { events: [{ at: '2026-11-23T08:00:00Z', status: 'delivered', subStatus: 'weather_delay' }] },
    });
    expect(answer.json.fields).toHaveProperty(['events.0.subStatus']);
  });

  it('is not found under another order', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    const one = await putOrder(send, shop, { number: '1' });
    const two = await putOrder(send, shop, { number: '2' });
    const { json } = await putShipment(send, shop, one.order.id, {});
    const path = `/v1/staff/orders/${two.order.id}/shipments/${json.order.shipments[0].id}`;
    expect((await send('GET', `${path}/events`, { key: shop.secretKey })).status).toBe(404);
    expect((await send('POST', `${path}/tracking`, { key: shop.secretKey, json: {} })).status).toBe(404);
  });
});
