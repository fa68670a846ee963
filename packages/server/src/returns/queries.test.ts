import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openTestBackend } from '../testing/backend.ts';
import { openReturnShop } from './testing/shop.ts';

// Every one of them is a round trip while the order is held. What is read once for a request is handed on.
const most = { options: 12, quote: 9, file: 24, get: 11, write: 20, approve: 19, cancel: 22 };

describe('the round trips to PostgreSQL', () => {
  it('that a return takes are few', async () => {
    const backend = await openTestBackend('postgres');
    onTestFinished(() => backend.close());
    const shop = await openReturnShop(backend);
    const filing = await shop.filing();
    const queries = vi.spyOn(pg.Client.prototype, 'query');
    onTestFinished(() => queries.mockRestore());
    const asked: Record<string, number> = {};
    const counted = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      queries.mockClear();
      const result = await work();
      asked[name] = queries.mock.calls.length;
      return result;
    };
    const { orderId, token: key } = shop;
    const path = `/v1/orders/${orderId}`;
    const headers = { 'Idempotency-Key': 'one' };
    await counted('options', () => shop.send('GET', `${path}/return-options`, { key }));
    await counted('quote', () => shop.send('POST', `${path}/return-quotes`, { key, json: filing }));
    const { json: filed } = await counted('file', () => shop.file(filing, headers));
    const mine = `/v1/returns/${filed.id}`;
    await counted('get', () => shop.send('GET', mine, { key }));
    const message = { key, headers, json: { text: 'It is packed.' } };
    await counted('write', () => shop.send('POST', `${mine}/messages`, message));
    await counted('approve', () => shop.act(filed.id, 'approve'));
    await counted('cancel', () => shop.send('POST', `${mine}/cancel`, { key, headers }));
    expect((await shop.get(filed.id)).status).toBe('cancelled');
    for (const [name, limit] of Object.entries(most)) {
      expect(asked[name], name).toBeGreaterThan(0);
      expect(asked[name], name).toBeLessThanOrEqual(limit);
    }
  });
});
