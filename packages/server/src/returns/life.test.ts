import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';

import { keyOf, openReturnShop, type ReturnShop } from './testing/shop.ts';

describeOnBothDatabases('the life of a return', (open) => {
  async function openFiled(): Promise<ReturnShop & { id: string }> {
    const shop = await openReturnShop(await open());
    const { json } = await shop.file(await shop.filing());
    return { ...shop, id: json.id };
  }

  it('is hidden from the session of another order, whatever it tries', async () => {
    const shop = await openFiled();
    const { json } = await shop.staff('PUT', '/v1/staff/orders/by-external-id/other', {
      number: '2002',
      placedAt: '2026-11-20T10:00:00Z',
      currency: 'EUR',
      lines: [],
    });
    const opened = await shop.send('POST', `/v1/sessions?store=${shop.shop.store.publishableKey}`, {
      json: { by: 'proof', order: '2002', proof: json.proof },
    });
    const key = opened.json.token;
    const filing = await shop.filing();
    const at = `/v1/returns/${shop.id}`;
    const of = `/v1/orders/${shop.orderId}`;
    const tries: [string, string, object?][] = [
      ['GET', at],
      ['PUT', at, filing],
      ['POST', `${at}/cancel`],
      ['POST', `${at}/parcel`, { trackingNumber: 'X1' }],
      ['POST', `${at}/messages`, { text: 'hello' }],
      ['GET', `${of}/returns`],
      ['POST', `${of}/returns`, filing],
      ['GET', `${of}/return-options`],
      ['POST', `${of}/return-quotes`, { route: filing.route, items: [] }],
      ['PUT', `${of}/return-draft`, { step: 'x', items: [] }],
      ['DELETE', `${of}/return-draft`],
    ];
    for (const [method, path, body] of tries) {
      const answer = await shop.send(method, path, { key, ...(body ? { json: body } : {}) });
      const code = path.endsWith('return-quotes') ? 'invalid_input' : 'not_found';
      expect([path, answer.json.code]).toEqual([path, code]);
    }
    expect((await shop.get(shop.id)).status).toBe('requested');
  });

  it('does not hand an answer that is kept for a key to another session with the same key', async () => {
    const shop = await openReturnShop(await open());
    const filing = await shop.filing();
    const headers = { 'Idempotency-Key': 'k1' };
    expect((await shop.file(filing, headers)).status).toBe(201);
    const gift = await shop.file(filing, headers, shop.giftToken);
    expect(gift.json.code).toBe('resolution_unavailable');
  });

  it('says with every action that is not possible what is', async () => {
    const shop = await openFiled();
    const { answer } = await shop.act(shop.id, 'inspect');
    expect(answer.status).toBe(409);
    expect(answer.json.detail).toBe(
      'This return is requested: inspect is not possible. Possible: approve, decline, ask.',
    );
  });

  it('does each action once: the same again changes nothing and is answered the same', async () => {
    const shop = await openFiled();
    const { Mug } = await shop.items();
    expect(Mug).toBeDefined();
    const item = (await shop.get(shop.id)).items[0]?.id;
    const steps: [string, object?][] = [
      ['ask', { text: 'Which size?' }],
      ['approve'],
      ['receive', { items: [{ returnItemId: item, quantity: 1, grade: 'b', restock: true }] }],
      ['inspect', { by: 'Mia' }],
      ['refund'],
    ];
    for (const [action, json] of steps) {
      const once = await shop.act(shop.id, action, json);
      const twice = await shop.act(shop.id, action, json);
      expect(once.answer.status).toBe(200);
      expect(twice.staff).toEqual(once.staff);
    }
    expect((await shop.events()).map(({ type }) => type)).toEqual([
      'return.requested',
      'return.approved',
      'return.received',
      'return.refunded',
    ]);
  });

  it('declines with a reason that the shopper reads; `other` needs a note', async () => {
    const shop = await openFiled();
    const without = await shop.act(shop.id, 'decline', { code: 'other' });
    expect(without.answer.json.fields).toHaveProperty('note');
    await shop.act(shop.id, 'decline', { code: 'other', note: 'It was a sample.' });
    expect(await shop.get(shop.id)).toMatchObject({
      status: 'declined',
      declined: { code: 'other', note: 'It was a sample.' },
      canCancel: false,
    });
    const { Mug } = await shop.items();
    expect(Mug?.quantity).toBe(2);
  });

  it('keeps a question until the shopper answers, and the messages of both', async () => {
    const shop = await openFiled();
    await shop.act(shop.id, 'ask', { text: 'Is the box there?' });
    expect((await shop.get(shop.id)).question).toBe('Is the box there?');
    const answer = await shop.send('POST', `/v1/returns/${shop.id}/messages`, {
      key: shop.token,
      json: { text: 'Yes, it is.' },
    });
    expect(answer.status).toBe(201);
    expect(answer.json.question).toBeNull();
    await shop.staff('POST', `/v1/staff/returns/${shop.id}/messages`, { text: 'Thank you.' });
    expect((await shop.get(shop.id)).messages.map(({ from, text }) => [from, text])).toEqual([
      ['shopper', 'Yes, it is.'],
      ['store', 'Thank you.'],
    ]);
  });

  it('takes back the last action of staff, once, and keeps both in the audit', async () => {
    const shop = await openFiled();
    const before = await shop.get(shop.id);
    await shop.act(shop.id, 'approve');
    const undone = await shop.act(shop.id, 'undo', { by: 'Mia' });
    const again = await shop.act(shop.id, 'undo');
    expect(again.staff).toEqual(undone.staff);
    expect({ ...(await shop.get(shop.id)), updatedAt: '' }).toEqual({ ...before, updatedAt: '' });
    expect(undone.staff.audit.map(({ action }) => action)).toEqual(['file', 'approve', 'undo']);
    expect((await shop.events()).map(({ type }) => type).at(-1)).toBe('return.reopened');
    await shop.act(shop.id, 'approve');
    const item = before.items[0]?.id;
    await shop.act(shop.id, 'receive', { items: [{ returnItemId: item, quantity: 1, grade: 'd' }] });
    await shop.act(shop.id, 'undo');
    expect((await shop.get(shop.id)).items[0]?.received).toBeNull();
  });

  it('takes back a refund only while nobody was told of it', async () => {
    const shop = await openFiled();
    await shop.act(shop.id, 'approve');
    await shop.act(shop.id, 'refund');
    const undone = await shop.act(shop.id, 'undo');
    expect(undone.staff.return).toMatchObject({ status: 'approved', settled: null });
    expect((await shop.events()).map(({ type }) => type)).not.toContain('return.refunded');

    await shop.staff('POST', '/v1/staff/outgoing/webhooks', { url: 'https://erp.example.com/hook' });
    await shop.act(shop.id, 'refund');
    await shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
      tx.updateTable('deliveries').set({ attempts: 1 }).execute(),
    );
    const { answer } = await shop.act(shop.id, 'undo');
    expect(answer.json.code).toBe('action_not_possible');
  });

  it('lets staff give another sum with a note, and never more than was paid', async () => {
    const shop = await openFiled();
    await shop.act(shop.id, 'approve');
    const tell = (json: object) => shop.act(shop.id, 'refund', json);
    expect((await tell({ refund: 500 })).answer.json.fields).toHaveProperty('note');
    expect((await tell({ refund: 10971, note: 'too much' })).answer.json.fields.refund).toContain('10970');
    const { staff } = await tell({ refund: 10970, note: 'all of it' });
    expect(staff.return.settled).toMatchObject({ refund: { amount: 10970 }, breakdown: null });
    const next = await shop.file(await shop.filing());
    expect(next.json.settlement.refund.amount).toBe(0);
  });

  it('settles by what arrived: one of two units is half of the money, and the other may be sent another time', async () => {
    const shop = await openReturnShop(await open());
    const filing = await shop.filing();
    const two = { ...filing, items: filing.items.map((item) => ({ ...item, quantity: 2 })) };
    const { json } = await shop.file(two);
    const { staff } = await shop.act(json.id, 'approve');
    const returnItemId = staff.return.items[0]?.id;
    const tooMany = await shop.act(json.id, 'receive', { items: [{ returnItemId, quantity: 3 }] });
    expect(tooMany.answer.json.fields).toHaveProperty('items.0.quantity');
    await shop.act(json.id, 'receive', { items: [{ returnItemId, quantity: 1, restock: true }] });
    const refunded = await shop.act(json.id, 'refund');
    expect(refunded.staff.return.settled?.refund?.amount).toBe(1995 - 100);
    const { Mug } = await shop.items();
    expect(Mug?.quantity).toBe(1);
    const event = (await shop.events()).find(({ type }) => type === 'return.received');
    expect(event?.data).toMatchObject({
      number: 'R-1001-1',
      items: [{ lineExternalId: 'l1', received: { quantity: 1, restock: true } }],
    });
  });

  it('does not count the platform’s refund of a settled return a second time', async () => {
    const shop = await openFiled();
    await shop.act(shop.id, 'approve');
    await shop.act(shop.id, 'refund');
    const { json } = await shop.staff('GET', `/v1/staff/orders/${shop.orderId}`);
    const price = (amount: number) => ({ amount, currency: 'EUR' });
    const line = (externalId: string, quantity: number, amount: number) => ({
      externalId,
      title: externalId,
      quantity,
      unitPrice: price(amount),
    });
    await shop.staff('PUT', `/v1/staff/orders/by-external-id/${json.summary.externalId}`, {
      number: '1001',
      placedAt: '2026-11-20T10:00:00Z',
      currency: 'EUR',
      total: price(10970),
      taxesIncluded: true,
      shipping: { price: price(490) },
      refunds: [
        {
          externalId: 'r1',
          refundedAt: '2026-11-24T09:30:00Z',
          amount: price(1895),
          items: [{ lineExternalId: 'l1', quantity: 1 }],
        },
      ],
      lines: [line('l1', 2, 1995), line('l2', 1, 1490), line('l3', 1, 5000)],
    });
    const { l1, l2 } = await shop.items();
    expect(l1?.quantity).toBe(1);
    const item = { quantity: 1, reason: 'changed_my_mind', resolution: 'refund' as const };
    const rest = await shop.file({
      route: 'return',
      items: [
        { ...keyOf(l1), ...item },
        { ...keyOf(l2), ...item },
      ],
      method: { id: 'own' },
    });
    expect(rest.json.settlement.refund.amount).toBe(1995 + 1490 - 100);
  });

  it('is cancelled by its shopper while it is not on its way, and its units are free again', async () => {
    const shop = await openFiled();
    const cancel = () => shop.send('POST', `/v1/returns/${shop.id}/cancel`, { key: shop.token });
    expect((await cancel()).json.status).toBe('cancelled');
    expect((await cancel()).json.status).toBe('cancelled');
    expect((await shop.events()).map(({ type }) => type)).toEqual(['return.requested', 'return.cancelled']);
    const { Mug } = await shop.items();
    expect(Mug?.quantity).toBe(2);
  });

  it('has a packing slip and a calendar file that anybody with the address can open', async () => {
    const shop = await openFiled();
    await shop.act(shop.id, 'approve');
    const { documents } = await shop.get(shop.id);
    expect(documents.map(({ kind }) => kind)).toEqual(['packing_slip', 'calendar']);
    const [slip, calendar] = await Promise.all(
      documents.map(({ url }) => shop.send('GET', new URL(url).pathname)),
    );
    expect(slip?.status).toBe(200);
    expect(slip?.headers.get('content-type')).toBe('application/pdf');
    expect(slip?.text.slice(0, 5)).toBe('%PDF-');
    expect(calendar?.text).toContain('DTSTART;VALUE=DATE:20261208');
  });

  it('is listed for staff by status, route, number and e-mail', async () => {
    const shop = await openFiled();
    const list = async (query: string) =>
      (await shop.staff('GET', `/v1/staff/returns${query}`)).json.items.map(
        (each: { id: string }) => each.id,
      );
    for (const query of [
      '',
      '?status=requested',
      '?route=return',
      '?q=r-1001-1',
      '?q=%231001',
      '?q=Ada@example.com',
    ]) {
      expect([query, await list(query)]).toEqual([query, [shop.id]]);
    }
    expect(await list('?status=approved')).toEqual([]);
    expect(await list('?q=nobody@example.com')).toEqual([]);
  });
});
