import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openReturnShop } from './testing/shop.ts';

describeOnBothDatabases('the sums of a return that is being changed', (open) => {
  it('count its own units as free again, and those of no other return', async () => {
    const shop = await openReturnShop(await open());
    const filing = await shop.filing();
    const all = { ...filing, items: filing.items.map((item) => ({ ...item, quantity: 2 })) };
    const { json: filed } = await shop.file(all);
    const quote = (changing?: string) =>
      shop.send('POST', `/v1/orders/${shop.orderId}/return-quotes`, {
        key: shop.token,
        json: { ...all, ...(changing ? { changing } : {}) },
      });
    expect((await quote()).json.code).toBe('quantity_unavailable');
    const answer = await quote(filed.id);
    expect(answer.status).toBe(200);
    expect(answer.json.settlement).toEqual(filed.settlement);
    const { json: changed } = await shop.send('PUT', `/v1/returns/${filed.id}`, {
      key: shop.token,
      json: all,
    });
    expect(changed.settlement).toEqual(answer.json.settlement);
  });

  it('are not told for a return of somebody else, nor for one that cannot be changed', async () => {
    const shop = await openReturnShop(await open());
    const filing = await shop.filing();
    const { json: filed } = await shop.file(filing);
    const quote = (changing: string, key = shop.token) =>
      shop.send('POST', `/v1/orders/${shop.orderId}/return-quotes`, { key, json: { ...filing, changing } });
    expect((await quote(filed.id, shop.giftToken)).json.code).toBe('not_found');
    await shop.act(filed.id, 'approve');
    await shop.act(filed.id, 'refund');
    expect((await quote(filed.id)).json.code).toBe('return_not_changeable');
  });
});
