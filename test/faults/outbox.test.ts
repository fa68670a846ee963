import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createStaffClient } from '@postlude/client/staff';
import { createStore, openContext, readConfig } from '@postlude/server';
import { describe, expect, it, type TestContext } from 'vitest';
import { addOutgoingWebhook } from '../../packages/server/src/outgoing/webhooks.ts';
import { emptyPostgres } from '../../packages/server/src/testing/databases.ts';
import { type BackendSettings, onFolder, onPostgres } from '../support/backend-process.ts';
import { startEventShop } from '../support/event-shop.ts';

const writer = path.resolve(import.meta.dirname, '../support/event-writer.ts');
const lives = 3;

/** A backend in a process of its own that writes events; `told` is called with what it says. */
function startWriter(
  settings: BackendSettings,
  storeId: string,
  most: number,
  told: (word: string, rest: string) => void,
) {
  const child = spawn(
    process.execPath,
    ['--conditions=@postlude/source', '--disable-warning=ExperimentalWarning', writer, storeId, String(most)],
    {
      env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  const reading = createInterface({ input: child.stdout });
  reading.on('line', (line) => {
    const [word = '', rest = ''] = line.split(' ');
    told(word, rest);
  });
  return {
    /** Rejects when it ends without having been killed: it could not start. */
    failed: ended.then(([code, signal]) => {
      if (signal !== 'SIGKILL') throw new Error(`The backend ended by itself (${code ?? signal}).`);
    }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function isKilledAndLosesNothing(settings: BackendSettings, test: TestContext): Promise<void> {
  const shop = await startEventShop(test);
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
    addOutgoingWebhook(tx, context, store.id, { url: shop.url, events: null }),
  );
  await context.db.close();

  const kept = new Set<string>();
  const undone = new Set<string>();
  for (let life = 0; life < lives; life++) {
    const before = { kept: kept.size, arrived: shop.arrived() };
    await new Promise<void>((resolve, reject) => {
      const process = startWriter(settings, store.id, 100_000, (word, id) => {
        if (word === 'kept') kept.add(id);
        if (word === 'undone') undone.add(id);
        // Killed once it wrote some and delivered some, a little later in each life.
        const enough = kept.size - before.kept > 10 + life && shop.arrived() - before.arrived > life;
        if (enough) void process.kill().then(resolve);
      });
      process.failed.catch(reject);
    });
  }
  expect(kept.size).toBeGreaterThan(lives * 10);
  expect(undone.size).toBeGreaterThan(lives);

  const url = await new Promise<string>((resolve, reject) => {
    const last = startWriter(settings, store.id, 0, (word, address) => {
      if (word === 'ready') resolve(address);
    });
    last.failed.catch(reject);
    test.onTestFinished(() => last.kill());
  });
  const { outgoing } = createStaffClient({ secretKey, baseUrl: url });
  const waiting = async () => (await outgoing.deliveries.list({ state: 'waiting', limit: 1 })).items.length;
  // What a killed process had in hand comes back when its lease of a minute ends.
  // The test's own: the two databases are tried at the same time.
  await test.expect.poll(waiting, { timeout: 200_000, interval: 500 }).toBe(0);

  const committed = new Set<string>();
  for await (const event of outgoing.events.each({ limit: 100 })) committed.add(event.id);
  for await (const { state } of outgoing.deliveries.each({ limit: 100 })) expect(state).toBe('delivered');
  expect([...kept].filter((id) => !committed.has(id))).toEqual([]);
  expect([...undone].filter((id) => committed.has(id))).toEqual([]);
  // Every committed event arrived at least once, nothing else did, and an id always came with the same body.
  expect([...shop.bodies.keys()].sort()).toEqual([...committed].sort());
  expect([...shop.bodies.values()].every((bodies) => bodies.size === 1)).toBe(true);
}

describe.concurrent('a backend that is killed ten times between filing and delivering', () => {
  it('delivers every committed event under one id and no other, on PGlite', async (test) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'postlude-outbox-'));
    test.onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await isKilledAndLosesNothing({ ...onFolder(folder), OUTGOING_NETWORKS: '127.0.0.0/8' }, test);
  });

  it('delivers every committed event under one id and no other, on PostgreSQL', async (test) => {
    const settings = onPostgres(await emptyPostgres(), tmpdir());
    await isKilledAndLosesNothing({ ...settings, OUTGOING_NETWORKS: '127.0.0.0/8' }, test);
  });
});
