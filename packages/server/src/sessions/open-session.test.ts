import { createHmac } from 'node:crypto';
import type { Session } from '@postlude/contract';
import { expect, it } from 'vitest';
import type { CreatedStore } from '../stores/create-store.ts';
import { type Answer, apiOf, putOrder, type Send } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

const origin = 'https://shop.example.com';

const proofOf = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex');

function open(send: Send, { store }: CreatedStore, json: unknown, from?: string): Promise<Answer> {
  return send('POST', `/v1/sessions?store=${store.publishableKey}`, {
    json,
    headers: { Origin: origin },
    ...(from === undefined ? {} : { from }),
  });
}

const lookup = (order: string, contact: string) => ({ by: 'lookup', order, contact });

/** What a shopper can tell answers apart by: everything but the request's own id. */
function seen({ status, json, headers }: Answer) {
  const { requestId, ...body } = json;
  return { status, body, headers: [...headers].filter(([name]) => name !== 'x-request-id') };
}

describeOnBothDatabases('opening a session by proof', (backend) => {
  it('opens the order and answers with it', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const answer = await open(send, shop, {
      by: 'proof',
      order: '1001',
      proof: proofOf(shop.embedSecret, '1001'),
    });
    const session: Session = answer.json;
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(session.expiresAt).toBe('2026-11-24T11:00:00.000Z');
    expect(session.order).toEqual(order);
    const read = await send('GET', `/v1/orders/${order.id}`, { key: session.token });
    expect(read.json).toEqual(order);
  });

  it('takes the number with and without its #, whichever of them was signed', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop, { number: '#2001' });
    for (const signed of ['2001', '#2001']) {
      for (const order of ['2001', '#2001']) {
        const answer = await open(send, shop, {
          by: 'proof',
          order,
          proof: proofOf(shop.embedSecret, signed),
        });
        expect(answer.status).toBe(201);
      }
    }
  });

  it('takes the body as text/plain, which needs no preflight', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop);
    const proof = proofOf(shop.embedSecret, '1001').toUpperCase();
    const answer = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
      body: JSON.stringify({ by: 'proof', order: '1001', proof }),
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
    });
    expect(answer.status).toBe(201);
  });

  it('refuses a wrong proof alike, whether there is such an order or not', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop);
    const proof = proofOf('another secret', '1001');
    const known = await open(send, shop, { by: 'proof', order: '1001', proof });
    const unknown = await open(send, shop, { by: 'proof', order: '9999', proof });
    expect(known.json.code).toBe('proof_invalid');
    expect(seen(unknown)).toEqual(seen(known));
  });

  it('says of an order that has not come in yet that it is not here', async () => {
    const { context, newStore } = await backend();
    const shop = await newStore();
    const proof = proofOf(shop.embedSecret, '777');
    const answer = await open(apiOf(context), shop, { by: 'proof', order: '777', proof });
    expect([answer.status, answer.json.code]).toEqual([404, 'not_found']);
  });

  it('does not open the order of another store with the same number', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const [mine, theirs] = [await newStore(), await newStore()];
    await putOrder(send, theirs, { number: '3003' });
    const proof = proofOf(mine.embedSecret, '3003');
    expect((await open(send, mine, { by: 'proof', order: '3003', proof })).json.code).toBe('not_found');
    expect((await open(send, theirs, { by: 'proof', order: '3003', proof })).json.code).toBe('proof_invalid');
  });

  it('opens one order only', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop, { number: '1' });
    const other = await putOrder(send, shop, { number: '2' });
    const session = await open(send, shop, {
      by: 'proof',
      order: '1',
      proof: proofOf(shop.embedSecret, '1'),
    });
    const read = await send('GET', `/v1/orders/${other.order.id}`, { key: session.json.token });
    expect([read.status, read.json.code]).toEqual([404, 'not_found']);
  });
});

