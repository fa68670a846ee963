import { Return, ReturnOptions, ReturnQuote, StaffReturn } from '@postlude/contract';
import { expect, it } from 'vitest';
import { expectExactly } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { keyOf, openReturnShop } from './testing/shop.ts';

const image = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describeOnBothDatabases('a return', (open) => {
  it('goes from the options over quote, filing with a photo, approval and receipt to the refund, to the cent', async () => {
    const shop = await openReturnShop(await open());
    const { send, token, orderId, act, get } = shop;
    const options = await send('GET', `/v1/orders/${orderId}/return-options?locale=de`, { key: token });
    expect(options.status).toBe(200);
    expectExactly(ReturnOptions, options.json);
    expect(options.json.reasons[1]).toMatchObject({ code: 'broken', label: 'Defekt', photos: 'required' });
    const again = await send('GET', `/v1/orders/${orderId}/return-options?locale=de`, {
      key: token,
      headers: { 'If-None-Match': options.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);

    const { Mug, Tray, Lamp } = await shop.items();
    const mug = { ...keyOf(Mug), quantity: 1 };
    const tray = { ...keyOf(Tray), quantity: 1 };
    const quote = await send('POST', `/v1/orders/${orderId}/return-quotes`, {
      key: token,
      json: { route: 'return', items: [mug, tray] },
    });
    expect(quote.status).toBe(200);
    expectExactly(ReturnQuote, quote.json);
    const [ofMug, ofTray] = quote.json.items;
    const worth = (item: ReturnQuote['items'][number], resolution: string) =>
      item.resolutions.find((each) => each.resolution === resolution);
    expect(worth(ofTray, 'refund')).toMatchObject({ state: 'open', value: { amount: 1490 } });
    expect(worth(ofTray, 'store_credit')).toMatchObject({ value: { amount: 1639 }, bonus: { amount: 149 } });
    expect(worth(ofTray, 'exchange')).toMatchObject({ state: 'closed' });
    expect(
      worth(ofMug, 'exchange')?.variants.map(({ title, difference }) => [title, difference?.amount]),
    ).toEqual([
      ['Blue', 0],
      ['Red', 0],
      ['Gold', 1000],
    ]);

    const upload = await send('POST', '/v1/uploads?purpose=return', {
      key: token,
      body: image,
      headers: { 'Content-Type': 'image/png' },
    });
    expect(upload.status).toBe(201);
    const filing = {
      route: 'return',
      items: [
        { ...mug, reason: 'changed_my_mind', resolution: 'exchange', exchangeFor: { variantId: 'v2' } },
        { ...tray, reason: 'broken', resolution: 'store_credit', uploads: [upload.json.id] },
      ],
      method: { id: 'own' },
      expected: { refund: 0, storeCredit: 1639 + 539, toPay: 0 },
    };
    const settled = await send('POST', `/v1/orders/${orderId}/return-quotes`, {
      key: token,
      json: {
        ...filing,
        items: filing.items.map((item) => ({ ...item, uploads: undefined })),
        expected: undefined,
      },
    });
    // Broken is the shop's fault, so original shipping comes back too, as credit with its bonus.
    expect(settled.json.settlement).toMatchObject({
      storeCredit: { amount: 1639 + 539 },
      refund: { amount: 0 },
    });
    const filed = await shop.file(filing);
    expect(filed.status).toBe(201);
    expectExactly(Return, filed.json);
    expect(filed.json).toMatchObject({ number: 'R-1001-1', status: 'requested', units: 2, canCancel: true });
    expect(filed.json.items[1].uploads).toHaveLength(1);
    const id = filed.json.id;

    const approved = await act(id, 'approve', { by: 'Mia' });
    expect(approved.answer.status).toBe(200);
    expectExactly(StaffReturn, approved.staff);
    expect(approved.staff.return.status).toBe('approved');
    expect((await get(id)).sendBy).toBe('2026-12-08');
    expect((await get(id)).address?.lines).toContain('Deich 1');
    const [one, two] = approved.staff.return.items;
    const received = await act(id, 'receive', {
      items: [
        { returnItemId: one?.id, quantity: 1, grade: 'a', restock: true },
        { returnItemId: two?.id, quantity: 1, grade: 'd' },
      ],
    });
    expect(received.staff.return.status).toBe('received');
    const inspected = await act(id, 'inspect');
    expect(inspected.staff.actions).toEqual(['decline', 'receive', 'refund', 'close', 'undo']);
    const refunded = await act(id, 'refund', { creditCode: 'THANKS' });
    expect(refunded.staff.return).toMatchObject({
      status: 'refunded',
      settled: { refund: { amount: 0 }, storeCredit: { amount: 2178 }, creditCode: 'THANKS' },
    });
    const seen = await get(id);
    expect(seen.settled?.storeCredit).toEqual({ amount: 2178, currency: 'EUR' });
    expect(seen.events.map(({ status }) => status)).toEqual([
      'requested',
      'approved',
      'received',
      'inspected',
      'refunded',
    ]);

    const cancelled = await shop.file({
      route: 'cancel',
      items: [{ ...keyOf(Lamp), quantity: 1, reason: 'cancel', resolution: 'refund' }],
    });
    expect(cancelled.status).toBe(201);
    expect(cancelled.json.settlement.refund.amount).toBe(5000);
    await act(cancelled.json.id, 'approve');
    const stopped = await act(cancelled.json.id, 'refund');
    expect(stopped.staff.return.settled?.refund).toEqual({ amount: 5000, currency: 'EUR' });
    expect((await shop.events()).map(({ type }) => type)).toEqual([
      'return.requested',
      'return.approved',
      'return.received',
      'return.refunded',
      'return.requested',
      'return.approved',
      'return.refunded',
    ]);
  });
});
