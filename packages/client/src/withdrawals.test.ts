import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { isProblem } from './errors.ts';
import { createStaffClient } from './staff/client.ts';
import {
  type Answer,
  type FaultServer,
  json,
  problem,
  reset,
  startFaultServer,
} from './testing/fault-server.ts';
import { manualTime } from './testing/manual-time.ts';

let server: FaultServer;
let answer: Answer;

beforeEach(async () => {
  server = await startFaultServer((response, request) => answer(response, request));
});
afterEach(() => server.close());

const storefront = () => createClient({ store: 'pk_1', baseUrl: server.url, ...manualTime() });
const staff = () => createStaffClient({ secretKey: 'sk_1', baseUrl: server.url, ...manualTime() });
const keys = () => server.received.map((request) => request.headers['idempotency-key']);

const declared = { name: 'Mia Keller', contract: '1001', email: 'mia@example.com', locale: 'de' };
const id = `wdr_${'4'.repeat(32)}`;
const receipt = {
  id,
  number: 'W-7Q2K-9M4D',
  receivedAt: '2026-11-24T09:00:00.000Z',
  text: 'Eingangsbestätigung',
  url: 'https://postlude.example/d/1',
  mailed: false,
  seal: 'a'.repeat(64),
};
const recorded = {
  ...declared,
  id,
  number: receipt.number,
  receivedAt: receipt.receivedAt,
  items: null,
  orderId: null,
  lastDay: null,
  marks: ['no_such_order'],
  settledAt: null,
};

describe('a declaration of withdrawal', () => {
  it('needs the publishable key alone, and is acknowledged', async () => {
    answer = json(receipt, 201);
    await expect(storefront().withdrawals.declare(declared)).resolves.toEqual(receipt);
    const [sent] = server.received;
    expect(sent).toMatchObject({ method: 'POST', url: '/v1/withdrawals?store=pk_1' });
    expect(JSON.parse(sent?.body ?? '')).toEqual(declared);
    expect(sent?.headers).not.toHaveProperty('authorization');
  });

  it('whose answer was lost is sent again under the same key', async () => {
    answer = (response, request) =>
      server.received.length === 1 ? reset(response, request) : json(receipt, 201)(response, request);
    await expect(storefront().withdrawals.declare(declared)).resolves.toEqual(receipt);
    expect(keys()).toHaveLength(2);
    expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys()[1]).toBe(keys()[0]);
  });

  it('carries the caller’s own key', async () => {
    answer = json(receipt, 201);
    await storefront().withdrawals.declare(declared, { idempotencyKey: 'mine' });
    expect(keys()).toEqual(['mine']);
  });

  it('says when the store does not offer the function', async () => {
    answer = problem(404, 'not_found');
    const error = await storefront()
      .withdrawals.declare(declared)
      .catch((reason: unknown) => reason);
    expect(isProblem(error, 'not_found')).toBe(true);
  });
});

describe('the terms of withdrawal', () => {
  it('say whether it is offered and where the plain page is', async () => {
    const terms = {
      offered: 'eu',
      page: 'https://postlude.example/withdraw/pk_1',
      days: 14,
      storeName: 'Kontor',
    };
    answer = json(terms);
    await expect(storefront().withdrawals.terms()).resolves.toEqual(terms);
    expect(server.received[0]).toMatchObject({ method: 'GET', url: '/v1/withdrawal-terms?store=pk_1' });
  });
});

describe('staff', () => {
  it.each([
    [true, '/v1/staff/withdrawals?open=true'],
    [false, '/v1/staff/withdrawals?open=false'],
    [undefined, '/v1/staff/withdrawals'],
  ])('list declarations with open %j', async (open, url) => {
    answer = json({ items: [recorded], next: null });
    const { items } = await staff().withdrawals.list({ open });
    expect(items).toEqual([expect.objectContaining({ number: 'W-7Q2K-9M4D', marks: ['no_such_order'] })]);
    expect(server.received[0]?.url).toBe(url);
  });

  it('tick one off', async () => {
    answer = json({ ...recorded, settledAt: '2026-11-24T10:00:00.000Z' });
    const { settledAt } = await staff().withdrawals.settle(id);
    expect(settledAt).toBe('2026-11-24T10:00:00.000Z');
    expect(server.received[0]).toMatchObject({ method: 'POST', url: `/v1/staff/withdrawals/${id}/settle` });
  });
});
