import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from './client.ts';
import { isContractError, isProblem } from './errors.ts';
import {
  type Answer,
  type FaultServer,
  json,
  problem,
  raw,
  reset,
  startFaultServer,
} from './testing/fault-server.ts';
import { manualTime } from './testing/manual-time.ts';
import { order, session } from './testing/samples.ts';

let server: FaultServer;
let answer: Answer;
let client: Client;

beforeEach(async () => {
  server = await startFaultServer((response, request) => answer(response, request));
  client = createClient({ store: 'pk_1', baseUrl: server.url, ...manualTime() });
});
afterEach(() => server.close());

const token = session.token;
const read = (etag?: string) => client.orders.get({ token, orderId: order.id, etag });
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail(),
    (error: unknown) => error,
  );

describe('opening a session', () => {
  it('sends nothing a browser would ask permission for first', async () => {
    answer = json(session, 201);
    const request = { by: 'lookup', order: '1001', contact: 'mia@example.com' } as const;
    await expect(client.sessions.open(request)).resolves.toEqual(session);
    const [sent] = server.received;
    expect(sent).toMatchObject({ method: 'POST', url: '/v1/sessions?store=pk_1' });
    expect(JSON.parse(sent?.body ?? '')).toEqual(request);
    expect(sent?.headers['content-type']).toBe('text/plain;charset=UTF-8');
    expect(sent?.headers).not.toHaveProperty('authorization');
    expect(sent?.headers).not.toHaveProperty('idempotency-key');
  });

  it('tells a lock and until when', async () => {
    answer = problem(429, 'lookup_locked', { retryAt: '2026-11-22T12:15:00.000Z' });
    const error = await failureOf(
      client.sessions.open({ by: 'proof', order: '1001', proof: 'a'.repeat(64) }),
    );
    expect(isProblem(error, 'lookup_locked') && error.retryAt).toEqual(new Date('2026-11-22T12:15:00.000Z'));
  });

  it('is tried again after a broken connection, since it changes nothing', async () => {
    answer = (response, request) =>
      server.received.length < 3 ? reset(response, request) : json(session, 201)(response, request);
    await expect(client.sessions.open({ by: 'lookup', order: '1', contact: '10115' })).resolves.toEqual(
      session,
    );
  });
});

describe('reading an order', () => {
  it('gives the order and its tag, and asks with the token', async () => {
    answer = json(order, 200, { ETag: '"v1"' });
    await expect(read()).resolves.toEqual({ state: 'fresh', order, etag: '"v1"' });
    expect(server.received[0]).toMatchObject({ method: 'GET', url: `/v1/orders/${order.id}` });
    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  it('says that nothing changed', async () => {
    answer = raw('', 304, { ETag: '"v1"' });
    await expect(read('"v1"')).resolves.toEqual({ state: 'unchanged' });
    expect(server.received[0]?.headers['if-none-match']).toBe('"v1"');
  });

  it('does not take “nothing changed” for an answer when it has nothing', async () => {
    answer = raw('', 304);
    expect(isContractError(await failureOf(read()))).toBe(true);
  });

  it('works where no tag may be seen', async () => {
    answer = json(order);
    await expect(read()).resolves.toMatchObject({ state: 'fresh', etag: null });
  });

  it('ignores fields it does not know, at any depth', async () => {
    answer = json({ ...order, news: 1, store: { ...order.store, logo: 'x' } });
    await expect(read()).resolves.toMatchObject({ order });
  });

  it('reads words of a newer server as the nearest safe ones', async () => {
    answer = json({ ...order, headline: { ...order.headline, code: 'beamed_up' } });
    await expect(read()).resolves.toMatchObject({ order: { headline: { code: 'exception' } } });
  });

  it('says where an answer does not fit the contract, and keeps the cause', async () => {
    answer = json({ ...order, headline: { ...order.headline, days: 'three' } });
    const error = await failureOf(read());
    expect(error).toMatchObject({
      name: 'ContractError',
      code: 'contract_violated',
      message: expect.stringContaining('headline.days'),
      cause: { issues: [expect.anything()] },
    });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['a page of HTML', '<!doctype html><title>Welcome to the hotel</title>'],
    ['half of the JSON', JSON.stringify(order).slice(0, 100)],
    ['nothing', ''],
    ['another JSON', '[]'],
  ])('takes %s with status 200 for what it is', async (_, body) => {
    answer = raw(body, 200, { 'Content-Type': 'text/html' });
    expect(isContractError(await failureOf(read()))).toBe(true);
  });

  it.each(['', '.', '..'])('refuses %j as an id, which would be another address', async (orderId) => {
    expect(await failureOf(client.orders.get({ token, orderId }))).toBeInstanceOf(TypeError);
    expect(server.received).toHaveLength(0);
  });

  it('keeps an id with any characters within its place', async () => {
    answer = raw('', 404);
    await failureOf(client.orders.get({ token, orderId: '../staff?x=1#y/é' }));
    expect(server.received[0]?.url).toBe('/v1/orders/..%2Fstaff%3Fx%3D1%23y%2F%C3%A9');
  });
});

describe('the other reads', () => {
  it('give a parcel as it came, and the store', async () => {
    const parcel = { '@context': 'https://schema.org', '@type': 'ParcelDelivery' };
    answer = json(parcel);
    await expect(
      client.orders.parcelDelivery({ token, orderId: order.id, shipmentId: 'shp_1' }),
    ).resolves.toEqual(parcel);
    answer = json(order.store);
    await expect(client.store.get()).resolves.toEqual(order.store);
    expect(server.received.map((request) => request.url)).toEqual([
      `/v1/orders/${order.id}/shipments/shp_1/parcel-delivery`,
      '/v1/store?store=pk_1',
    ]);
  });
});
