import { expect, it } from 'vitest';
import { apiOf, putOrder, type Send } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

const ours = 'https://shop.example.com';
const foreign = 'https://evil.example';

const preflight = (send: Send, path: string, origin: string, method = 'GET') =>
  send('OPTIONS', path, {
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'authorization, if-none-match',
    },
  });

describeOnBothDatabases('a browser', (open) => {
  it('may read the answer on a page of the store and on no other', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const { store } = await newStore();
    const path = `/v1/store?store=${store.publishableKey}`;
    const allowed = await send('GET', path, { headers: { Origin: ours } });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ours);
    expect(allowed.headers.get('access-control-expose-headers')).toBe('ETag, Retry-After, X-Request-Id');
    expect(allowed.headers.get('vary')).toBe('Origin');
    for (const origin of [
      foreign,
      'null',
      `${ours}.evil.example`,
      'http://shop.example.com',
      `${ours}:8443`,
    ]) {
      const refused = await send('GET', path, { headers: { Origin: origin } });
      expect([origin, refused.status, refused.json.code]).toEqual([origin, 403, 'origin_not_allowed']);
    }
  });

  it('may read why a page was refused, which tells a developer what to do', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const refused = await apiOf(context)('GET', `/v1/store?store=${store.publishableKey}`, {
      headers: { Origin: foreign },
    });
    expect(refused.headers.get('access-control-allow-origin')).toBe(foreign);
    expect(refused.text).not.toContain(store.name);
  });

  it('is told that answers differ by origin also when it names none', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const answer = await apiOf(context)('GET', `/v1/store?store=${store.publishableKey}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('vary')).toBe('Origin');
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('gets a preflight with the store’s key answered by the store’s origins', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const { store } = await newStore({ origins: ['https://only.example'] });
    const path = `/v1/sessions?store=${store.publishableKey}`;
    const allowed = await preflight(send, path, 'https://only.example', 'POST');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://only.example');
    expect(allowed.headers.get('access-control-allow-methods')).toBe('POST');
    expect(allowed.headers.get('access-control-max-age')).toBe('7200');
    expect(allowed.headers.get('vary')).toContain('Origin');
    for (const origin of [foreign, ours]) {
      const refused = await preflight(send, path, origin, 'POST');
      expect(refused.headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  it('gets a preflight without a key answered by the origins of any store', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    await newStore({ origins: ['https://any.example'] });
    const path = `/v1/orders/ord_${'0'.repeat(32)}`;
    const allowed = await preflight(send, path, 'https://any.example');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://any.example');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('Authorization');
    const refused = await preflight(send, path, foreign);
    expect([refused.status, refused.headers.has('access-control-allow-origin')]).toEqual([204, false]);
  });

  it('may not read an order on another store’s page, whose preflight was answered', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const shop = await newStore();
    await newStore({ origins: ['https://neighbour.example'] });
    await putOrder(send, shop);
    const session = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
      json: { by: 'lookup', order: '1001', contact: 'ada@example.com' },
    });
    const path = `/v1/orders/${session.json.order.id}`;
    const read = (origin: string) =>
      send('GET', path, { key: session.json.token, headers: { Origin: origin } });
    expect((await read(ours)).headers.get('access-control-allow-origin')).toBe(ours);
    expect((await read('https://neighbour.example')).json.code).toBe('origin_not_allowed');
  });

  it('may read a problem of an allowed page', async () => {
    const { context, newStore } = await open();
    await newStore();
    const answer = await apiOf(context)('GET', `/v1/orders/ord_${'0'.repeat(32)}`, {
      headers: { Origin: ours },
    });
    expect(answer.json.code).toBe('session_invalid');
    expect(answer.headers.get('access-control-allow-origin')).toBe(ours);
  });

  it('gets nothing from staff endpoints', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const { secretKey } = await newStore();
    const answer = await send('GET', '/v1/staff/store', { key: secretKey, headers: { Origin: ours } });
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    const asked = await preflight(send, '/v1/staff/store', ours);
    expect(asked.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('is told to show no answer as a page', async () => {
    const { context } = await open();
    const { headers } = await apiOf(context)('GET', '/v1/store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
