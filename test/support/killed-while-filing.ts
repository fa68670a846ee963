import { createStaffClient, type StaffClient } from '@postlude/client/staff';
import type { ReturnPolicyInput } from '@postlude/contract';
import { createStore, openContext, readConfig } from '@postlude/server';
import { expect, type TestContext } from 'vitest';
import { addOutgoingWebhook } from '../../packages/server/src/outgoing/webhooks.ts';
import { type BackendSettings, startBackend } from './backend-process.ts';
import { type EventShop, startEventShop } from './event-shop.ts';
import { type Desk, deskAt } from './return-desk.ts';

const lives = 3;
const senders = 3;

/** Something shoppers file, as the test of a backend that is killed needs it. */
export interface Filed<Sent> {
  readonly policy: ReturnPolicyInput;
  /** Places the order of one sender, and answers with what it files next under a key. */
  begin(desk: Desk, number: string): Promise<(key: string) => Sent>;
  /** Files it under its key, and answers with the id it has. */
  file(desk: Desk, sent: Sent, key: string): Promise<string>;
  /** All that is there, each with the key it was filed under, after looking at each one whole. */
  all(staff: StaffClient): Promise<readonly { readonly id: string; readonly key: string }[]>;
  /** Which one an event tells of. */
  idOf(data: Record<string, unknown>): unknown;
  /** The types of all events that tell of each one, in the order of the alphabet. */
  readonly told: readonly string[];
}

/** A backend's life after life: what was sent, and what each key was acknowledged with. */
interface History<Sent> {
  readonly sent: Map<string, Sent>;
  readonly kept: Map<string, Set<string>>;
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

const noteKept = <Sent>({ kept }: History<Sent>, key: string, id: string) =>
  kept.set(key, (kept.get(key) ?? new Set()).add(id));

/** One life of a backend: shoppers file, some of them what the life before did not acknowledge, until it is killed. */
async function live<Sent>(
  settings: BackendSettings,
  keys: { store: string; secretKey: string },
  { shop, life, kind, history }: { shop: EventShop; life: number; kind: Filed<Sent>; history: History<Sent> },
): Promise<void> {
  const { sent, kept } = history;
  const backend = await startBackend(settings);
  try {
    const desk = await deskAt(backend.url, keys, kind.policy);
    const before = { kept: kept.size, arrived: shop.arrived() };
    let alive = true;
    const file = async (key: string, one: Sent) => {
      const id = await kind.file(desk, one, key).catch((error: { code?: string }) => {
        // Nobody answers any more; anything else would be a refusal of what is right.
        expect(alive ? error.code : undefined, backend.log()).toBeUndefined();
        return null;
      });
      if (id !== null) noteKept(history, key, id);
    };
    // All that nobody knows of, and some of what was acknowledged: every one has to be what it was.
    for (const [key, one] of sent) {
      if (!kept.has(key) || Number(key.split('-')[1]) % 5 === 0) await file(key, one);
    }
    const begin = async (sender: number) => {
      const number = `${life}-${sender}`;
      return { number, next: await kind.begin(desk, number) };
    };
    const begun = await Promise.all(Array.from({ length: senders }, (_, sender) => begin(sender)));
    const send = async ({ number, next }: (typeof begun)[number]) => {
      for (let index = 1; alive; index++) {
        const key = `${number}-${index}`;
        const one = next(key);
        sent.set(key, one);
        await file(key, one);
        // Killed once it acknowledged some and delivered some, a little later in each life.
        const enough = kept.size - before.kept > 6 + life && shop.arrived() - before.arrived > life;
        if (enough && alive) {
          alive = false;
          // The other shoppers have filings on the way at this moment.
          void backend.kill();
        }
      }
    };
    await Promise.all(begun.map(send));
  } finally {
    await backend.kill();
  }
}

/** Kills a backend ten times while shoppers file, and checks that nothing acknowledged is lost, doubled, or told twice or not. */
export async function isKilledAndLosesNothing<Sent>(
  settings: BackendSettings,
  test: TestContext,
  kind: Filed<Sent>,
): Promise<void> {
  const shop = await startEventShop(test);
  const keys = await newShop(settings, shop.url);
  const history: History<Sent> = { sent: new Map(), kept: new Map() };
  const { sent, kept } = history;
  for (let life = 0; life < lives; life++) await live(settings, keys, { shop, life, kind, history });
  expect(kept.size).toBeGreaterThan(lives * 6);

  const backend = await startBackend(settings);
  test.onTestFinished(() => backend.kill());
  const desk = await deskAt(backend.url, keys, kind.policy);
  for (const [key, one] of sent) noteKept(history, key, await kind.file(desk, one, key));
  // Whoever tried again under the same key was given the same one, whatever was killed in between.
  expect([...kept].filter(([, ids]) => ids.size !== 1)).toEqual([]);

  const staff = createStaffClient({ secretKey: keys.secretKey, baseUrl: backend.url });
  const found = await kind.all(staff);
  // One for each key, and none that nobody asked for.
  expect(found.map(({ id, key }) => [key, id]).sort()).toEqual(
    [...kept].map(([key, [id]]) => [key, id]).sort(),
  );

  const waiting = async () =>
    (await staff.outgoing.deliveries.list({ state: 'waiting', limit: 1 })).items.length;
  // What a killed process had in hand comes back when its lease of a minute ends.
  // The test's own: the two databases are tried at the same time, and the global one knows of one test only.
  await test.expect.poll(waiting, { timeout: 200_000, interval: 500 }).toBe(0);
  const told = new Map<unknown, string[]>();
  for (const [id, texts] of shop.bodies) {
    expect([id, texts.size]).toEqual([id, 1]);
    const { type, data } = JSON.parse([...texts][0] ?? '{}') as {
      type: string;
      data: Record<string, unknown>;
    };
    told.set(kind.idOf(data), [...(told.get(kind.idOf(data)) ?? []), type]);
  }
  expect([...told.keys()].sort()).toEqual(found.map(({ id }) => id).sort());
  for (const types of told.values()) expect(types.sort()).toEqual(kind.told);
}
