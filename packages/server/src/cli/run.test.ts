import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder } from '../db/folder-lock.ts';
import { emptyPostgres } from '../testing/databases.ts';
import { runCli } from './run.ts';

let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postlude-cli-'));
  env = {
    DATABASE_URL: await emptyPostgres(),
    POSTLUDE_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    PUBLIC_URL: 'https://post.example.com',
    POSTLUDE_SDK: folder,
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ reserveCss: 'x{min-height:1px}' }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(
  args: readonly string[],
  options: { input?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await runCli(args, {
    env: options.env ?? env,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readInput: () => Promise.resolve(options.input ?? ''),
    watched: false,
    ending: new AbortController().signal,
  });
  return { code, out, err };
}

async function json<T>(...args: string[]): Promise<T> {
  const ran = await run([...args, '--json']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ran.out);
}

interface Created {
  readonly store: { readonly id: string; readonly publishableKey: string };
  readonly secretKey: string;
  readonly embedSecret: string;
  readonly snippet: { readonly html: string; readonly proof: { readonly liquid: string } };
}

const newStore = (name: string) =>
  json<Created>('store', 'create', '--name', name, '--origin', 'https://Shop.example.com/');

describe('postlude', () => {
  it('migrates, and says so when there is nothing to do', async () => {
    const own = { env: { ...env, DATABASE_URL: await emptyPostgres() } };
    expect((await run(['migrate'], own)).out).toMatch(/^Applied 1 follow-the-parcel\.\n/);
    expect((await run(['migrate'], own)).out).toMatch(/already/);
  });

  it('asks for a store while there is none', async () => {
    const own = { env: { ...env, DATABASE_URL: await emptyPostgres() } };
    expect(await run(['webhook', 'list'], own)).toMatchObject({
      code: 1,
      err: expect.stringContaining('store create'),
    });
  });

  it('makes a store, tells its keys once and gives a snippet ready to paste', async () => {
    const created = await newStore('First');
    expect(created.secretKey).toMatch(/^sk_/);
    expect(created.snippet.html).toContain(
      `<script async src="https://post.example.com/postlude.js" data-store="${created.store.publishableKey}"></script>`,
    );
    expect(created.snippet.html).toContain('<style>x{min-height:1px}</style>');
    expect(created.snippet.proof.liquid).toBe(
      `{{ order.name | remove_first: "#" | hmac_sha256: "${created.embedSecret}" }}`,
    );

    const shown = await run(['store', 'show', created.store.id]);
    expect(shown.out).toContain(created.store.publishableKey);
    expect(shown.out).toContain('https://shop.example.com');
    expect(shown.out).not.toContain(created.secretKey);
    expect(shown.out).not.toContain(created.embedSecret);
  });

  it('changes a store found by its name', async () => {
    const { store } = await newStore('To change');
    const changed = await json<{ name: string; stalledAfterDays: number; origins: string[] }>(
      'store',
      'update',
      '--store',
      'To change',
      '--name',
      'Changed',
      '--stalled-after-days',
      '3',
    );
    expect(changed).toMatchObject({
      id: store.id,
      name: 'Changed',
      stalledAfterDays: 3,
      origins: ['https://shop.example.com'],
    });
  });

  it('asks which store when there are several', async () => {
    await newStore('One of several');
    await newStore('Another of several');
    expect(await run(['webhook', 'list'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('--store'),
    });
  });

  it('adds a webhook, tells where to deliver, and takes a secret from standard input without repeating it', async () => {
    const { store } = await newStore('Webhooks');
    const added = await json<{ id: string; url: string; ready: boolean; secret: string | null }>(
      'webhook',
      'add',
      'shopify',
      '--store',
      store.id,
    );
    expect(added).toMatchObject({
      ready: false,
      secret: null,
      url: `https://post.example.com/v1/webhooks/shopify/${added.id}`,
    });
    const rotated = await run(['webhook', 'rotate', added.id, '--store', store.id, '--secret', '-'], {
      input: 'from shopify\n',
    });
    expect(rotated).toMatchObject({ code: 0, err: '' });
    expect(rotated.out).not.toContain('from shopify');
    const list = await json<{ secrets: unknown[] }[]>('webhook', 'list', '--store', store.id);
    expect(list.map((one) => one.secrets.length)).toEqual([1]);
  });

  it('gives a new key and says until when the old one works', async () => {
    const { store } = await newStore('Keys');
    expect(await json('key', 'rotate', '--store', store.id)).toMatchObject({
      kind: 'secret',
      oldKeyEndsAt: expect.any(String),
    });
    expect(await json('key', 'rotate', '--store', store.id, '--now')).toMatchObject({ oldKeyEndsAt: null });
    expect(await run(['key', 'rotate', '--store', store.id, '--kind', 'front-door'])).toMatchObject({
      code: 2,
    });
  });

  it('takes the key of an EasyPost account without repeating it, and takes it away', async () => {
    const { store } = await newStore('Labels');
    const key = 'EZTKtestkey1234567890';
    const taken = await run(['label', 'easypost', '--store', store.id, '--key', key, '--json']);
    expect(taken).toMatchObject({ code: 0, out: expect.stringContaining('easypost') });
    expect(taken.out + taken.err).not.toContain(key);
    expect(await json('label', 'easypost', '--store', store.id, '--remove')).toEqual({
      storeId: store.id,
      labels: 'packing_slip',
    });
    for (const wrong of [[], ['--key', key, '--remove']]) {
      expect(await run(['label', 'easypost', '--store', store.id, ...wrong])).toMatchObject({ code: 2 });
    }
    expect(await run(['label', 'easypost', '--store', store.id, '--key', 'short'])).toMatchObject({
      code: 1,
    });
  });

  it('lists and replays messages', async () => {
    const { store } = await newStore('Ingest');
    expect(await json('ingest', 'list', '--store', store.id)).toEqual({ items: [], next: null });
    expect(await json('ingest', 'replay', '--all-failed', '--store', store.id)).toMatchObject({
      replayed: 0,
    });
    expect(await run(['ingest', 'replay', '--store', store.id])).toMatchObject({ code: 2 });
    expect(await run(['ingest', 'replay', 'msg_x', '--store', store.id])).toMatchObject({ code: 1 });
  });

  it('tells what is wrong with the configuration, the command or the data folder, without a stack', async () => {
    const wrong = await run(['store', 'list'], { env: { PORT: 'x' } });
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('PORT must be a whole number') });
    const asJson = await run(['store', 'list', '--json'], { env: { PORT: 'x' } });
    expect(JSON.parse(asJson.err)).toMatchObject({ error: { code: 'config_invalid' } });
    expect(await run(['dance'])).toMatchObject({ code: 2, err: expect.stringContaining('dance') });

    const lock = await lockFolder(folder);
    const held = await run(['store', 'list', '--data', folder], { env: {} });
    expect(held).toMatchObject({ code: 1, err: expect.stringMatching(/in use by process \d+.*HTTP API/s) });
    await lock.release();
  });

  it.each([
    [[]],
    [['store']],
    [['store', 'create']],
    [['store', 'update']],
    [['key', 'rotate']],
    [['webhook', 'add']],
    [['import', 'orders']],
    [['ingest', 'replay']],
    [['migrate']],
    [['serve']],
  ])('explains itself: %s --help', async (command) => {
    const ran = await run([...command, '--help']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('Usage: postlude');
    if (command.length !== 1 || ['migrate', 'serve'].includes(command[0] ?? ''))
      expect(ran.out).toMatch(/Examples:|First steps:/);
  });
});
