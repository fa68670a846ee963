import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createClient, isApiError, isNetworkError, isProblem, type TransportOptions } from '@postlude/client';
import { createStaffClient } from '@postlude/client/staff';
import type { OrderInput, TrackingInput } from '@postlude/contract';
import { expect, it } from 'vitest';
import { createApp } from '../packages/server/src/app.ts';
import type { Context } from '../packages/server/src/context.ts';
import { startServer } from '../packages/server/src/server.ts';
import { type CreatedStore, createStore, type NewStore } from '../packages/server/src/stores/create-store.ts';
import { newWebhook } from '../packages/server/src/testing/api.ts';
import { describeOnBothDatabases, testConfig } from '../packages/server/src/testing/backend.ts';

type Fetch = typeof globalThis.fetch;
const baseUrl = 'https://post.example.com';

/** Hands what the client sends to the app, without a network in between. */
function fetchOf(context: Context, headers: Record<string, string> = {}): Fetch {
  const app = createApp(context);
  return async (input, init) => {
    const request = new Request(input, init);
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    return app.fetch(request, { incoming: { socket: { remoteAddress: '203.0.113.7' } } });
  };
}

function clientsOf(context: Context, shop: CreatedStore, options: Partial<TransportOptions> = {}) {
  const common = { baseUrl, fetch: fetchOf(context), sleep: atOnce, ...options };
  return {
    client: createClient({ ...common, store: shop.store.publishableKey }),
    staff: createStaffClient({ ...common, secretKey: shop.secretKey }),
  };
}

/** Lets the pauses between tries pass at once; a deadline is never reached. */
const atOnce: TransportOptions['sleep'] = (ms, signal) =>
  ms < 10_000
    ? Promise.resolve()
    : new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
      );

const orderInput = (changes: Partial<OrderInput> = {}): OrderInput => ({
  number: '1001',
  placedAt: '2026-11-20T10:00:00Z',
  currency: 'EUR',
  email: 'mia@example.com',
  phone: '+49 171 2345678',
  destination: { city: 'Hamburg', postcode: '20095', country: 'DE' },
  lines: [{ externalId: 'l1', title: 'Teapot “Nord” <3', quantity: 1 }],
  ...changes,
});

const scan = (status: 'in_transit' | 'out_for_delivery', at: string): TrackingInput => ({
  events: [{ at, status, place: { city: 'Hamburg', country: 'DE' } }],
});

const lookup = (order: string, contact: string) => ({ by: 'lookup', order, contact }) as const;
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('This should have failed.'),
    (error: unknown) => error,
  );

