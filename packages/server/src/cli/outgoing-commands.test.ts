import { randomBytes } from 'node:crypto';
import type { OutgoingDelivery, OutgoingEvent, OutgoingWebhookWithSecret } from '@postlude/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config/read-config.ts';
import { createLogger } from '../observability/logger.ts';
import { openContext } from '../open-context.ts';
import { enqueueEvent } from '../outbox/enqueue.ts';
import { emptyPostgres } from '../testing/databases.ts';
import { runCli } from './run.ts';

let env: Record<string, string>;
let storeId: string;

beforeAll(async () => {
  env = {
    DATABASE_URL: await emptyPostgres(),
    POSTLUDE_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  const made = await json<{ store: { id: string } }>(
    'store',
    'create',
    '--name',
    'Kiln',
    '--origin',
    'https://a.example',
  );
  storeId = made.store.id;
});

async function run(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await runCli(args, {
    env,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readInput: () => Promise.resolve(''),
    watched: false,
    ending: new AbortController().signal,
  });
  return { code, out, err };
}

async function json<T>(...args: string[]): Promise<T> {
  const ran = await run(...args, '--json');
  expect(ran).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ran.out);
}

/** Something happens while an endpoint that is given up on is there. */
async function somethingHappens(): Promise<string> {
  const context = await openContext(readConfig(env), { log: createLogger('silent') });
  try {
    return await context.db.withStore(storeId, (tx) =>
      enqueueEvent(tx, storeId, { type: 'return.requested', data: {} }, context.clock.now()),
    );
  } finally {
    await context.db.close();
  }
}

describe('postlude outgoing', () => {
  it('adds an endpoint, shows its secret once, and lists, exchanges, switches and removes it', async () => {
    const added = await run(
      'outgoing',
      'add',
      'https://erp.example.com/in',
      '--events',
      'return.refunded,return.shipped',
    );
    expect(added.code).toBe(0);
    expect(added.out).toMatch(/Secret\s+whsec_[\w+/]{43}= {2}\(shown this once\)/);
    const id = /owh_\w+/.exec(added.out)?.[0] ?? '';

    const list = await run('outgoing', 'list');
    expect(list.out).toMatch(
      new RegExp(`${id} +on +return.refunded,return.shipped +https://erp.example.com/in`),
    );
    expect(list.out).not.toContain('whsec_');

    const rotated = await json<OutgoingWebhookWithSecret>('outgoing', 'rotate', id);
    expect(added.out).not.toContain(rotated.secret);
    expect(rotated.webhook.secrets).toHaveLength(2);
    expect(
      (await json<OutgoingWebhookWithSecret>('outgoing', 'rotate', id, '--now')).webhook.secrets,
    ).toHaveLength(1);

    expect((await run('outgoing', 'disable', id)).out).toBe(`${id} is off.\n`);
    expect((await run('outgoing', 'enable', id)).out).toBe(`${id} is on.\n`);
    expect((await run('outgoing', 'remove', id)).out).toContain('nothing more goes to');
    expect((await run('outgoing', 'list')).out).toBe('None.\n');
  });

  it('lists deliveries and events, and replays one or all that were given up', async () => {
    const { webhook } = await json<OutgoingWebhookWithSecret>(
      'outgoing',
      'add',
      'https://erp.example.com/in',
    );
    const event = await somethingHappens();
    await run('outgoing', 'disable', webhook.id);
    const dead = await json<{ items: OutgoingDelivery[] }>('outgoing', 'deliveries', '--state', 'dead');
    expect(dead.items).toMatchObject([{ eventId: event, state: 'dead' }]);
    const id = dead.items[0]?.id ?? '';

    expect((await run('outgoing', 'deliveries')).out).toContain('The endpoint was switched off.');
    expect((await run('outgoing', 'deliveries', id)).out).toMatch(/To +https:\/\/erp\.example\.com\/in/);
    expect(await json('outgoing', 'replay', '--dead')).toEqual({ replayed: 1 });
    expect(await json('outgoing', 'replay', id)).toEqual({ replayed: 1 });
    expect(await json('outgoing', 'replay', event)).toEqual({ replayed: 1 });
    const events = await json<{ items: OutgoingEvent[] }>('outgoing', 'events', '--type', 'return.requested');
    expect(events.items).toMatchObject([{ id: event, deliveries: { waiting: 1, dead: 0 } }]);
    expect((await run('outgoing', 'events')).out).toContain(event);
  });

  it.each([
    [['add', 'http://erp.example.com/'], 2, 'https'],
    [['add', 'https://10.0.0.1/'], 1, 'OUTGOING_NETWORKS'],
    [['add', 'https://erp.example.com/', '--events', 'return.lost'], 2, 'return.requested'],
    [['remove', 'owh_1'], 1, 'no endpoint owh_1'],
    [['rotate', 'owh_1'], 1, 'no endpoint owh_1'],
    [['enable', 'owh_1'], 1, 'no endpoint owh_1'],
    [['deliveries', 'dlv_1'], 1, 'no delivery dlv_1'],
    [['replay', 'dlv_1'], 1, 'no delivery dlv_1'],
    [['replay', 'oev_1'], 1, 'no event oev_1'],
    [['replay'], 2, '--dead'],
    [['replay', 'dlv_1', '--dead'], 2, '--dead'],
  ])('refuses %j and says why', async (args, code, sentence) => {
    const ran = await run('outgoing', ...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(sentence);
  });

  it('explains itself', async () => {
    expect((await run('outgoing', '--help')).out).toContain('deliveries');
    expect((await run('outgoing', 'add', '--help')).out).toContain('withdrawal.received');
  });
});
