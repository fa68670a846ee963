import { endpoints } from '@postlude/contract/endpoints';
import { expect, it } from 'vitest';
import { apiOf, expectExactly, putOrder, putShipment } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

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
