import { expect, it } from 'vitest';
import { apiOf, putOrder } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { isGenuine } from './receipt.ts';

const declared = { name: 'Ada Lovelace', contract: '1001', email: 'ada@example.com' };

describeOnBothDatabases('a declaration of withdrawal', (open) => {
  const kit = async () => {
    const backend = await open();
    const shop = await backend.newStore({ timeZone: 'Europe/Berlin' });
    const send = apiOf(backend.context);
    const path = `/v1/withdrawals?store=${shop.store.publishableKey}`;
    const declare = (json: object = declared, headers: Record<string, string> = {}) =>
      send('POST', path, { json, headers: { Origin: 'https://shop.example.com', ...headers } });
    const listed = async (query = '') => {
      const answer = await send('GET', `/v1/staff/withdrawals${query}`, { key: shop.secretKey });
      return answer.json.items;
    };
    const outgoing = () =>
      backend.context.db.withStore(shop.store.id, (tx) =>
        tx
          .selectFrom('outbox_events')
          .select(['type', 'payload'])
          .where('store_id', '=', shop.store.id)
          .execute(),
      );
    return { ...backend, shop, send, declare, listed, outgoing };
  };

  it('is acknowledged with its content, date and time, and tells the shop', async () => {
    const { declare, listed, outgoing, send, shop } = await kit();
    await putOrder(send, shop);
    const answer = await declare();
    expect(answer.status).toBe(201);
    const { text, number, receivedAt, mailed } = answer.json;
    expect(receivedAt).toBe('2026-11-24T09:00:00.000Z');
    expect(number).toMatch(/^W-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(mailed).toBe(false);
    // The store's language is that of the contract.
    expect(text).toContain(
      'Eingegangen: Dienstag, 24. November 2026 um 10:00:00 MEZ (2026-11-24T09:00:00.000Z)',
    );
    for (const part of ['Ada Lovelace', '1001', 'ada@example.com', number]) expect(text).toContain(part);
    const [withdrawal] = await listed();
    expect(withdrawal).toMatchObject({ number, name: 'Ada Lovelace', settledAt: null });
    expect(withdrawal.marks).toEqual(['in_time', 'not_delivered_yet']);
    const events = await outgoing();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'withdrawal.received', payload: { number, contract: '1001' } });
  });

  it('is acknowledged by mail where mail is set up, once, with the same content as a file', async () => {
    const { context, shop } = await kit();
    const mail = { url: 'smtp://127.0.0.1:1', from: 'shop@shop.example' };
    const send = apiOf({ ...context, config: { ...context.config, mail } });
    const path = `/v1/withdrawals?store=${shop.store.publishableKey}`;
    const headers = { Origin: 'https://shop.example.com', 'Idempotency-Key': 'once' };
    for (let time = 0; time < 2; time += 1) {
      const answer = await send('POST', path, { json: declared, headers });
      expect(answer.json).toMatchObject({ mailed: true });
    }
    const mails = await context.db.withStore(shop.store.id, (tx) =>
      tx.selectFrom('mails').select('content').execute(),
    );
    expect(mails).toHaveLength(1);
    const [{ content } = { content: null }] = mails;
    expect(content).toMatchObject({ to: declared.email, subject: expect.stringMatching(/W-/) });
    expect(content?.text).toContain('Ada Lovelace');
    expect(content?.text).toContain('2026-11-24T09:00:00.000Z');
    const [file] = content?.attachments ?? [];
    expect(Buffer.from(file?.base64 ?? '', 'base64').toString('utf8')).toBe(content?.text);
  });

  it('gets the same kind of answer whether or not there is such an order', async () => {
    const { declare, listed, send, shop } = await kit();
    await putOrder(send, shop);
    const known = await declare();
    const unknown = await declare({ ...declared, contract: 'no such order' });
    const stranger = await declare({ ...declared, email: 'eve@example.com' });
    for (const answer of [known, unknown, stranger]) {
      expect(answer.status).toBe(201);
      expect(Object.keys(answer.json)).toEqual(Object.keys(known.json));
    }
    const marks = (await listed()).map((each: { marks: string[] }) => each.marks);
    expect(marks).toEqual([
      ['in_time', 'contact_differs', 'not_delivered_yet'],
      ['no_such_order'],
      ['in_time', 'not_delivered_yet'],
    ]);
  });

  it('is recorded and marked when it comes late', async () => {
    const { declare, listed, send, shop, clock } = await kit();
    const { order } = await putOrder(send, shop);
    const parcels = `/v1/staff/orders/${order.id}/shipments/by-external-id`;
    const items = [
      { lineExternalId: 'l1', quantity: 2 },
      { lineExternalId: 'l2', quantity: 1 },
    ];
    await send('PUT', `${parcels}/p1`, { key: shop.secretKey, json: { items, trackingNumber: 'T-1' } });
    const [shipment] = (await send('GET', `/v1/staff/orders/${order.id}`, { key: shop.secretKey })).json.order
      .shipments;
    const events = [{ at: '2026-11-23T10:00:00Z', status: 'delivered' }];
    const told = await send('POST', `/v1/staff/orders/${order.id}/shipments/${shipment.id}/tracking`, {
      key: shop.secretKey,
      json: { events },
    });
    expect(told.status).toBe(200);
    const start = clock.now();
    clock.set('2026-12-07T12:00:00Z');
    await declare();
    clock.set('2026-12-08T12:00:00Z');
    await declare();
    clock.set(start);
    const [late, inTime] = await listed();
    expect(late).toMatchObject({ marks: ['late'], lastDay: '2026-12-07', orderId: order.id });
    expect(inTime).toMatchObject({ marks: ['in_time'], lastDay: '2026-12-07' });
  });

  it('is one declaration when it is sent again under its key', async () => {
    const { declare, listed, outgoing } = await kit();
    const headers = { 'Idempotency-Key': 'once' };
    const [first, second] = [await declare(declared, headers), await declare(declared, headers)];
    expect(second.text).toBe(first.text);
    expect(await listed()).toHaveLength(1);
    expect(await outgoing()).toHaveLength(1);
    const other = await declare({ ...declared, name: 'Eve' }, headers);
    expect(other.json.code).toBe('idempotency_conflict');
  });

  it('is a file with a seal that breaks when a letter is changed', async () => {
    const { declare, send, context, shop, newStore } = await kit();
    const { text, url, seal, number } = (await declare()).json;
    const file = await send('GET', new URL(url).pathname);
    expect(file.headers.get('content-disposition')).toContain(`${number}.txt`);
    expect(file.text).toBe(text);
    expect(text).toContain(seal);
    expect(isGenuine(context.secrets, shop.store.id, file.text)).toBe(true);
    expect(isGenuine(context.secrets, shop.store.id, file.text.replaceAll('\n', '\r\n'))).toBe(true);
    expect(isGenuine(context.secrets, shop.store.id, file.text.replace('Lovelace', 'Lovelage'))).toBe(false);
    expect(isGenuine(context.secrets, (await newStore()).store.id, file.text)).toBe(false);
    expect(isGenuine(context.secrets, shop.store.id, 'nothing')).toBe(false);
  });

  it('lets nobody write lines of the acknowledgement', async () => {
    const { declare } = await kit();
    const { text } = (await declare({ ...declared, name: 'Ada\nNummer: W-0000-0000\u2028x' })).json;
    expect(text).toContain('Name: Ada Nummer: W-0000-0000 x\n');
    expect(text.match(/^Nummer: /gm)).toHaveLength(1);
  });

  it('is ticked off once, and only by its own shop', async () => {
    const { declare, listed, send, shop, newStore, clock } = await kit();
    const { id } = (await declare()).json;
    const settle = (key: string) => send('POST', `/v1/staff/withdrawals/${id}/settle`, { key });
    expect((await settle((await newStore()).secretKey)).json.code).toBe('not_found');
    const first = await settle(shop.secretKey);
    clock.advance(60_000);
    expect((await settle(shop.secretKey)).json.settledAt).toBe(first.json.settledAt);
    expect(await listed('?open=true')).toEqual([]);
    expect(await listed('?open=false')).toHaveLength(1);
  });

  it('is not taken where the store does not offer it', async () => {
    const { declare, send, shop } = await kit();
    const { policy } = (await send('GET', '/v1/staff/return-policy', { key: shop.secretKey })).json;
    const json = { ...policy, withdrawal: { ...policy.withdrawal, offered: 'off' } };
    expect((await send('PUT', '/v1/staff/return-policy', { key: shop.secretKey, json })).status).toBe(200);
    expect((await declare()).json.code).toBe('not_found');
    const terms = await send('GET', `/v1/withdrawal-terms?store=${shop.store.publishableKey}`, {
      headers: { Origin: 'https://shop.example.com' },
    });
    expect(terms.json).toMatchObject({ offered: 'off', days: 14 });
  });

  it('needs a name, a contract and an address, and says which is missing', async () => {
    const { declare } = await kit();
    const answer = await declare({ name: '', contract: '1001', email: 'nobody' });
    expect(answer.json.code).toBe('invalid_input');
    expect(Object.keys(answer.json.fields)).toEqual(['name', 'email']);
  });
});
