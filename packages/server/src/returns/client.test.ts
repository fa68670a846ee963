import { createClient, isProblem } from '@postlude/client';
import { createStaffClient } from '@postlude/client/staff';
import { expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openReturnShop } from './testing/shop.ts';

describeOnBothDatabases('the client', (open) => {
  it('goes the whole way of a return: asks, files, follows, and does what staff do', async () => {
    const backend = await open();
    const shop = await openReturnShop(backend);
    const app = createApp(backend.context);
    const fetch: typeof globalThis.fetch = async (input, init) => app.request(new Request(input, init));
    const baseUrl = 'https://post.example.com';
    const { returns } = createClient({ store: shop.shop.store.publishableKey, baseUrl, fetch });
    const staff = createStaffClient({ secretKey: shop.shop.secretKey, baseUrl, fetch });
    const { token, orderId } = shop;
    const options = await returns.options({ token, orderId, locale: 'de' });
    if (options.state !== 'fresh') throw new Error('nothing was asked before');
    const { etag } = options;
    expect(await returns.options({ token, orderId, locale: 'de', etag })).toEqual({ state: 'unchanged' });
    const filing = await shop.filing();
    const { settlement } = await returns.quote({ token, orderId }, filing);
    const expected = {
      refund: settlement?.refund.amount ?? -1,
      storeCredit: settlement?.storeCredit.amount ?? -1,
      toPay: settlement?.toPay.amount ?? -1,
    };
    await returns.putDraft({ token, orderId }, { step: 'check', items: [] });
    await returns.deleteDraft({ token, orderId });
    const wrong = { ...filing, expected: { ...expected, refund: 1 } };
    const refused = await returns.file({ token, orderId }, wrong).catch((error: unknown) => error);
    expect(isProblem(refused, 'quote_changed')).toBe(true);
    const filed = await returns.file({ token, orderId }, { ...filing, expected });
    const address = { token, returnId: filed.id };
    await returns.addMessage(address, { text: 'It is packed.' });
    expect((await returns.change(address, filing)).status).toBe('requested');

    const waiting = await staff.returns.list({ status: 'requested' });
    expect(waiting.items.map(({ id }) => id)).toEqual([filed.id]);
    await staff.returns.ask(filed.id, { text: 'In its box?' });
    await staff.returns.addMessage(filed.id, { text: 'Hello' });
    await staff.returns.approve(filed.id, { by: 'Mia' });
    expect((await returns.tellParcel(address, { trackingNumber: 'B1' })).shipment).not.toBeNull();
    const { return: one } = await staff.returns.get(filed.id);
    const returnItemId = one.items[0]?.id ?? 'rti_';
    await staff.returns.receive(filed.id, { items: [{ returnItemId, quantity: 1, grade: 'a' }] });
    await staff.returns.inspect(filed.id);
    await staff.returns.close(filed.id);
    await staff.returns.undo(filed.id);
    const settled = await staff.returns.refund(filed.id);
    expect(settled.return.settled?.refund?.amount).toBe(expected.refund);
    const seen = await returns.get(address);
    expect(seen.state === 'fresh' && seen.value.status).toBe('refunded');
    const list = await returns.list({ token, orderId });
    expect(list.state === 'fresh' && list.value.items).toHaveLength(1);
    const second = await returns.file({ token, orderId }, filing);
    expect((await returns.cancel({ token, returnId: second.id })).status).toBe('cancelled');
    const third = await returns.file({ token, orderId }, filing);
    const declined = await staff.returns.decline(third.id, { code: 'other', note: 'Worn.' });
    expect(declined.return.declined?.note).toBe('Worn.');
  });
});
