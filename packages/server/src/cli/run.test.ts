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

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
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

  it('imports what is right, tells line by line what is wrong, and changes nothing the second time', async () => {
    const { store } = await newStore('Import');
    const line = { externalId: 'l', title: 'Teapot', quantity: 1 };
    const order = {
      placedAt: '2026-11-20T10:00:00Z',
      updatedAt: '2026-11-20T10:00:00Z',
      currency: 'EUR',
      lines: [line],
    };
    const event = { at: '2026-11-21T08:00:00+01:00', status: 'in_transit' };
    const shipment = { externalId: 's1', items: [], trackingNumber: 'AB 12', tracking: { events: [event] } };
    const path = await file(
      'orders.ndjson',
      [
        JSON.stringify({ externalId: '1', number: '1001', ...order, shipments: [shipment] }),
        '{"externalId": "2",',
        JSON.stringify({ externalId: '3', number: '1003', ...order, nonsense: true }),
        JSON.stringify({ externalId: '4', number: '1004', ...order, shipments: [shipment] }),
        JSON.stringify({ externalId: '5', number: '1005', ...order }),
      ].join('\n'),
    );
    for (const turn of ['first', 'second']) {
      const ran = await run(['import', 'orders', path, '--store', store.id, '--json']);
      expect(ran.code, turn).toBe(3);
      expect(JSON.parse(ran.out)).toMatchObject({
        orders: 2,
        shipments: 1,
        failed: 3,
        interrupted: false,
        problems: [
          { line: 2, externalId: null, reasons: [expect.stringContaining('JSON')] },
          { line: 3, externalId: '3' },
          { line: 4, externalId: '4', reasons: [expect.stringContaining('Another order')] },
        ],
      });
    }
    const told = await run(['import', 'orders', path, '--store', store.id]);
    expect(told.err).toMatch(/^Line 2: .*\nLine 3 \(3\): .*\nLine 4 \(4\): .*\n$/);
    expect(told.out).toContain('Imported 2 orders with 1 shipments.');
  });

  it('imports what was paid and given back, once', async () => {
    const { store } = await newStore('Money');
    const eur = (amount: number, currency = 'EUR') => ({ amount, currency });
    const order = (externalId: string, discount: object) => ({
      externalId,
      number: externalId,
      placedAt: '2026-11-20T10:00:00Z',
      updatedAt: '2026-11-20T10:00:00Z',
      currency: 'EUR',
      taxesIncluded: true,
      total: eur(5480),
      shipping: { price: eur(490), tax: eur(78) },
      lines: [
        {
          externalId: 'l',
          title: 'Cup',
          quantity: 2,
          unitPrice: eur(2995),
          discount,
          tax: eur(797),
          tags: ['a'],
        },
      ],
      refunds: [
        {
          externalId: `r-${externalId}`,
          refundedAt: '2026-11-22T10:00:00Z',
          amount: eur(2495),
          items: [{ lineExternalId: 'l', quantity: 1 }],
        },
      ],
    });
    const path = await file('money.json', JSON.stringify([order('1', eur(1000)), order('2', eur(1, 'USD'))]));
    for (const turn of ['first', 'second']) {
      const ran = await run(['import', 'orders', path, '--store', store.id, '--json']);
      expect(JSON.parse(ran.out), turn).toMatchObject({
        orders: 1,
        failed: 1,
        problems: [{ externalId: '2', reasons: ['lines.0.discount.currency: The order is in EUR.'] }],
      });
    }
  });

  it('reads nothing but UTF-8, and says when there is no such file', async () => {
    const { store } = await newStore('Files');
    const latin = join(folder, 'latin.json');
    await writeFile(latin, Buffer.from('[{"number":"\xe4"}]', 'latin1'));
    expect(await run(['import', 'orders', latin, '--store', store.id])).toMatchObject({
      code: 1,
      err: expect.stringContaining('UTF-8'),
    });
    const missing = await run(['import', 'orders', join(folder, 'missing.json'), '--store', store.id]);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('missing.json') });
    expect(missing.err).not.toMatch(/\n {4}at /);
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
