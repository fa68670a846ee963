import { endpoints } from '@postlude/contract/endpoints';
import { expect, it } from 'vitest';
import type { CreatedStore } from '../stores/create-store.ts';
import { apiOf, expectExactly, orderInput, putOrder, putShipment, type Send } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

async function openOrder(send: Send, shop: CreatedStore, order = '1001') {
  const answer = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
    json: { by: 'lookup', order, contact: 'ada@example.com' },
  });
  return { token: answer.json.token as string, path: `/v1/orders/${answer.json.order.id}` };
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
    const { order } = await putOrder(send, shop, {
      destination: { name: 'Ada L.', lines: ['Deich 7'], city: 'Hamburg', postcode: '20 095', country: 'DE' },
    });
    await putShipment(send, shop, order.id, { trackingNumber: 'X1', carrier: 'DHL' });
    const { token, path } = await openOrder(send, shop);
    const answer = await send('GET', path, { key: token });
    expect(answer.text).not.toMatch(/ada|2345678|20 ?095|deich/i);
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

  it('without updatedAt replaces what is there, also within one moment', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      const answer = await putOrder(send, shop, { lines: [{ externalId: 'l', title, quantity: 1 }] });
      expect(answer.order.lines).toMatchObject([{ title }]);
    }
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
