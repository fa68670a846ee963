import { expect, it } from 'vitest';
import { type Answer, apiOf, orderInput, putOrder, type Send } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

const path = '/v1/staff/orders/by-external-id/x';

function put(send: Send, key: string, body: BodyInit, type = 'application/json'): Promise<Answer> {
  return send('PUT', path, { key, body, headers: { 'Content-Type': type } });
}

/** A body that never ends, and whether anybody still reads it. */
function endless(): { stream: ReadableStream<Uint8Array>; cancelled: () => boolean } {
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    cancel: () => {
      cancelled = true;
    },
  });
  return { stream, cancelled: () => cancelled };
}

describeOnBothDatabases('hostile input', (open) => {
  it.each([
    ['ten megabytes', 'x'.repeat(10 * 1024 * 1024), 'too_large'],
    [
      'an array in an array a hundred thousand times',
      '['.repeat(100_000) + ']'.repeat(100_000),
      'invalid_input',
    ],
    ['an object in an object', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`, 'invalid_input'],
    ['a prototype', '{"__proto__":{"number":"1"},"constructor":1}', 'invalid_input'],
    ['a text', '"order"', 'invalid_input'],
    ['nothing', '', 'invalid_json'],
    ['null', 'null', 'invalid_input'],
    ['half a document', '{"number":"1"', 'invalid_json'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'invalid_json'],
    ['numbers beyond all bounds', '{"lines":[{"quantity":1e999}],"total":{"amount":1e400}}', 'invalid_input'],
  ])('of %s is refused kindly', async (_, body, code) => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const answer = await put(apiOf(context), secretKey, body);
    expect(answer.json.code).toBe(code);
    expect(answer.text.length).toBeLessThan(20_000);
  });

  it('that never ends is not read to its end', async () => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const { stream, cancelled } = endless();
    const { createApp } = await import('../app.ts');
    const answer = await createApp(context).request(`http://post.example.com${path}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(cancelled()).toBe(true);
  });

  it('that is compressed is not unpacked', async () => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const answer = await apiOf(context)('PUT', path, {
      key: secretKey,
      json: {},
      headers: { 'Content-Encoding': 'gzip' },
    });
    expect(answer.json.code).toBe('unsupported_media_type');
  });

  it('with NUL and halves of characters is stored without them', async () => {
    const { context, newStore } = await open();
    const shop = await newStore();
    const { order, summary } = await putOrder(apiOf(context), shop, {
      number: 'A\u00001',
      lines: [{ externalId: 'a\u0000', title: 'Mug \ud83d', variant: '\u0000ok', quantity: 1 }],
    });
    expect(summary.number).toBe('A1');
    expect(order.lines).toMatchObject([{ title: 'Mug \ufffd', variant: 'ok' }]);
  });

  it('that is nothing once NUL is taken out is refused', async () => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const answer = await apiOf(context)('PUT', path, {
      key: secretKey,
      json: orderInput({ number: '\u0000' }),
    });
    expect(answer.json.fields).toHaveProperty('number');
  });

  it.each(['%00', '%C0%80', '%', '%E0%A4%A', 'a%0d%0aSet-Cookie:x=1'])(
    'in the address (%s) breaks nothing',
    async (id) => {
      const { context, newStore } = await open();
      const { secretKey } = await newStore();
      const answer = await apiOf(context)('PUT', `/v1/staff/orders/by-external-id/${id}`, {
        key: secretKey,
        json: orderInput(),
      });
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.has('set-cookie')).toBe(false);
    },
  );

  it.each([
    ['Authorization', 'Bearer'],
    ['Authorization', `Bearer ${'x'.repeat(10_000)}`],
    ['Authorization', 'Basic eDp5'],
    ['Authorization', 'Bearer sk_ sk_'],
  ])('in the header %s is no key: %s', async (name, value) => {
    const { context } = await open();
    const answer = await apiOf(context)('GET', '/v1/staff/store', { headers: { [name]: value } });
    expect(answer.json.code).toBe('key_invalid');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('in the query does not become another one’s key', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const { store } = await newStore();
    for (const query of [
      '',
      '?store=',
      '?store=%00',
      `?store=x&store=${store.publishableKey}`,
      '?store[]=1',
    ]) {
      expect((await send('GET', `/v1/store${query}`)).json.code).toBe('unknown_store');
    }
  });
});

describeOnBothDatabases('an address that is not in the table', (open) => {
  it.each(['/v1', '/v1/', '/v2/store', '/v1/orders', '/v1/orders/x/y', '/v1/staff', '/..%2f..%2fetc/passwd'])(
    '%s is not found',
    async (address) => {
      const { context } = await open();
      const answer = await apiOf(context)('GET', address);
      expect([answer.status, answer.json.code]).toEqual([404, 'not_found']);
    },
  );

  it('is no more found when only its id cannot be one', async () => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const send = apiOf(context);
    for (const id of ['x', 'ord_1', `ord_${'0'.repeat(31)}g`, `sto_${'0'.repeat(32)}`]) {
      expect((await send('GET', `/v1/staff/orders/${id}`, { key: secretKey })).json.code).toBe('not_found');
    }
    expect((await send('POST', '/v1/webhooks/nobody/whk_1', { body: '{}' })).json.code).toBe('not_found');
  });

  it('or a method that is not says which are', async () => {
    const { context } = await open();
    const send = apiOf(context);
    const orders = await send('DELETE', '/v1/staff/orders');
    expect([orders.status, orders.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect((await send('GET', '/v1/sessions')).headers.get('allow')).toBe('POST, OPTIONS');
  });
});

describeOnBothDatabases('the log', (open) => {
  it('has a line a request, with its route and nothing personal or secret', async () => {
    const backend = await open();
    const send = apiOf(backend.context);
    const shop = await backend.newStore();
    await putOrder(send, shop);
    const opened = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
      json: { by: 'lookup', order: '1001', contact: 'ada@example.com' },
      from: '203.0.113.200',
    });
    await send('GET', `/v1/orders/${opened.json.order.id}`, { key: opened.json.token });
    const id = opened.headers.get('x-request-id');
    const line = backend.logged.find((each) => each.requestId === id);
    expect(line).toMatchObject({
      method: 'POST',
      route: '/v1/sessions',
      status: 201,
      storeId: shop.store.id,
    });
    const log = JSON.stringify(backend.logged);
    for (const secret of [
      shop.secretKey,
      shop.embedSecret,
      opened.json.token,
      'ada@example.com',
      '203.0.113.200',
    ]) {
      expect(log).not.toContain(secret);
    }
  });
});
