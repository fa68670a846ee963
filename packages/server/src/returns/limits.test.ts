import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { cancelOften, writeOften } from './testing/many.ts';
import { openReturnShop, type ReturnShop } from './testing/shop.ts';

const write = (shop: ReturnShop, id: string) =>
  shop.send('POST', `/v1/returns/${id}/messages`, { key: shop.token, json: { text: 'Once more' } });

/** Another filing than the one of a moment ago. */
async function noted(shop: ReturnShop, note: string) {
  const filing = await shop.filing();
  return { ...filing, items: filing.items.map((item) => ({ ...item, note })) };
}

describeOnBothDatabases('without end', (open) => {
  it('nobody files and cancels', async () => {
    const shop = await openReturnShop(await open());
    await cancelOften(shop, 49);
    const last = await shop.file(await noted(shop, 'the last one'));
    expect(last.status).toBe(201);
    await shop.send('POST', `/v1/returns/${last.json.id}/cancel`, { key: shop.token });
    const next = await shop.file(await noted(shop, 'one more'));
    expect(next).toMatchObject({ status: 422, json: { code: 'too_many', detail: expect.any(String) } });
    const events = (await shop.events()).length;
    await shop.file(await noted(shop, 'and one more'));
    expect(await shop.events()).toHaveLength(events);
  });

  it('nobody writes about one return, but staff may', async () => {
    const shop = await openReturnShop(await open());
    const { json } = await shop.file(await shop.filing());
    await writeOften(shop, json.id, 'store', 300);
    await writeOften(shop, json.id, 'shopper', 199);
    expect((await write(shop, json.id)).status).toBe(201);
    expect((await write(shop, json.id)).json.code).toBe('too_many');
    const { answer } = await shop.act(json.id, 'messages', { text: 'We have called you.' });
    expect(answer.status).toBe(201);
    expect(answer.json.return.messages).toHaveLength(501);
  });

  it('nobody writes about all returns of an order together', async () => {
    const shop = await openReturnShop(await open());
    await cancelOften(shop, 6);
    const { json } = await shop.file(await noted(shop, 'another'));
    const { items } = (await shop.send('GET', `/v1/orders/${shop.orderId}/returns`, { key: shop.token }))
      .json;
    const others = items.filter(({ id }: { id: string }) => id !== json.id).slice(0, 5);
    for (const { id } of others) await writeOften(shop, id, 'shopper', 200);
    expect((await write(shop, json.id)).json.code).toBe('too_many');
  });

  it('nobody changes a return, though it may still be cancelled', async () => {
    const shop = await openReturnShop(await open());
    const filing = await shop.filing();
    const { json } = await shop.file(filing);
    const path = `/v1/returns/${json.id}`;
    await shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
      tx.updateTable('returns').set({ revision: 200 }).where('return_id', '=', json.id).execute(),
    );
    expect((await shop.send('PUT', path, { key: shop.token, json: filing })).json.code).toBe('too_many');
    expect((await shop.send('POST', `${path}/cancel`, { key: shop.token })).json.status).toBe('cancelled');
  });
});
