import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { keyOf, openReturnShop } from './testing/shop.ts';

/** Prices, sums and the giver's contact as they would be written. */
const secrets =
  /1995|1490|5000|10970|\b490\b|2194|1895|ada@example|171 ?2345678|20 ?095|"city":"Hamburg","country"/i;

describeOnBothDatabases('the return of a gift', (open) => {
  async function openGift() {
    const shop = await openReturnShop(await open());
    const { Mug } = await shop.items(shop.giftToken);
    const item = { ...keyOf(Mug), quantity: 1, reason: 'changed_my_mind' };
    const file = (changes: object) =>
      shop.file(
        { route: 'return', items: [{ ...item, ...changes }], method: { id: 'own' } },
        {},
        shop.giftToken,
      );
    return { ...shop, item, file };
  }

  it('shows no price, sum or contact anywhere, from the options to the settled return', async () => {
    const { send, giftToken: key, orderId, item, file, act } = await openGift();
    const options = await send('GET', `/v1/orders/${orderId}/return-options`, { key });
    const quote = await send('POST', `/v1/orders/${orderId}/return-quotes`, {
      key,
      json: { route: 'return', items: [{ ...item, resolution: 'store_credit' }], method: { id: 'own' } },
    });
    const filed = await file({ resolution: 'store_credit' });
    expect(filed.status).toBe(201);
    await act(filed.json.id, 'approve');
    const { staff } = await act(filed.json.id, 'refund', { creditCode: 'GIFT' });
    // Staff see what it was worth: the mug without the fee, which is for refunds, and the bonus.
    expect(staff.return.settled?.storeCredit).toEqual({ amount: 2194, currency: 'EUR' });
    const settled = await send('GET', `/v1/returns/${filed.json.id}`, { key });
    const list = await send('GET', `/v1/orders/${orderId}/returns`, { key });
    expect(settled.json.settled).toMatchObject({ creditCode: 'GIFT', storeCredit: null, refund: null });
    for (const answer of [options, quote, filed, settled, list]) {
      expect(answer.status).toBeLessThan(300);
      expect(answer.text).not.toMatch(secrets);
    }
  });

  it('offers store credit and an exchange of the same price, and neither money back nor a cancellation', async () => {
    const { send, giftToken: key, orderId, item, file, items, filing } = await openGift();
    const { json } = await send('POST', `/v1/orders/${orderId}/return-quotes`, {
      key,
      json: { route: 'return', items: [item] },
    });
    const [one] = json.items;
    const open = one.resolutions.filter(({ state }: { state: string }) => state === 'open');
    expect(open.map(({ resolution }: { resolution: string }) => resolution)).toEqual([
      'store_credit',
      'exchange',
    ]);
    expect(open[1].variants.map(({ title }: { title: string }) => title)).toEqual(['Blue', 'Red']);
    expect((await file({ resolution: 'refund' })).json.code).toBe('resolution_unavailable');
    const { Lamp } = await items();
    const stop = { ...keyOf(Lamp), quantity: 1, reason: 'cancel', resolution: 'refund' as const };
    const cancel = { route: 'cancel', items: [stop] };
    const answer = await send('POST', `/v1/orders/${orderId}/returns`, { key, json: cancel });
    expect(answer.json.code).toBe('route_closed');
    expect((await filing()).items).toHaveLength(1);
  });

  it('is unknown to the giver, and the giver’s returns are unknown to the receiver; units count for both', async () => {
    const { send, token, giftToken, orderId, file, filing, items } = await openGift();
    const gift = (await file({ resolution: 'store_credit' })).json;
    const own = (await send('POST', `/v1/orders/${orderId}/returns`, { key: token, json: await filing() }))
      .json;
    expect((await send('GET', `/v1/returns/${gift.id}`, { key: token })).json.code).toBe('not_found');
    expect((await send('GET', `/v1/returns/${own.id}`, { key: giftToken })).json.code).toBe('not_found');
    for (const [key, mine] of [
      [token, own],
      [giftToken, gift],
    ]) {
      const options = await send('GET', `/v1/orders/${orderId}/return-options`, { key });
      expect(options.json.returns.map(({ id }: { id: string }) => id)).toEqual([mine.id]);
    }
    const { Mug } = await items();
    expect(Mug?.quantity).toBe(0);
  });
});
