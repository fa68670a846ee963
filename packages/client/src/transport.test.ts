import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answer, json, problem, raw, reset, silence } from './testing/fault-server.ts';
import { failureOf, read, transportTo, write } from './testing/faulty-transport.ts';
import { createTransport } from './transport.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('an answer that is not what it should be', () => {
  it.each([
    ['a page of a proxy', '<html><body>Bad gateway</body></html>'],
    ['nothing', ''],
    ['half a problem', '{"code":"int'],
    ['a list', '["internal"]'],
    ['a problem of wrong types', '{"code":7,"title":null,"fields":"x","retryAt":{},"requestId":[]}'],
  ])('as an error holds %s and still becomes an error with the status', async (_, body) => {
    const transport = await transportTo([raw(body, 502)], { retries: 0 });
    expect(await failureOf(transport.send(read))).toMatchObject({
      name: 'ApiError',
      code: 'http_502',
      status: 502,
      title: 'The server answered with status 502.',
      fields: {},
      retryAt: null,
      requestId: null,
    });
  });

  it('names what to correct and keeps only what can be shown', async () => {
    const fields = { 'lines.0.quantity': 'This must be at least 0.', odd: 7 };
    const transport = await transportTo([problem(422, 'invalid_input', { fields, detail: 'Two fields.' })]);
    expect(await failureOf(transport.send(read))).toMatchObject({
      code: 'invalid_input',
      message: 'Two fields.',
      title: 'The title of invalid_input.',
      fields: { 'lines.0.quantity': 'This must be at least 0.' },
    });
  });

  it('sent twice on one connection reaches only the call it belongs to', async () => {
    const twice: Answer = (response) => {
      const body = '"first"';
      const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
      response.socket?.write(`${head}${body}${head}${body}`);
    };
    const transport = await transportTo([twice, json('second')]);
    await expect(transport.send(read)).resolves.toMatchObject({ body: '"first"' });
    await expect(transport.send(read)).resolves.toMatchObject({ body: '"second"' });
  });

  it('is a redirect: reads follow it, writes do not hand their body on', async () => {
    const elsewhere = raw('', 302, { Location: '/elsewhere' });
    const reads = await transportTo([elsewhere, json('fine')]);
    await expect(reads.send(read)).resolves.toMatchObject({ body: '"fine"' });
    expect(reads.server.received[1]?.url).toBe('/elsewhere');

    const writes = await transportTo([elsewhere, json('fine')]);
    expect(await failureOf(writes.send({ ...write, repeatable: true }))).toMatchObject({
      code: 'redirected',
    });
    expect(writes.server.received).toHaveLength(1);
  });
});

describe('without an answer', () => {
  it('a server that refuses is unreachable, with what fetch threw as the cause', async () => {
    const transport = await transportTo([silence]);
    await transport.server.close();
    const error = await failureOf(transport.send(read));
    expect(error).toMatchObject({ name: 'NetworkError', code: 'unreachable', cause: expect.any(TypeError) });
    expect(transport.pauses()).toHaveLength(2);
  });

  it('a device that knows it is offline says so', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const transport = await transportTo([reset]);
    expect(await failureOf(transport.send(read))).toMatchObject({ name: 'NetworkError', code: 'offline' });
  });
});

describe('creating a transport', () => {
  it('sends nothing, and takes a base address with a path and slashes', async () => {
    const { server } = await transportTo([json('fine')]);
    const transport = createTransport({ baseUrl: `${server.url}/apps/postlude//?x=1#y`, store: 'pk &1' });
    expect(server.received).toHaveLength(0);
    await transport.send(read);
    await transport.send({ ...read, path: '/v1/orders?limit=5' });
    expect(server.received.map((request) => request.url)).toEqual([
      '/apps/postlude/v1/store?store=pk%20%261',
      '/apps/postlude/v1/orders?limit=5&store=pk%20%261',
    ]);
  });

  it.each(['', '/v1', 'postlude.example', 'ftp://postlude.example', 'javascript:alert(1)'])(
    'refuses %j as its address',
    (baseUrl) => {
      expect(() => createTransport({ baseUrl, store: 'pk_1' })).toThrow(TypeError);
    },
  );

  it('takes an address relative to the page', async () => {
    vi.stubGlobal('location', { href: 'https://shop.example/account' });
    const seen: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      seen.push(input instanceof Request ? input.url : String(input));
      return new Response('1');
    };
    await createTransport({ baseUrl: '/apps/postlude', store: 'pk_1', fetch }).send(read);
    expect(seen).toEqual(['https://shop.example/apps/postlude/v1/store?store=pk_1']);
  });

  it('refuses a storefront call without a publishable key, and headers that cannot be sent, at once', async () => {
    const transport = createTransport({ baseUrl: 'https://postlude.example' });
    expect(await failureOf(transport.send(read))).toBeInstanceOf(TypeError);
    const headers = { authorization: 'Bearer a\nb' };
    expect(await failureOf(transport.send({ ...read, withStore: false, headers }))).toBeInstanceOf(TypeError);
  });

  it('uses the fetch of the moment, not of its creation', async () => {
    const transport = createTransport({ baseUrl: 'https://postlude.example', store: 'pk_1' });
    vi.stubGlobal('fetch', async () => new Response('"patched"'));
    await expect(transport.send(read)).resolves.toMatchObject({ body: '"patched"' });
  });
});
