import type { ReturnOptions, ReturnQuote } from '@postlude/contract';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { keyOf, openReturnShop, type ReturnShop, testPolicy } from './testing/shop.ts';

/** What is left of the blue mug that was bought and of the red one. */
async function restock(shop: ReturnShop, stock: { readonly blue: number; readonly red: number }) {
  const price = { amount: 1995, currency: 'EUR' };
  const { status } = await shop.staff('PUT', '/v1/staff/products/by-external-id/p1', {
    title: 'Mug',
    variants: [
      { externalId: 'v1', title: 'Blue', price, stock: stock.blue },
      { externalId: 'v2', title: 'Red', price, stock: stock.red },
    ],
  });
  expect(status).toBe(200);
}

/** Files and quotes an exchange of mugs for another one. */
async function exchange(shop: ReturnShop, quantity = 1, note: string | null = null) {
  const { Mug } = await shop.items();
  const filing = await shop.filing({
    items: [
      {
        ...keyOf(Mug),
        quantity,
        reason: 'changed_my_mind',
        resolution: 'exchange',
        exchangeFor: { variantId: 'v2' },
      },
    ],
  });
  const quote = await shop.send('POST', `/v1/orders/${shop.orderId}/return-quotes`, {
    key: shop.token,
    json: filing,
  });
  const items = filing.items.map((item) => ({ ...item, note }));
  return { filing, quoted: quote, filed: await shop.file({ ...filing, items }) };
}

const gone = { code: 'variant_unavailable', fields: { 'items.0.exchangeFor': expect.any(String) } };

describeOnBothDatabases('an exchange', (open) => {
  it('for which nothing is left says so of its variant, quoted and filed, and what else may become of it stays open', async () => {
    const shop = await openReturnShop(await open());
    await restock(shop, { blue: 4, red: 0 });
    const { quoted, filed } = await exchange(shop);
    expect(quoted.json).toMatchObject(gone);
    expect(filed.json).toMatchObject(gone);
    const path = `/v1/orders/${shop.orderId}`;
    const { json } = await shop.send('GET', `${path}/return-options`, { key: shop.token });
    const { items } = json as ReturnOptions;
    const routes = items.find(({ title }) => title === 'Mug')?.routes ?? [];
    expect(routes.find(({ route }) => route === 'exchange')?.because).toBe('no_variant');
    expect(routes.find(({ route }) => route === 'return')?.state).toBe('open');
    const item = { ...keyOf(items.find(({ title }) => title === 'Mug')), quantity: 1 };
    const quote = await shop.send('POST', `${path}/return-quotes`, {
      key: shop.token,
      json: { route: 'return', items: [item] },
    });
    const { resolutions = [] } = (quote.json as ReturnQuote).items[0] ?? {};
    expect(resolutions.map(({ resolution, state, because }) => [resolution, state, because])).toEqual([
      ['refund', 'open', null],
      ['store_credit', 'open', null],
      ['exchange', 'closed', 'no_variant'],
    ]);
  });

  it('for more than are left, and for a variant that has just gone, says the same', async () => {
    const shop = await openReturnShop(await open());
    await restock(shop, { blue: 1, red: 1 });
    const more = await exchange(shop, 2);
    expect([more.quoted.json, more.filed.json]).toEqual([
      expect.objectContaining(gone),
      expect.objectContaining(gone),
    ]);
    await restock(shop, { blue: 4, red: 1 });
    expect((await exchange(shop)).filed.status).toBe(201);
    const next = await exchange(shop, 1, 'In another tab.');
    expect([next.quoted.json, next.filed.json]).toEqual([
      expect.objectContaining(gone),
      expect.objectContaining(gone),
    ]);
  });

  it('that comes too late is told that, whatever is in stock', async () => {
    const backend = await open();
    const window = { ...testPolicy.window, severalParcels: 'each' as const };
    const shop = await openReturnShop(backend, { ...testPolicy, window });
    await restock(shop, { blue: 4, red: 0 });
    const { filing } = await exchange(shop);
    backend.clock.set('2026-12-25T09:00:00.000Z');
    const session = await shop.send('POST', `/v1/sessions?store=${shop.shop.store.publishableKey}`, {
      json: shop.proof,
    });
    const late = await shop.file(filing, {}, session.json.token);
    expect(late.json).toMatchObject({
      code: 'route_closed',
      fields: { 'items.0': 'window_ended 2026-12-23' },
    });
  });
});
