import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStaffClient, type StaffClient } from '@postlude/client/staff';
import type { Return, ReturnFiling } from '@postlude/contract';
import { createStore, openContext, readConfig } from '@postlude/server';
import { describe, expect, it, type TestContext } from 'vitest';
import { addOutgoingWebhook } from '../../packages/server/src/outgoing/webhooks.ts';
import { emptyPostgres } from '../../packages/server/src/testing/databases.ts';
import { type BackendSettings, onFolder, onPostgres, startBackend } from '../support/backend-process.ts';
import { type EventShop, startEventShop } from '../support/event-shop.ts';
import { deskAt, deskOrder, policyWith } from '../support/return-desk.ts';

const lives = 10;
const senders = 3;
const policy = policyWith({ autoApprovals: [{ id: 'all' }] });

/** A filing that a shopper sends until it is acknowledged, under a key of its own. */
interface Sent {
  readonly key: string;
  readonly token: string;
  readonly orderId: string;
  readonly filing: ReturnFiling;
}

async function newShop(settings: BackendSettings, url: string) {
  const context = await openContext(readConfig({ ...settings, LOG_LEVEL: 'silent' }));
  const { store, secretKey } = await createStore(context, {
    name: 'Kiln',
    origins: [],
    locale: 'en',
    currency: 'EUR',
    timeZone: 'UTC',
    contact: { email: null, phone: null, url: null },
    stalledAfterDays: 7,
  });
  await context.db.withStore(store.id, (tx) =>
    addOutgoingWebhook(tx, context, store.id, { url, events: null }),
  );
  await context.db.close();
  return { store: store.publishableKey, secretKey };
}

/** One life of a backend: shoppers file, some of them what the life before did not acknowledge, until it is killed. */
async function live(
  settings: BackendSettings,
  keys: { store: string; secretKey: string },
  shop: EventShop,
  { life, sent, kept }: { life: number; sent: Map<string, Sent>; kept: Map<string, Set<string>> },
): Promise<void> {
  const backend = await startBackend(settings);
  try {
    const desk = await deskAt(backend.url, keys, policy);
    const before = { kept: kept.size, arrived: shop.arrived() };
    let alive = true;
    const file = async ({ key, token, orderId, filing }: Sent) => {
      const answer = await desk.client.returns
        .file({ token, orderId }, filing, { idempotencyKey: key })
        .catch((error: { code?: string }) => {
          // Nobody answers any more; anything else would be a refusal of what is right.
          expect(alive ? error.code : undefined, backend.log()).toBeUndefined();
          return null;
        });
      if (answer) kept.set(key, (kept.get(key) ?? new Set()).add(answer.id));
    };
    // All that nobody knows of, and some of what was acknowledged: every one has to be the return it was.
    for (const one of sent.values()) {
      if (!kept.has(one.key) || Number(one.key.split('-')[1]) % 5 === 0) await file(one);
    }
    const place = async (sender: number) => {
      const number = `${life}-${sender}`;
      const mug = { ...deskOrder(number, desk.now).lines[0], externalId: 'mug', title: 'Mug', quantity: 100 };
      const input = { lines: [mug], total: null };
      const order = await desk.place({ number, input, undelivered: [] });
      return { number, order, filing: await order.filing() };
    };
    const placed = await Promise.all(Array.from({ length: senders }, (_, sender) => place(sender)));
    const send = async ({ number, order, filing }: (typeof placed)[number]) => {
      for (let index = 1; alive; index++) {
        const key = `${number}-${index}`;
        const items = filing.items.map((item) => ({ ...item, note: key }));
        const one = { key, token: order.token, orderId: order.orderId, filing: { ...filing, items } };
        sent.set(key, one);
        await file(one);
        // Killed once it acknowledged some and delivered some, a little later in each life.
        const enough = kept.size - before.kept > 6 + life && shop.arrived() - before.arrived > life;
        if (enough && alive) {
          alive = false;
          // The other shoppers have filings on the way at this moment.
          void backend.kill();
        }
      }
    };
    await Promise.all(placed.map(send));
  } finally {
    await backend.kill();
  }
}

async function allReturns(staff: StaffClient): Promise<Return[]> {
  const found: Return[] = [];
  for await (const { id } of staff.returns.each({ limit: 100 })) {
    const { return: one, audit } = await staff.returns.get(id);
    expect(audit.map(({ action, by }) => [action, by])).toEqual([
      ['file', 'shopper'],
      ['approve', 'rule:all'],
    ]);
    found.push(one);
  }
  return found;
}

async function isKilledAndLosesNothing(settings: BackendSettings, test: TestContext): Promise<void> {
  const shop = await startEventShop(test);
  const keys = await newShop(settings, shop.url);
  const sent = new Map<string, Sent>();
  const kept = new Map<string, Set<string>>();
  for (let life = 0; life < lives; life++) await live(settings, keys, shop, { life, sent, kept });
  expect(kept.size).toBeGreaterThan(lives * 6);

  const backend = await startBackend(settings);
  test.onTestFinished(() => backend.kill());
  const { client } = await deskAt(backend.url, keys, policy);
  for (const { key, token, orderId, filing } of sent.values()) {
    const { id } = await client.returns.file({ token, orderId }, filing, { idempotencyKey: key });
    kept.set(key, (kept.get(key) ?? new Set()).add(id));
  }
  // Whoever tried again under the same key was given the same return, whatever was killed in between.
  expect([...kept].filter(([, ids]) => ids.size !== 1)).toEqual([]);

  const staff = createStaffClient({ secretKey: keys.secretKey, baseUrl: backend.url });
  const returns = await allReturns(staff);
  // One return for each key, none without its item, and none that nobody asked for.
  const notes = returns.map(({ id, items }) => [items.map(({ note }) => note).join(), id]);
  expect(notes.sort()).toEqual([...kept].map(([key, [id]]) => [key, id]).sort());

  const waiting = async () =>
    (await staff.outgoing.deliveries.list({ state: 'waiting', limit: 1 })).items.length;
  // What a killed process had in hand comes back when its lease of a minute ends.
  await expect.poll(waiting, { timeout: 200_000, interval: 500 }).toBe(0);
  const told = new Map<string, string[]>();
  for (const [id, texts] of shop.bodies) {
    expect([id, texts.size]).toEqual([id, 1]);
    const { type, data } = JSON.parse([...texts][0] ?? '{}') as { type: string; data: { returnId: string } };
    told.set(data.returnId, [...(told.get(data.returnId) ?? []), type]);
  }
  expect([...told.keys()].sort()).toEqual(returns.map(({ id }) => id).sort());
  for (const types of told.values()) expect(types.sort()).toEqual(['return.approved', 'return.requested']);
}

describe.concurrent('a backend that is killed ten times while returns are filed', () => {
  it('keeps each acknowledged return once, whole, and tells of it under one id, on PGlite', async (test) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'postlude-returns-'));
    test.onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await isKilledAndLosesNothing({ ...onFolder(folder), OUTGOING_NETWORKS: '127.0.0.0/8' }, test);
  });

  it('keeps each acknowledged return once, whole, and tells of it under one id, on PostgreSQL', async (test) => {
    const settings = onPostgres(await emptyPostgres(), tmpdir());
    await isKilledAndLosesNothing({ ...settings, OUTGOING_NETWORKS: '127.0.0.0/8' }, test);
  });
});
