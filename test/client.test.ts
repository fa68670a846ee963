import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createClient, isApiError, isNetworkError, isProblem } from '@postlude/client';
import { createStaffClient } from '@postlude/client/staff';
import { expect, it } from 'vitest';
import { startServer } from '../packages/server/src/server.ts';
import { createStore, type NewStore } from '../packages/server/src/stores/create-store.ts';
import { describeOnBothDatabases, testConfig } from '../packages/server/src/testing/backend.ts';
import {
  atOnce,
  baseUrl,
  clientsOf,
  failureOf,
  fetchOf,
  lookup,
  orderInput,
  placed,
  scan,
} from './support/clients.ts';

describeOnBothDatabases('the client against the backend', (open) => {
  it('follows an order from lookup to news, and hears when nothing changed', async () => {
    const { context, newStore } = await open();
    const { client, staff } = clientsOf(context, await newStore());
    const { orderId, shipmentId } = await placed(staff);

    const { token, order } = await client.sessions.open(lookup('#1001', 'MIA@example.com'));
    expect(order).toMatchObject({ id: orderId, number: '1001', lines: [{ title: 'Teapot “Nord” <3' }] });

    const first = await client.orders.get({ token, orderId });
    if (first.state !== 'fresh') return expect.fail('The first answer is always fresh.');
    expect(first.order).toEqual(order);
    expect(first.etag).not.toBeNull();
    const { etag } = first;
    await expect(client.orders.get({ token, orderId, etag })).resolves.toEqual({ state: 'unchanged' });

    await staff.shipments.addTracking(
      { orderId, shipmentId },
      scan('out_for_delivery', '2026-11-24T08:00:00Z'),
    );
    const news = await client.orders.get({ token, orderId, etag });
    expect(news).toMatchObject({ state: 'fresh', order: { shipments: [{ status: 'out_for_delivery' }] } });
  });

  it('opens an order by the proof staff are told, and by one the storefront makes', async () => {
    const { context, newStore } = await open();
    const shop = await newStore();
    const { client, staff } = clientsOf(context, shop);
    const { proof } = await staff.orders.put('a', orderInput());
    const made = createHmac('sha256', shop.embedSecret).update('1001').digest('hex');
    for (const each of [proof, made]) {
      const session = await client.sessions.open({ by: 'proof', order: '1001', proof: each });
      expect(session.order.number).toBe('1001');
    }
    const wrong = await failureOf(
      client.sessions.open({ by: 'proof', order: '1001', proof: 'a'.repeat(64) }),
    );
    expect(isProblem(wrong, 'proof_invalid')).toBe(true);
  });

  it('reads a parcel as JSON-LD, and the store', async () => {
    const { context, newStore } = await open();
    const { client, staff } = clientsOf(context, await newStore());
    const { orderId, shipmentId } = await placed(staff);
    const { token } = await client.sessions.open(lookup('1001', '20095'));
    await expect(client.orders.parcelDelivery({ token, orderId, shipmentId })).resolves.toMatchObject({
      '@context': expect.stringContaining('schema.org'),
      '@type': 'ParcelDelivery',
    });
    await expect(client.store.get()).resolves.toMatchObject({ name: 'Kontor Nord', locale: 'de-DE' });
  });

  it('tells a wrong contact, then the lock and until when', async () => {
    const { context, newStore, clock } = await open();
    const { client, staff } = clientsOf(context, await newStore(), { now: () => clock.now().getTime() });
    await placed(staff);
    const codes: string[] = [];
    let lock: Date | null = null;
    for (let attempt = 0; attempt < 7; attempt++) {
      const error = await failureOf(client.sessions.open(lookup('1001', 'noah@example.com')));
      if (isApiError(error)) codes.push(error.code);
      if (isProblem(error, 'lookup_locked')) lock = error.retryAt;
    }
    expect(codes.slice(0, 3)).toEqual(Array(3).fill('lookup_failed'));
    expect(codes.at(-1)).toBe('lookup_locked');
    expect(lock?.getTime()).toBeGreaterThan(clock.now().getTime());
  });

  it('tells who may not call', async () => {
    const { context, newStore } = await open();
    const [shop, other] = [await newStore(), await newStore()];
    const { client, staff } = clientsOf(context, shop);
    const { orderId } = await placed(staff);
    const { token } = await client.sessions.open(lookup('1001', '20095'));

    const ended = await failureOf(client.orders.get({ token: `${token}x`, orderId }));
    expect(isProblem(ended, 'session_invalid')).toBe(true);
    const foreign = await placed(clientsOf(context, other).staff);
    const notMine = await failureOf(client.orders.get({ token, orderId: foreign.orderId }));
    expect(isProblem(notMine, 'not_found')).toBe(true);
    expect(notMine).toMatchObject({ requestId: expect.any(String), title: expect.any(String) });

    const unknown = createClient({ store: 'pk_nobody', baseUrl, fetch: fetchOf(context) });
    expect(isProblem(await failureOf(unknown.store.get()), 'unknown_store')).toBe(true);
    const stranger = fetchOf(context, { origin: 'https://elsewhere.example' });
    const elsewhere = createClient({ store: shop.store.publishableKey, baseUrl, fetch: stranger });
    expect(isProblem(await failureOf(elsewhere.store.get()), 'origin_not_allowed')).toBe(true);
    const wrongKey = createStaffClient({ secretKey: 'sk_wrong', baseUrl, fetch: fetchOf(context) });
    expect(isProblem(await failureOf(wrongKey.store.get()), 'key_invalid')).toBe(true);
  });
});

const newShop: NewStore = {
  name: 'Kiln & Co',
  origins: ['https://shop.example.com'],
  locale: 'en',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  contact: { email: null, phone: null, url: null },
  stalledAfterDays: 7,
};

it('works over a real connection, and says so when the server is gone', async () => {
  const server = await startServer(testConfig({ logLevel: 'silent' }));
  const shop = await createStore(server.context, newShop);
  const common = { baseUrl: server.url, sleep: atOnce };
  const staff = createStaffClient({ ...common, secretKey: shop.secretKey });
  const client = createClient({ ...common, store: shop.store.publishableKey });
  try {
    const { orderId } = await placed(staff);
    const { token } = await client.sessions.open(lookup('1001', '+49 171 2345678'));
    const answer = await client.orders.get({ token, orderId });
    if (answer.state !== 'fresh') return expect.fail('The first answer is always fresh.');
    await expect(client.orders.get({ token, orderId, etag: answer.etag })).resolves.toEqual({
      state: 'unchanged',
    });
  } finally {
    await server.close();
  }
  expect(isNetworkError(await failureOf(client.store.get()))).toBe(true);
});

it('runs the example of its README in Node', async () => {
  const readme = await readFile(path.resolve(import.meta.dirname, '../packages/client/README.md'), 'utf8');
  const example = /```js\n(.*?)```/s.exec(readme)?.[1] ?? expect.fail('There should be an example.');
  const server = await startServer(testConfig({ logLevel: 'silent' }));
  try {
    const shop = await createStore(server.context, newShop);
    const flags = ['--conditions=@postlude/source', '--input-type=module', '--eval', example];
    const { stdout } = await promisify(execFile)(process.execPath, flags, {
      cwd: path.resolve(import.meta.dirname, '..'),
      env: {
        ...process.env,
        POSTLUDE_URL: server.url,
        POSTLUDE_SECRET_KEY: shop.secretKey,
        POSTLUDE_STORE: shop.store.publishableKey,
      },
    });
    expect(stdout).toBe('4711 1\nin_transit\n');
  } finally {
    await server.close();
  }
});
