import { expect, it } from 'vitest';
import { newId } from '../secrets/ids.ts';
import { putOrder } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { recallInput } from './testing/recall.ts';
import { openRecallShop, recallsOf, tokenOf } from './testing/shop.ts';

describeOnBothDatabases('a recall', (open) => {
  it('shows itself to whom it concerns, in their language, and to nobody else', async () => {
    const { send, staff, order } = await openRecallShop(await open());
    const lamps = await order('1001');
    const mugs = await order('1002', {
      lines: [{ externalId: 'm', title: 'Mug', quantity: 1, productId: 'mug' }],
    });
    const published = await staff('POST', '/recalls', recallInput());
    expect(published.status).toBe(201);
    expect(published.json.reach).toMatchObject({ items: 2, owners: 1, reachable: 1, acknowledged: 0 });
    const [notice, ...more] = await recallsOf(send, lamps);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      hazard: 'Das Kabel kann überhitzen und Haut verbrennen.',
      acknowledged: null,
    });
    expect(notice.passportIds).toHaveLength(2);
    expect(await recallsOf(send, mugs)).toEqual([]);
    const asOther = await send('GET', `/v1/orders/${lamps.id}/recalls`, { key: mugs.token });
    expect(asOther.json.code).toBe('not_found');
    const otherAnswers = await send('POST', `/v1/orders/${mugs.id}/recalls/${notice.id}/answer`, {
      key: mugs.token,
      json: {},
    });
    expect(otherAnswers.json.code).toBe('not_found');
    const elsewhere = await (await open()).newStore();
    const asStranger = await send('GET', `/v1/staff/recalls/${notice.id}`, { key: elsewhere.secretKey });
    expect(asStranger.json.code).toBe('not_found');
    const listed = await send('GET', `/v1/orders/${lamps.id}/passports`, { key: lamps.token });
    expect(listed.json.items[0].passport.recalls).toHaveLength(1);
    const card = await send('GET', `/v1/orders/${lamps.id}`, { key: lamps.token });
    expect(card.json.recalls).toBe(1);
    const calm = await send('GET', `/v1/orders/${mugs.id}`, { key: mugs.token });
    expect(calm.json.recalls).toBeUndefined();
  });

  it('shows itself to whoever buys or is told of it later, until it ends', async () => {
    const { send, staff, order } = await openRecallShop(await open());
    const { json } = await staff('POST', '/recalls', recallInput());
    const later = await order('2001');
    expect(await recallsOf(send, later)).toHaveLength(1);
    expect((await staff('POST', `/recalls/${json.id}/end`)).json.state).toBe('ended');
    expect((await staff('POST', `/recalls/${json.id}/end`)).json.state).toBe('ended');
    expect(await recallsOf(send, later)).toEqual([]);
    expect((await staff('POST', `/recalls/${newId('recall')}/end`)).json.code).toBe('not_found');
  });

  it('is published once for each reference', async () => {
    const { staff, context, storeId } = await openRecallShop(await open());
    const first = await staff('POST', '/recalls', recallInput());
    const again = await staff('POST', '/recalls', recallInput({ imageUrl: null }));
    expect(again.json.id).toBe(first.json.id);
    const other = await staff('POST', '/recalls', recallInput({ scope: { productIds: ['kettle'] } }));
    expect([other.status, other.json.code]).toEqual([409, 'conflict']);
    const events = await context.db.withStore(storeId, (tx) =>
      tx.selectFrom('outbox_events').select('type').where('store_id', '=', storeId).execute(),
    );
    expect(events.filter(({ type }) => type === 'recall.published')).toHaveLength(1);
    expect((await staff('GET', '/recalls')).json.items).toHaveLength(1);
  });

  it('previews without writing anything', async () => {
    const { staff, order } = await openRecallShop(await open());
    await order('1001');
    const preview = await staff('POST', '/recall-previews', recallInput());
    expect(preview.json).toMatchObject({ items: 2, owners: 1, reachable: 1, mailed: 0 });
    expect((await staff('GET', '/recalls')).json.items).toEqual([]);
  });

  it('is acknowledged once, and takes a remedy later', async () => {
    const { send, staff, order } = await openRecallShop(await open());
    const lamps = await order('1001');
    const { json } = await staff('POST', '/recalls', recallInput());
    const answer = (body: object) =>
      send('POST', `/v1/orders/${lamps.id}/recalls/${json.id}/answer`, { key: lamps.token, json: body });
    const first = await answer({});
    expect(first.json.items[0].acknowledged).toMatchObject({ remedy: null });
    const second = await answer({ remedy: 'refund' });
    expect(second.json.items[0].acknowledged).toEqual({
      at: first.json.items[0].acknowledged.at,
      remedy: 'refund',
    });
    await answer({});
    const { reach } = (await staff('GET', `/recalls/${json.id}`)).json;
    expect(reach).toMatchObject({ acknowledged: 1, remedies: { repair: 0, replacement: 0, refund: 1 } });
    expect((await answer({ remedy: 'repair' })).json.fields).toHaveProperty('remedy');
  });

  it('is counted on the order until it ends, read or not', async () => {
    const { send, staff, order } = await openRecallShop(await open());
    const lamps = await order('1001');
    const counted = async () =>
      (await send('GET', `/v1/orders/${lamps.id}`, { key: lamps.token })).json.recalls;
    const { json } = await staff('POST', '/recalls', recallInput());
    const other = await staff('POST', '/recalls', recallInput({ reference: 'another' }));
    expect(await counted()).toBe(2);
    const path = `/v1/orders/${lamps.id}/recalls/${json.id}/answer`;
    await send('POST', path, { key: lamps.token, json: {} });
    expect(await counted()).toBe(2);
    const read = await recallsOf(send, lamps);
    expect(read.map(({ acknowledged }: { acknowledged: unknown }) => acknowledged !== null)).toEqual([
      false,
      true,
    ]);
    await staff('POST', `/recalls/${json.id}/end`);
    expect(await counted()).toBe(1);
    await staff('POST', `/recalls/${other.json.id}/end`);
    expect(await counted()).toBeUndefined();
  });

  it('warns the receiver of a gift, who answers for nobody and chooses nothing', async () => {
    const { send, staff, created } = await openRecallShop(await open());
    const lines = [{ externalId: 'l1', title: 'Lamp', quantity: 2, productId: 'lamp' }];
    const { order, proof, giftCode } = await putOrder(send, created, { number: '1001', lines });
    const key = created.store.publishableKey;
    const giver = { id: order.id, token: await tokenOf(send, key, '1001', proof) };
    const opened = await send('POST', `/v1/sessions?store=${key}`, {
      json: { by: 'gift', order: '1001', code: giftCode },
    });
    const given = { id: order.id, token: opened.json.token };
    const { json } = await staff('POST', '/recalls', recallInput());
    const answer = (token: string, body: object) =>
      send('POST', `/v1/orders/${order.id}/recalls/${json.id}/answer`, { key: token, json: body });
    await answer(giver.token, { remedy: 'refund' });
    const [notice] = await recallsOf(send, given);
    expect(notice).toMatchObject({ hazard: expect.any(String), remedies: [], acknowledged: null });
    expect((await answer(given.token, { remedy: 'refund' })).json.fields).toHaveProperty('remedy');
    expect((await answer(given.token, {})).json.items[0].acknowledged).toMatchObject({ remedy: null });
    expect((await recallsOf(send, given))[0].acknowledged).toBeNull();
    expect((await recallsOf(send, giver))[0].acknowledged).toMatchObject({ remedy: 'refund' });
    const card = await send('GET', `/v1/orders/${order.id}`, { key: given.token });
    expect(card.json.recalls).toBe(1);
    const none = await send('POST', `/v1/orders/${order.id}/recalls/${newId('recall')}/answer`, {
      key: given.token,
      json: {},
    });
    expect(none.json.code).toBe('not_found');
  });

  it('refuses words that play the danger down, and ranges that mean nobody', async () => {
    const { staff } = await openRecallShop(await open());
    const soft = recallInput({
      hazard: { en: 'In rare situations it burns.', de: 'Ein freiwilliger Rückruf.' },
    });
    const refused = await staff('POST', '/recalls', soft);
    expect([refused.status, refused.json.code]).toEqual([422, 'recall_text']);
    expect(Object.keys(refused.json.fields).sort()).toEqual(['hazard.de', 'hazard.en']);
    expect((await staff('POST', '/recall-previews', soft)).json.code).toBe('recall_text');
    for (const range of [
      { from: 'A9', to: 'A10' },
      { from: 'A9', to: 'A1' },
    ]) {
      const input = recallInput({ scope: { productIds: ['lamp'], serials: [range] } });
      expect((await staff('POST', '/recalls', input)).json.fields).toHaveProperty(['scope.serials.0.to']);
    }
  });
});