async function placed(staff: ReturnType<typeof createStaffClient>, changes: Partial<OrderInput> = {}) {
  const { number = '1001' } = changes;
  const { order } = await staff.orders.put(`shop/${number}`, orderInput(changes));
  const shipped = await staff.shipments.put(
    { orderId: order.id, externalId: 'parcel #1' },
    { carrier: 'DHL', trackingNumber: `00340434${number}`, items: [{ lineExternalId: 'l1', quantity: 1 }] },
  );
  const shipmentId = shipped.order.shipments[0]?.id ?? expect.fail('There should be a parcel.');
  return { orderId: order.id, shipmentId };
}

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

  it('tells which fields to correct', async () => {
    const { context, newStore } = await open();
    const { staff } = clientsOf(context, await newStore());
    const wrong = orderInput({
      currency: 'euro',
      lines: [{ externalId: 'l1', title: 'Teapot', quantity: -1 }],
    });
    const error = await failureOf(staff.orders.put('a', wrong));
    expect(isProblem(error, 'invalid_input') && Object.keys(error.fields).sort()).toEqual([
      'currency',
      'lines.0.quantity',
    ]);
  });

  it('adds news once though the answer to the first try was lost', async () => {
    const { context, newStore } = await open();
    const direct = fetchOf(context);
    let lost = 0;
    const lossy: Fetch = async (input, init) => {
      const request = new Request(input, init);
      const isWrite = request.method === 'POST' && request.url.endsWith('/tracking');
      const answer = await direct(request);
      if (!isWrite || lost > 0) return answer;
      lost++;
      throw new TypeError('the connection broke after the server had done its work');
    };
    const { staff } = clientsOf(context, await newStore(), { fetch: lossy });
    const address = await placed(staff);
    const after = await staff.shipments.addTracking(address, scan('in_transit', '2026-11-23T08:00:00Z'));
    expect(lost).toBe(1);
    expect(after.order.shipments[0]?.events).toHaveLength(1);
    expect((await staff.shipments.events(address).list()).items).toHaveLength(1);
  });

  it('refuses another input under a key that was used', async () => {
    const { context, newStore } = await open();
    const { staff } = clientsOf(context, await newStore());
    const address = await placed(staff);
    const options = { idempotencyKey: 'scan-1' };
    const news = scan('in_transit', '2026-11-23T08:00:00Z');
    const first = await staff.shipments.addTracking(address, news, options);
    await expect(staff.shipments.addTracking(address, news, options)).resolves.toEqual(first);
    const other = scan('in_transit', '2026-11-23T09:00:00Z');
    const error = await failureOf(staff.shipments.addTracking(address, other, options));
    expect(isProblem(error, 'idempotency_conflict')).toBe(true);
  });

  it('walks over every order, finds one, and reads it as staff see it', async () => {
    const { context, newStore } = await open();
    const { staff } = clientsOf(context, await newStore());
    const numbers = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'];
    for (const [index, number] of numbers.entries()) {
      const placedAt = `2026-11-2${index}T10:00:00Z`;
      await staff.orders.put(number, orderInput({ number, placedAt, email: `${number}@example.com` }));
    }
    const seen: string[] = [];
    for await (const order of staff.orders.each({ limit: 2 })) seen.push(order.number);
    expect(seen).toEqual(numbers.toReversed());
    const { items } = await staff.orders.list({ q: 'a-3@example.com' });
    expect(items.map((item) => item.number)).toEqual(['A-3']);
    const read = await staff.orders.get(items[0]?.id ?? '');
    expect(read.summary).toMatchObject({ externalId: 'A-3', email: 'A-3@example.com' });
    expect(isProblem(await failureOf(staff.orders.get(`ord_${'0'.repeat(32)}`)), 'not_found')).toBe(true);
  });

  it('changes the settings it names and leaves the others', async () => {
    const { context, newStore } = await open();
    const { staff } = clientsOf(context, await newStore());
    const before = await staff.store.get();
    const after = await staff.store.update({ stalledAfterDays: 3 });
    expect(after).toEqual({ ...before, stalledAfterDays: 3 });
  });

  it('lists what came in and what no mapping knows, and replays a message', async () => {
    const { context, newStore } = await open();
    const shop = await newStore();
    const { staff } = clientsOf(context, shop);
    const webhook = await newWebhook(context, shop.store.id, 'easypost');
    const body = JSON.stringify({
      id: 'evt_1',
      object: 'Event',
      description: 'tracker.updated',
      result: {
        object: 'Tracker',
        id: 'trk_1',
        tracking_code: 'EZ1000000001',
        status: 'teleported',
        status_detail: 'beyond_the_stars',
        carrier: 'USPS',
        updated_at: '2026-11-23T10:00:00Z',
        tracking_details: [],
      },
    });
    const headers = { 'content-type': 'application/json', ...webhook.sign(body) };
    const taken = await fetchOf(context)(`${baseUrl}${webhook.path}`, { method: 'POST', headers, body });
    expect(taken.status).toBe(200);

    const { items } = await staff.messages.list({ provider: 'easypost' });
    expect(items).toMatchObject([{ provider: 'easypost', state: 'applied' }]);
    await expect(staff.messages.replay(items[0]?.id ?? '')).resolves.toMatchObject({ state: 'applied' });
    const unknown = await staff.unknownStatuses.list();
    expect(unknown.items).toMatchObject([
      { provider: 'easypost', raw: expect.stringContaining('teleported') },
    ]);
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
