import { randomBytes } from 'node:crypto';
import { afterAll, describe } from 'vitest';
import type { Config } from '../config/config.ts';
import type { Clock, Context } from '../context.ts';
import type { DatabaseKind } from '../db/database.ts';
import { createLogger } from '../observability/logger.ts';
import { contextOver } from '../open-context.ts';
import { createSecretBox } from '../secrets/secret-box.ts';
import { type CreatedStore, createStore, type NewStore } from '../stores/create-store.ts';
import { openTestDatabase } from './databases.ts';

/** A clock that stands still until it is set. */
export interface TestClock extends Clock {
  set(moment: Date | string): void;
  /** Moves on by milliseconds. */
  advance(milliseconds: number): void;
}

/** A backend without HTTP on a database of its own. */
export interface TestBackend {
  readonly context: Context;
  readonly clock: TestClock;
  /** What was logged, a JSON object each. */
  readonly logged: readonly Record<string, unknown>[];
  /** Adds a store; what is left out is that of a small German shop. */
  newStore(settings?: Partial<NewStore>): Promise<CreatedStore>;
  /** The same data through a second process's eyes: its own pool, its own caches, the same clock. PostgreSQL only. */
  secondProcess(): Promise<Context>;
}

/** Makes a clock that stands at a moment. */
export function createTestClock(start: Date | string = '2026-11-24T09:00:00.000Z'): TestClock {
  let time = new Date(start).getTime();
  return {
    now: () => new Date(time),
    set: (moment) => {
      time = new Date(moment).getTime();
    },
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** A configuration for tests: nothing from the environment. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'https://post.example.com',
    databaseUrl: null,
    databasePool: 8,
    dataFolder: 'memory:',
    uploads: { kind: 'memory' },
    easyPostUrl: 'http://127.0.0.1:9',
    encryptionKey: randomBytes(32),
    logLevel: 'debug',
    trustProxy: 0,
    metricsToken: null,
    sdkFolder: null,
    shutdownTimeout: 5_000,
    outgoingNetworks: ['127.0.0.0/8', '::1/128'],
    mail: null,
    ...overrides,
  };
}

/** Opens a fresh backend on one kind of database. */
export async function openTestBackend(
  kind: DatabaseKind,
  overrides: Partial<Config> = {},
): Promise<TestBackend & { close(): Promise<void> }> {
  const database = await openTestDatabase(kind);
  const clock = createTestClock();
  const logged: Record<string, unknown>[] = [];
  const config = testConfig(overrides);
  const secrets = createSecretBox(config.encryptionKey ?? randomBytes(32));
  const log = createLogger(config.logLevel, {
    write: (line: string) => {
      logged.push(JSON.parse(line));
    },
  });
  const stopping = new AbortController().signal;
  const context = contextOver({ config, db: database.db, secrets, log, clock, stopping });
  return {
    context,
    clock,
    logged,
    newStore: (settings = {}) => createStore(context, { ...smallShop, ...settings }),
    secondProcess: async () =>
      contextOver({ config, db: await database.again(), secrets, log, clock, stopping }),
    close: () => database.close(),
  };
}

/** The settings of a small German shop. */
export const smallShop: NewStore = {
  name: 'Kontor Nord',
  origins: ['https://shop.example.com'],
  locale: 'de-DE',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  contact: { email: 'hallo@shop.example.com', phone: null, url: null },
  stalledAfterDays: 7,
};

/**
 * Describes the same behaviour on PGlite and on PostgreSQL. `open` gives the block's backend: opened at its first use on a
 * fresh database, shared by the block's tests (a test that must not see another's data adds a store of its own), closed after them.
 */
export function describeOnBothDatabases(
  name: string,
  body: (open: () => Promise<TestBackend>, kind: DatabaseKind) => void,
): void {
  for (const kind of ['pglite', 'postgres'] as const) {
    describe(`${name} (on ${kind === 'pglite' ? 'PGlite' : 'PostgreSQL'})`, () => {
      let backend: ReturnType<typeof openTestBackend> | null = null;
      afterAll(async () => (await backend)?.close());
      body(() => {
        backend ??= openTestBackend(kind);
        return backend;
      }, kind);
    });
  }
}