describeOnBothDatabases('opening a session by lookup', (backend, kind) => {
  it.each(['ada@example.com', '0171 2345678', '20095'])('opens the order to %s', async (contact) => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    const { order } = await putOrder(send, shop);
    const answer = await open(send, shop, lookup('#1001', contact));
    expect(answer.status).toBe(201);
    expect(answer.json.order.id).toBe(order.id);
  });

  it('tries every order with the number, and opens the one the contact fits', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    const first = await putOrder(send, shop, { email: 'first@example.com' }, 'a');
    await putOrder(send, shop, { email: 'second@example.com', placedAt: '2026-11-22T00:00:00Z' }, 'b');
    const answer = await open(send, shop, lookup('1001', 'first@example.com'));
    expect(answer.json.order.id).toBe(first.order.id);
  });

  it('answers an unknown order and a wrong contact alike, to the last header', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop);
    const wrong = await open(send, shop, lookup('1001', 'bob@example.com'));
    const unknown = await open(send, shop, lookup('9999', 'bob@example.com'));
    expect(wrong.json.code).toBe('lookup_failed');
    expect(seen(unknown)).toEqual(seen(wrong));
  });

  it('locks an order number after five failures, also for the right contact, and says until when', async () => {
    const { context, clock, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const failed = await open(
        send,
        shop,
        lookup('1001', `x${attempt}@example.com`),
        `198.51.100.${attempt}`,
      );
      expect(failed.json.code).toBe('lookup_failed');
    }
    const locked = await open(send, shop, lookup('#1001', 'ada@example.com'), '198.51.100.99');
    const end = new Date(clock.now().getTime() + 30 * 60_000);
    expect([locked.status, locked.json.code]).toEqual([429, 'lookup_locked']);
    expect(locked.json.retryAt).toBe(end.toISOString());
    expect(locked.headers.get('retry-after')).toBe('1800');
    clock.set(end);
    expect((await open(send, shop, lookup('1001', 'ada@example.com'))).status).toBe(201);
  });

  it('locks a number that does not exist just the same', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    for (let attempt = 0; attempt < 5; attempt += 1)
      await open(send, shop, lookup('4711', 'a@b.c'), `10.0.0.${attempt}`);
    expect((await open(send, shop, lookup('4711', 'a@b.c'))).json.code).toBe('lookup_locked');
    expect((await open(send, shop, lookup('4712', 'a@b.c'))).json.code).toBe('lookup_failed');
  });

  it('locks an address after twenty failures over any orders, and nobody else', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop);
    for (let attempt = 0; attempt < 20; attempt += 1) await open(send, shop, lookup(`n${attempt}`, 'a@b.c'));
    expect((await open(send, shop, lookup('1001', 'ada@example.com'))).json.code).toBe('lookup_locked');
    expect((await open(send, shop, lookup('1001', 'ada@example.com'), '192.0.2.1')).status).toBe(201);
  });

  it('forgets failures when their time is over', async () => {
    const { context, clock, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        expect((await open(send, shop, lookup('1', 'a@b.c'), `10.1.${round}.${attempt}`)).json.code).toBe(
          'lookup_failed',
        );
      }
      clock.advance(15 * 60_000);
    }
  });

  it('does not count what succeeds', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop);
    for (let attempt = 0; attempt < 30; attempt += 1) {
      expect((await open(send, shop, lookup('1001', 'ada@example.com'))).status).toBe(201);
    }
  });

  it('lets no more tries through when fifty come at once', async () => {
    const { context, newStore } = await backend();
    const send = apiOf(context);
    const shop = await newStore();
    await putOrder(send, shop);
    const tries = Array.from({ length: 50 }, (_, place) =>
      open(send, shop, lookup('1001', `x${place}@example.com`), `10.2.0.${place}`),
    );
    const codes = (await Promise.all(tries)).map((answer) => answer.json.code);
    expect(codes.filter((code) => code === 'lookup_failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'lookup_locked')).toHaveLength(45);
  });

  it('keeps no address and no order number in its counts', async () => {
    const { context, newStore } = await backend();
    const shop = await newStore();
    await open(apiOf(context), shop, lookup('SECRET-7', 'a@b.c'), '203.0.113.99');
    const rows = await context.db.withStore(shop.store.id, (tx) =>
      tx.selectFrom('attempt_limits').selectAll().execute(),
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/203\.0|secret-7/i);
  });

  // PGlite is one process.
  if (kind !== 'postgres') return;

  it('counts for all processes on one database together', async () => {
    const { context, newStore, secondProcess } = await backend();
    const sends = [apiOf(context), apiOf(await secondProcess())];
    const shop = await newStore();
    await putOrder(sends[0] as Send, shop);
    const tries = Array.from({ length: 40 }, (_, place) =>
      open(sends[place % 2] as Send, shop, lookup('1001', `x${place}@example.com`), `10.3.0.${place}`),
    );
    const codes = (await Promise.all(tries)).map((answer) => answer.json.code);
    expect(codes.filter((code) => code === 'lookup_failed')).toHaveLength(5);
    const late = await Promise.all(sends.map((send) => open(send, shop, lookup('1001', 'ada@example.com'))));
    expect(late.map((answer) => answer.json.code)).toEqual(['lookup_locked', 'lookup_locked']);
  });

  it('opens a session that every process takes', async () => {
    const { context, newStore, secondProcess } = await backend();
    const [first, second] = [apiOf(context), apiOf(await secondProcess())];
    const shop = await newStore();
    await putOrder(first, shop);
    const session = await open(first, shop, lookup('1001', 'ada@example.com'));
    const read = await second('GET', `/v1/orders/${session.json.order.id}`, { key: session.json.token });
    expect(read.status).toBe(200);
  });
});
