import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@postlude/client';
import { isProblem } from '@postlude/client/errors';
import { createStaffClient } from '@postlude/client/staff';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyPostgres } from '../../packages/server/src/testing/databases.ts';
import { type BackendProcess, onPostgres, postlude, startBackend } from '../support/backend-process.ts';
import { type RoundRobin, startRoundRobin } from '../support/round-robin.ts';
import { aftershipUpdate, type SignedMessage, shopifyOrder } from '../support/shop-messages.ts';

describe('two backends on one PostgreSQL behind a load balancer without affinity', () => {
  const secret = 'a-secret-of-the-provider';
  let folder: string;
  let databaseUrl: string;
  let backends: BackendProcess[];
  let balancer: RoundRobin;
  let store: { secretKey: string; embedSecret: string; store: { publishableKey: string; id: string } };
  let addresses: { shopify: string; aftership: string };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'postlude-two-'));
    databaseUrl = await emptyPostgres();
    const settings = { ...onPostgres(databaseUrl, folder), TRUST_PROXY: '1' };
    // Both migrate the empty database at the same moment.
    backends = await Promise.all([startBackend(settings), startBackend(settings)]);
    balancer = await startRoundRobin(backends.map(({ url }) => url));
    store = await postlude(settings, 'store', 'create', '--name', 'Two');
    const add = (provider: string) =>
      postlude<{ id: string }>(settings, 'webhook', 'add', provider, '--secret', secret);
    const [shopify, aftership] = [await add('shopify'), await add('aftership')];
    addresses = {
      shopify: `${balancer.url}/v1/webhooks/shopify/${shopify.id}`,
      aftership: `${balancer.url}/v1/webhooks/aftership/${aftership.id}`,
    };
  });

  afterAll(async () => {
    await balancer?.close();
    await Promise.all((backends ?? []).map((backend) => backend.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  const send = async (address: string, message: SignedMessage) => {
    const answer = await fetch(address, { method: 'POST', headers: message.headers, body: message.body });
    return { status: answer.status, receipt: (await answer.json()) as { duplicate: boolean } };
  };

  it('carries a shopper’s whole journey, whichever backend answers', async () => {
    await send(addresses.shopify, shopifyOrder(secret, 1001, 'mia@example.org'));
    await send(addresses.aftership, aftershipUpdate(secret, 1001, 'InTransit', '2026-11-21T08:00:00Z'));
    const client = createClient({ store: store.store.publishableKey, baseUrl: balancer.url });
    const before = [...balancer.counts];
    const session = await client.sessions.open({ by: 'lookup', order: '1001', contact: 'mia@example.org' });
    expect(session.order.shipments[0]?.status).toBe('in_transit');
    await send(addresses.aftership, aftershipUpdate(secret, 1001, 'Delivered', '2026-11-22T09:30:00Z'));
    const read = { token: session.token, orderId: session.order.id };
    for (let times = 0; times < 4; times++) {
      const answer = await client.orders.get(read);
      expect(answer.state === 'fresh' && answer.order.status).toBe('delivered');
    }
    expect(balancer.counts.every((count, index) => count - (before[index] ?? 0) >= 2)).toBe(true);
  });

  it('takes a message that is delivered to both at the same moment once', async () => {
    const message = shopifyOrder(secret, 1002);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(addresses.shopify, message)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(answers.filter(({ receipt }) => !receipt.duplicate)).toHaveLength(1);
    const staff = createStaffClient({ secretKey: store.secretKey, baseUrl: balancer.url });
    expect((await staff.orders.list({ q: '1002' })).items).toHaveLength(1);
  });

  it('locks an order number after five failures, counted over both backends', async () => {
    await send(addresses.shopify, shopifyOrder(secret, 1003, 'lock@example.org'));
    const client = createClient({ store: store.store.publishableKey, baseUrl: balancer.url });
    const guess = (contact: string) =>
      client.sessions.open({ by: 'lookup', order: '1003', contact }).then(
        () => 'opened',
        (error: unknown) => (isProblem(error, 'lookup_locked') ? 'locked' : 'failed'),
      );
    const guesses: string[] = [];
    for (let times = 0; times < 7; times++) guesses.push(await guess(`wrong${times}@example.org`));
    expect(guesses.filter((answer) => answer === 'opened')).toEqual([]);
    expect(guesses.indexOf('locked')).toBeGreaterThanOrEqual(4);
    expect(guesses.indexOf('locked')).toBeLessThanOrEqual(5);
    // The lock holds for the right contact too, on both.
    expect([await guess('lock@example.org'), await guess('lock@example.org')]).toEqual(['locked', 'locked']);
  });

  it('lets one of them, and only one, sweep up what a killed process left behind', async () => {
    await send(addresses.shopify, shopifyOrder(secret, 1004));
    const database = new Client({ connectionString: databaseUrl });
    await database.connect();
    try {
      // As if the process had died between storing the message and reading it, a minute ago.
      await database.query(
        `update messages set state = 'waiting', applied_at = null, attempts = 0,
           received_at = now() - interval '1 minute' where dedupe_key like '%order-1004%'`,
      );
      await database.query(`delete from orders where number_key = '1004'`);
      const state = async () =>
        (await database.query(`select state, attempts from messages where dedupe_key like '%order-1004%'`))
          .rows[0];
      expect(await state()).toMatchObject({ state: 'waiting' });
      await expect
        .poll(state, { timeout: 200_000, interval: 500 })
        .toMatchObject({ state: 'applied', attempts: 1 });
      const orders = await database.query(`select count(*)::int as n from orders where number_key = '1004'`);
      expect(orders.rows[0]).toEqual({ n: 1 });
    } finally {
      await database.end();
    }
  });
});
