import type { ItemRights } from '@postlude/contract';
import { expect, it } from 'vitest';
import { putOrder, putShipment } from '../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { keyOf, openReturnShop } from './testing/shop.ts';

const price = (amount: number) => ({ amount, currency: 'EUR' });

/** Two gift boxes, each with two candles that are in its price and a vase with a price of its own, all delivered. */
async function openBoxes(backend: TestBackend) {
  const shop = await openReturnShop(backend);
  const lines = [
    { externalId: 'box', title: 'Box', quantity: 2, unitPrice: price(3000) },
    { externalId: 'candle', title: 'Candle', quantity: 4, bundleExternalId: 'box' },
    { externalId: 'vase', title: 'Vase', quantity: 2, unitPrice: price(1000), bundleExternalId: 'box' },
  ];
  const { order, proof } = await putOrder(shop.send, shop.shop, {
    number: '1002',
    total: price(8000),
    taxesIncluded: true,
    shipping: { price: price(0) },
    lines,
  } as never);
  const items = lines.map(({ externalId, quantity }) => ({ lineExternalId: externalId, quantity }));
  const sent = { trackingNumber: 'OUT2', shippedAt: '2026-11-21T10:00:00Z', items };
  const parcel = await putShipment(shop.send, shop.shop, order.id, sent, 'ship-2');
  const tracking = `/v1/staff/orders/${order.id}/shipments/${parcel.json.order.shipments[0].id}/tracking`;
  const delivered = { events: [{ at: '2026-11-23T10:00:00+01:00', status: 'delivered' }] };
  await shop.staff('POST', tracking, delivered);
  const opening = `/v1/sessions?store=${shop.shop.store.publishableKey}`;
  const { json } = await shop.send('POST', opening, { json: { by: 'proof', order: '1002', proof } });
  const path = `/v1/orders/${order.id}`;
  const read = async (): Promise<Record<string, ItemRights>> => {
    const options = await shop.send('GET', `${path}/return-options`, { key: json.token });
    return Object.fromEntries(options.json.items.map((item: ItemRights) => [item.title, item]));
  };
  const file = async (named: Record<string, number>) => {
    const all = await read();
    const filed = Object.entries(named).map(([title, quantity]) => ({
      ...keyOf(all[title]),
      quantity,
      reason: 'changed_my_mind',
      resolution: 'refund',
    }));
    const filing = { route: 'return', items: filed, method: { id: 'own' } };
    return shop.send('POST', `${path}/returns`, { key: json.token, json: filing });
  };
  const left = async () =>
    Object.fromEntries(Object.entries(await read()).map(([title, { quantity }]) => [title, quantity]));
  return { ...shop, file, left };
}

describeOnBothDatabases('a bundle that goes back', (open) => {
  it('takes its parts with it, which cannot go back once more', async () => {
    const { file, left, act } = await openBoxes(await open());
    const filed = await file({ Box: 1 });
    // Less the handling of 1.00.
    expect(filed.json.settlement.refund).toEqual(price(3900));
    expect(await left()).toEqual({ Box: 1, Candle: 2, Vase: 1 });
    const more = await file({ Vase: 2 });
    expect([more.status, more.json.code]).toEqual([422, 'quantity_unavailable']);
    await act(filed.json.id, 'decline', { code: 'other', note: 'Not this one.' });
    expect(await left()).toEqual({ Box: 2, Candle: 4, Vase: 2 });
  });

  it('counts a part once that is named beside it, and gives the rest for a box whose part is back already', async () => {
    const { file, left } = await openBoxes(await open());
    expect((await file({ Vase: 1 })).json.settlement.refund).toEqual(price(900));
    expect(await left()).toEqual({ Box: 2, Candle: 4, Vase: 1 });
    const rest = await file({ Box: 2, Vase: 1 });
    expect(rest.json.settlement.refund).toEqual(price(6900));
    expect(await left()).toEqual({ Box: 0, Candle: 0, Vase: 0 });
  });
});
