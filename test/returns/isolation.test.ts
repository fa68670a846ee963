import { endpoints } from '@postlude/contract/endpoints';
import { expect, it } from 'vitest';
import { newId } from '../../packages/server/src/secrets/ids.ts';
import { describeOnBothDatabases } from '../../packages/server/src/testing/backend.ts';
import { asksOf, type Belongings, call, rowsOf, sessionAsks, staffAsks } from '../support/endpoint-asks.ts';
import { openOwner } from '../support/owner.ts';
import { rawCall } from '../support/raw-call.ts';
import { deskOrder, policyWith } from '../support/return-desk.ts';
import { tableContents } from '../support/table-contents.ts';

it('is asked of every endpoint that has a session or a secret key', () => {
  expect(Object.keys(sessionAsks).sort()).toEqual(rowsOf('session'));
  expect(Object.keys(staffAsks).sort()).toEqual(rowsOf('staff'));
});

describeOnBothDatabases('what belongs to another', (open) => {
  it('is not there for any other session, and stays as it is', async () => {
    const backend = await open();
    const raw = rawCall(backend.context);
    const owner = await openOwner(backend);
    const neighbour = await owner.desk.place();
    const stranger = await openOwner(backend);
    const callers = {
      neighbour: neighbour.token,
      'gift of a neighbour': neighbour.giftToken,
      'shopper of another store': stranger.order.token,
      'gift of another store': stranger.order.giftToken,
    };
    const contents = () => tableContents((text) => backend.context.db.execute(text));
    const before = await contents();
    const answers: Record<string, string> = {};
    for (const [who, token] of Object.entries(callers)) {
      for (const { name, ask } of asksOf(sessionAsks, owner.mine)) {
        const { status, code } = await call(raw, name, token, owner.mine, ask);
        if (status !== 404 || code !== 'not_found') answers[`${name} by ${who}`] = `${status} ${code}`;
      }
    }
    expect(answers).toEqual({});
    expect(await contents()).toEqual(before);
  });

  it('is answered letter by letter as what was never there', async () => {
    const backend = await open();
    const raw = rawCall(backend.context);
    const owner = await openOwner(backend);
    const { token } = await owner.desk.place();
    const nothing: Belongings = {
      ...owner.mine,
      orderId: newId('order'),
      shipmentId: newId('shipment'),
      returnId: newId('return'),
      uploadId: newId('upload'),
    };
    for (const { name, ask } of asksOf(sessionAsks, owner.mine)) {
      const [theirs, none] = [
        await call(raw, name, token, owner.mine, ask),
        await call(raw, name, token, nothing, ask),
      ];
      expect({ ...theirs.json, requestId: '' }, name).toEqual({ ...none.json, requestId: '' });
    }
  });

  it('is not there for the receiver of a gift where it is the giver’s, nor the other way round', async () => {
    const backend = await open();
    const raw = rawCall(backend.context);
    const owner = await openOwner(backend);
    const { order, desk, mine } = owner;
    const tray = await order.filing('Tray');
    const gift = await desk.client.returns.file(
      { token: order.giftToken, orderId: order.orderId },
      { ...tray, items: tray.items.map((item) => ({ ...item, resolution: 'store_credit' as const })) },
    );
    const ofReturns = asksOf(sessionAsks, mine).filter(({ name }) =>
      endpoints[name].path.includes('{returnId}'),
    );
    expect(ofReturns.length).toBeGreaterThanOrEqual(5);
    const before = await tableContents((text) => backend.context.db.execute(text));
    for (const { name, ask } of ofReturns) {
      const byGift = await call(raw, name, order.giftToken, mine, ask);
      const byGiver = await call(raw, name, order.token, { ...mine, returnId: gift.id }, ask);
      expect([name, byGift.code, byGiver.code]).toEqual([name, 'not_found', 'not_found']);
    }
    expect(await tableContents((text) => backend.context.db.execute(text))).toEqual(before);
    const lists = await Promise.all(
      [order.token, order.giftToken].map((token) =>
        desk.client.returns.list({ token, orderId: order.orderId }),
      ),
    );
    const ids = lists.map((list) => list.state === 'fresh' && list.value.items.map(({ id }) => id));
    expect(ids).toEqual([[mine.returnId], [gift.id]]);
    const options = await desk.client.returns.options({ token: order.giftToken, orderId: order.orderId });
    expect(options.state === 'fresh' && options.value.draft).toBeNull();
  });

  it('names no price to the receiver of a gift, whatever they ask', async () => {
    const backend = await open();
    const raw = rawCall(backend.context);
    const { desk } = await openOwner(backend);
    const order = await desk.place();
    const mug = await order.filing('Mug', 1);
    const filing = {
      ...mug,
      items: mug.items.map((item) => ({ ...item, resolution: 'store_credit' as const })),
    };
    const path = `/v1/orders/${order.orderId}`;
    const filed = await raw('POST', `${path}/returns`, { key: order.giftToken, json: filing });
    expect(filed.status).toBe(201);
    const staff = desk.staff.returns;
    const id = String(filed.json.id);
    await staff.approve(id);
    const { return: approved } = await staff.get(id);
    const returnItemId = approved.items[0]?.id ?? 'rti_';
    await staff.receive(id, { items: [{ returnItemId, quantity: 1 }] });
    await staff.refund(id);
    const shown = [
      filed,
      await raw('GET', path, { key: order.giftToken }),
      await raw('GET', `${path}/return-options`, { key: order.giftToken }),
      await raw('POST', `${path}/return-quotes`, { key: order.giftToken, json: { ...filing, method: null } }),
      await raw('GET', `/v1/returns/${id}`, { key: order.giftToken }),
      await raw('GET', `${path}/returns`, { key: order.giftToken }),
    ];
    for (const answer of shown) {
      expect(answer.status).toBeLessThan(300);
      const sums = [...answer.text.matchAll(/"amount":(-?\d+)/g)].map(([, amount]) => Number(amount));
      expect(sums.filter((sum) => sum !== 0)).toEqual([]);
      expect(answer.text).not.toMatch(/1995|19[.,]95|2094|20[.,]94|10970|Hamburg, 20095|buyer-/);
    }
  });

  it('is not there for the key of another store, and stays as it is', async () => {
    const backend = await open();
    const raw = rawCall(backend.context);
    const owner = await openOwner(backend);
    const stranger = await backend.newStore();
    const before = await tableContents((text) => backend.context.db.execute(text));
    const answers: Record<string, string> = {};
    for (const { name, ask } of asksOf(staffAsks, owner.mine)) {
      const { status, code } = await call(raw, name, stranger.secretKey, owner.mine, ask);
      if (status !== 404 || code !== 'not_found') answers[name] = `${status} ${code}`;
    }
    // What is deleted already, or never was there, may be deleted again; nothing of another is.
    expect(answers).toEqual({ deleteOutgoingWebhook: '200 null' });
    expect(await tableContents((text) => backend.context.db.execute(text))).toEqual(before);
  });

  it('is in no list of another store, and no publishable or secret key opens a session’s endpoint', async () => {
    const backend = await open();
    const raw = rawCall(backend.context);
    const owner = await openOwner(backend);
    const stranger = await backend.newStore();
    const lists = rowsOf('staff').filter((name) => /^list/.test(name) && !endpoints[name].path.includes('{'));
    expect(lists.length).toBeGreaterThan(5);
    for (const name of lists) {
      const answer = await raw('GET', endpoints[name].path, { key: stranger.secretKey });
      expect(answer.status, name).toBe(200);
      for (const id of Object.values(owner.mine)) if (id.length > 20) expect(answer.text).not.toContain(id);
    }
    for (const key of [owner.secretKey, stranger.secretKey, stranger.store.publishableKey]) {
      const { code } = await raw('GET', `/v1/returns/${owner.mine.returnId}`, { key });
      expect(code).toBe('session_invalid');
    }
  });

  it('keeps the same ids of two stores apart', async () => {
    const backend = await open();
    const owner = await openOwner(backend);
    const stranger = await openOwner(backend);
    await stranger.desk.staff.returnPolicy.put(policyWith({ cancel: false }));
    expect((await owner.desk.staff.returnPolicy.get()).policy.cancel).toBe(true);
    const changed = { ...deskOrder(owner.order.number, owner.desk.now), lines: [], total: null };
    await stranger.desk.staff.orders.put(`shop/${owner.order.number}`, changed);
    expect(Object.keys(await owner.order.items()).sort()).toEqual(['Lamp', 'Mug', 'Tray']);
  });
});
