import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStaffClient, isContractError, type StaffClient } from './staff.ts';
import { type Answer, type FaultServer, json, raw, reset, startFaultServer } from './testing/fault-server.ts';
import { manualTime } from './testing/manual-time.ts';
import { order } from './testing/samples.ts';

let server: FaultServer;
let answer: Answer;
let staff: StaffClient;

beforeEach(async () => {
  server = await startFaultServer((response, request) => answer(response, request));
  staff = createStaffClient({ secretKey: 'sk_1', baseUrl: server.url, ...manualTime() });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

const summary = {
  id: order.id,
  externalId: 'shop-1',
  source: 'api',
  number: '1001',
  placedAt: order.placedAt,
  email: null,
  total: null,
  cancelledAt: null,
  shipments: 0,
};
const staffOrder = { summary, order, proof: 'a'.repeat(64), giftCode: '7F3A-19BC-02DE' };
const message = {
  id: `msg_${'3'.repeat(32)}`,
  provider: 'shopify',
  topic: 'orders/create',
  state: 'applied',
  reason: null,
  attempts: 1,
  receivedAt: order.placedAt,
  appliedAt: null,
};
const address = { orderId: order.id, shipmentId: 'shp_1' };
const keys = () => server.received.map((request) => request.headers['idempotency-key']);

describe('a staff client', () => {
  it('sends the secret key and shows it nowhere', async () => {
    answer = json(staffOrder);
    await staff.orders.get(order.id);
    expect(server.received[0]?.headers.authorization).toBe('Bearer sk_1');
    expect(server.received[0]?.url).not.toContain('sk_1');
    expect(JSON.stringify(staff)).not.toContain('sk_1');
  });

  it('refuses to run in a page, unless it is told that this is meant', () => {
    vi.stubGlobal('document', {});
    const options = { secretKey: 'sk_1', baseUrl: 'https://postlude.example' };
    expect(() => createStaffClient(options)).toThrow('in a page');
    expect(() => createStaffClient({ ...options, allowBrowser: true })).not.toThrow();
  });

  it.each(['pk_1', ''])('refuses %j as its key', (secretKey) => {
    expect(() => createStaffClient({ secretKey, baseUrl: 'https://postlude.example' })).toThrow(TypeError);
  });
});

describe('a write', () => {
  it('that adds something carries one key over all its tries, and another the next time', async () => {
    answer = (response, request) =>
      server.received.length % 2 === 1 ? reset(response, request) : json(staffOrder)(response, request);
    await staff.shipments.addTracking(address, { events: [] });
    await staff.shipments.addTracking(address, { events: [] });
    const [first, again, second] = keys();
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });

  it('carries the caller’s own key', async () => {
    answer = json(message);
    await staff.messages.replay(message.id, { idempotencyKey: 'mine' });
    expect(keys()).toEqual(['mine']);
  });

  it('that replaces is repeated as it is', async () => {
    answer = (response, request) =>
      server.received.length === 1 ? raw('', 503)(response, request) : json(staffOrder)(response, request);
    const input = { number: '1001', placedAt: order.placedAt, currency: 'EUR', lines: [] };
    await expect(staff.orders.put('a/b', input)).resolves.toEqual(staffOrder);
    expect(server.received).toHaveLength(2);
    expect(server.received[1]).toMatchObject({
      method: 'PUT',
      url: '/v1/staff/orders/by-external-id/a%2Fb',
      body: JSON.stringify(input),
    });
    expect(keys()).toEqual([undefined, undefined]);
  });
});

describe('a list', () => {
  const pages = ['one', 'two', 'three'];
  const paged: Answer = (response, request) => {
    const cursor = new URL(request.url, server.url).searchParams.get('cursor') ?? 'one';
    const next = pages[pages.indexOf(cursor) + 1] ?? null;
    json({ items: [{ ...summary, number: cursor }], next })(response, request);
  };

  it('is read a page at a time, with what it is narrowed to', async () => {
    answer = paged;
    const page = await staff.orders.list({ q: 'mia & co', limit: 1 });
    expect(page).toMatchObject({ items: [{ number: 'one' }], next: 'two' });
    expect(server.received[0]?.url).toBe('/v1/staff/orders?q=mia+%26+co&limit=1');
  });

  it('is walked over page by page and item by item', async () => {
    answer = paged;
    const seen: unknown[] = [];
    for await (const page of staff.orders.pages({ q: 'x' })) seen.push(page.next);
    for await (const item of staff.orders.each()) seen.push(item.number);
    expect(seen).toEqual(['two', 'three', null, 'one', 'two', 'three']);
    expect(server.received[1]?.url).toBe('/v1/staff/orders?q=x&cursor=two');
  });

  it('is not asked for more than is used', async () => {
    answer = paged;
    for await (const item of staff.orders.each()) if (item.number === 'one') break;
    expect(server.received).toHaveLength(1);
  });

  it('that goes round in circles ends with an error', async () => {
    answer = json({ items: [], next: 'same' });
    const walk = async () => {
      for await (const page of staff.messages.pages({ cursor: 'same' })) expect(page.next).toBe('same');
    };
    expect(isContractError(await walk().catch((error: unknown) => error))).toBe(true);
  });
});

describe('the other calls', () => {
  it('go where the table of endpoints says', async () => {
    answer = json(staffOrder);
    await staff.shipments.put({ orderId: order.id, externalId: 'p1' }, { items: [] });
    answer = json({ items: [], next: null });
    await staff.shipments.events(address).list({ limit: 2 });
    await staff.messages.list({ state: 'failed', provider: 'dummy' as 'shopify' });
    await staff.unknownStatuses.list();
    await staff.products.list({ q: 'teapot' });
    answer = json({ deleted: true });
    await expect(staff.products.delete('a/b')).resolves.toEqual({ deleted: true });
    const product = {
      externalId: 'p1',
      source: 'staff',
      title: 'Teapot',
      productType: null,
      tags: [],
      imageUrl: null,
      productUrl: null,
      onSale: true,
      updatedAt: order.placedAt,
      variants: [],
    };
    answer = json(product);
    await expect(staff.products.put('p1', { title: 'Teapot', variants: [] })).resolves.toEqual(product);
    const store = {
      id: `sto_${'1'.repeat(32)}`,
      name: 'Kiln & Co',
      publishableKey: 'pk_1',
      origins: [],
      locale: 'en',
      currency: 'EUR',
      timeZone: 'UTC',
      contact: { email: null, phone: null, url: null },
      stalledAfterDays: 7,
    };
    answer = json(store);
    await expect(staff.store.get()).resolves.toEqual(store);
    await staff.store.update({ stalledAfterDays: 5 });
    expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `PUT /v1/staff/orders/${order.id}/shipments/by-external-id/p1`,
      `GET /v1/staff/orders/${order.id}/shipments/shp_1/events?limit=2`,
      'GET /v1/staff/messages?state=failed&provider=dummy',
      'GET /v1/staff/unknown-statuses',
      'GET /v1/staff/products?q=teapot',
      'DELETE /v1/staff/products/by-external-id/a%2Fb',
      'PUT /v1/staff/products/by-external-id/p1',
      'GET /v1/staff/store',
      'PATCH /v1/staff/store',
    ]);
  });
});
