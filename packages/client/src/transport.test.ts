import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, isAbortedError, isApiError, isNetworkError, isTimeoutError } from './errors.ts';
import {
  type Answer,
  breakOff,
  type FaultServer,
  json,
  problem,
  raw,
  reset,
  silence,
  stall,
  startFaultServer,
} from './testing/fault-server.ts';
import { type ManualTime, manualTime } from './testing/manual-time.ts';
import { createTransport, type TransportOptions, type TransportRequest } from './transport.ts';

let server: FaultServer;
let time: ManualTime;

async function transportTo(answers: [Answer, ...Answer[]], options: Partial<TransportOptions> = {}) {
  server = await startFaultServer(...answers);
  time = manualTime();
  const { sleep, now } = time;
  return createTransport({ baseUrl: server.url, store: 'pk_1', sleep, now, random: () => 0.5, ...options });
}

const read: TransportRequest = {
  method: 'GET',
  path: '/v1/store',
  withStore: true,
  headers: {},
  repeatable: true,
};
const write: TransportRequest = { ...read, method: 'POST', body: '{}', repeatable: false };

/** The pauses between tries, without the deadline. */
const pauses = () => time.asked.slice(1);

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('This should have failed.'),
    (error: unknown) => error,
  );

afterEach(async () => {
  vi.unstubAllGlobals();
  await server?.close();
});

describe('tries again', () => {
  it('after a server error, twice at most, each time after a longer random pause', async () => {
    const transport = await transportTo([raw('', 500), raw('', 500), json('fine')]);
    await expect(transport.send(read)).resolves.toMatchObject({ status: 200, body: '"fine"' });
    expect(pauses()).toEqual([150, 300]);
  });

  it('and gives the last answer when none was good', async () => {
    const transport = await transportTo([problem(500, 'internal', { requestId: 'req_9' })]);
    const error = await errorOf(transport.send(read));
    expect(error).toMatchObject({ code: 'internal', status: 500, requestId: 'req_9' });
    expect(server.received).toHaveLength(3);
  });

  it('as often as it is told', async () => {
    const transport = await transportTo([raw('', 503)], { retries: 0 });
    await errorOf(transport.send(read));
    expect(server.received).toHaveLength(1);
  });

  it('after 408 and 429, and never after another 4xx', async () => {
    const statuses = [400, 401, 403, 404, 409, 410, 413, 415, 422, 451];
    for (const status of statuses) {
      const transport = await transportTo([raw('', status), json('fine')]);
      expect(await errorOf(transport.send(read))).toMatchObject({ status, code: `http_${status}` });
      expect(server.received).toHaveLength(1);
      await server.close();
    }
    const transport = await transportTo([raw('', 408), raw('', 429), json('fine')]);
    await expect(transport.send(read)).resolves.toMatchObject({ status: 200 });
  });

  it('after a connection that was cut before the answer or within it', async () => {
    const transport = await transportTo([reset, breakOff('{"half":'), json('fine')]);
    await expect(transport.send(read)).resolves.toMatchObject({ body: '"fine"' });
    expect(server.received).toHaveLength(3);
  });

  it('a write only when it may be repeated', async () => {
    const once = await transportTo([reset, json('fine')]);
    expect(isNetworkError(await errorOf(once.send(write)))).toBe(true);
    expect(server.received).toHaveLength(1);
    await server.close();

    const repeated = await transportTo([reset, raw('', 503), json('fine')]);
    await repeated.send({ ...write, repeatable: true, headers: { 'idempotency-key': 'key-1' } });
    expect(server.received.map((request) => [request.headers['idempotency-key'], request.body])).toEqual([
      ['key-1', '{}'],
      ['key-1', '{}'],
      ['key-1', '{}'],
    ]);
  });

  it('while the server still works on the try before', async () => {
    const transport = await transportTo([problem(409, 'idempotency_in_progress'), json('fine')]);
    await expect(transport.send({ ...write, repeatable: true })).resolves.toMatchObject({ status: 200 });
  });
});

describe('keeps to Retry-After', () => {
  it.each([
    ['0', 0],
    ['2', 2000],
    ['Sun, 22 Nov 2026 12:00:05 GMT', 5000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['soon', 150],
  ])('of %s by waiting %i ms', async (header, pause) => {
    const transport = await transportTo([raw('', 429, { 'Retry-After': header }), json('fine')]);
    await expect(transport.send(read)).resolves.toMatchObject({ status: 200 });
    expect(pauses()).toEqual([pause]);
  });

  it.each([
    ['3600', '2026-11-22T13:00:00.000Z'],
    ['10', '2026-11-22T12:00:10.000Z'],
    ['Mon, 23 Nov 2026 12:00:00 GMT', '2026-11-23T12:00:00.000Z'],
  ])('of %s by failing at once and telling the moment', async (header, retryAt) => {
    const transport = await transportTo([raw('', 503, { 'Retry-After': header }), json('fine')]);
    const error = await errorOf(transport.send(read));
    expect(error).toMatchObject({ status: 503, retryAt: new Date(retryAt) });
    expect(pauses()).toEqual([]);
  });

  it('and to the moment a problem names in its body', async () => {
    const retryAt = '2026-11-22T12:15:00.000Z';
    const transport = await transportTo([problem(429, 'lookup_locked', { retryAt }), json('fine')]);
    const error = await errorOf(transport.send({ ...write, repeatable: true }));
    expect(error).toMatchObject({ code: 'lookup_locked', retryAt: new Date(retryAt) });
    expect(server.received).toHaveLength(1);
  });

  it('even when it is beyond all calendars', async () => {
    const transport = await transportTo([raw('', 503, { 'Retry-After': '9'.repeat(30) })]);
    expect(await errorOf(transport.send(read))).toMatchObject({ status: 503, retryAt: null });
    expect(server.received).toHaveLength(1);
  });
});

describe('the deadline', () => {
  it('ends a call that was never answered', async () => {
    const transport = await transportTo([silence]);
    const failure = errorOf(transport.send(read));
    await server.arrived(1);
    time.advance(9_999);
    time.advance(1);
    const error = await failure;
    expect(isTimeoutError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'timeout', deadline: 10_000 });
  });

  it('ends a call whose answer stops in the middle', async () => {
    const transport = await transportTo([stall('{"a":')]);
    const failure = errorOf(transport.send(read));
    await server.arrived(1);
    time.advance(10_000);
    expect(isTimeoutError(await failure)).toBe(true);
  });

  it('counts all tries and pauses, and keeps what the try before met', async () => {
    const transport = await transportTo([raw('', 503, { 'Retry-After': '4' }), silence]);
    const failure = errorOf(transport.send(read));
    await server.arrived(2);
    time.advance(6_000);
    const error = await failure;
    expect(isTimeoutError(error) && isApiError(error.cause) && error.cause.status).toBe(503);
  });

  it('is not waited for when the next pause would pass it', async () => {
    const transport = await transportTo([raw('', 503, { 'Retry-After': '6' })]);
    expect(await errorOf(transport.send(read))).toBeInstanceOf(ApiError);
    expect(server.received).toHaveLength(2);
  });

  it('ends a call even where fetch does not listen to its signal', async () => {
    const transport = await transportTo([silence], { fetch: () => new Promise<Response>(() => {}) });
    const failure = errorOf(transport.send(read));
    time.advance(10_000);
    expect(isTimeoutError(await failure)).toBe(true);
  });
});

describe('the caller’s signal', () => {
  it('aborted before the call keeps it from being sent', async () => {
    const transport = await transportTo([json('fine')]);
    const error = await errorOf(transport.send({ ...read, signal: AbortSignal.abort('no longer needed') }));
    expect(error).toMatchObject({ name: 'AbortedError', code: 'aborted', cause: 'no longer needed' });
    expect(server.received).toHaveLength(0);
  });

  it.each([
    ['before the answer', silence],
    ['within the answer', stall('{"a":')],
  ])('ends a call %s', async (_, answer) => {
    const transport = await transportTo([answer]);
    const controller = new AbortController();
    const failure = errorOf(transport.send({ ...read, signal: controller.signal }));
    await server.arrived(1);
    controller.abort(new Error('gone'));
    const error = await failure;
    expect(isAbortedError(error) && error.cause).toEqual(new Error('gone'));
    expect(server.received).toHaveLength(1);
  });

  it('ends the pause before the next try', async () => {
    const held = manualTime({ hold: true });
    const transport = await transportTo([raw('', 503)], { sleep: held.sleep, now: held.now });
    const controller = new AbortController();
    const failure = errorOf(transport.send({ ...read, signal: controller.signal }));
    await held.paused();
    controller.abort();
    expect(isAbortedError(await failure)).toBe(true);
    expect(server.received).toHaveLength(1);
  });

  it('is let go of when the call is over', async () => {
    const transport = await transportTo([json('fine'), raw('', 404)]);
    const { signal } = new AbortController();
    await transport.send({ ...read, signal });
    await errorOf(transport.send({ ...read, signal }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
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
    expect(await errorOf(transport.send(read))).toMatchObject({
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
    expect(await errorOf(transport.send(read))).toMatchObject({
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
    expect(server.received[1]?.url).toBe('/elsewhere');
    await server.close();

    const writes = await transportTo([elsewhere, json('fine')]);
    expect(await errorOf(writes.send({ ...write, repeatable: true }))).toMatchObject({ code: 'redirected' });
    expect(server.received).toHaveLength(1);
  });
});

describe('without an answer', () => {
  it('a server that refuses is unreachable, with what fetch threw as the cause', async () => {
    const transport = await transportTo([silence]);
    await server.close();
    const error = await errorOf(transport.send(read));
    expect(error).toMatchObject({ name: 'NetworkError', code: 'unreachable', cause: expect.any(TypeError) });
    expect(pauses()).toHaveLength(2);
  });

  it('a device that knows it is offline says so', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const transport = await transportTo([reset]);
    expect(await errorOf(transport.send(read))).toMatchObject({ name: 'NetworkError', code: 'offline' });
  });
});

describe('creating a transport', () => {
  it('sends nothing, and takes a base address with a path and slashes', async () => {
    server = await startFaultServer(json('fine'));
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
    expect(await errorOf(transport.send(read))).toBeInstanceOf(TypeError);
    const headers = { authorization: 'Bearer a\nb' };
    expect(await errorOf(transport.send({ ...read, withStore: false, headers }))).toBeInstanceOf(TypeError);
  });

  it('uses the fetch of the moment, not of its creation', async () => {
    const transport = createTransport({ baseUrl: 'https://postlude.example', store: 'pk_1' });
    vi.stubGlobal('fetch', async () => new Response('"patched"'));
    await expect(transport.send(read)).resolves.toMatchObject({ body: '"patched"' });
  });

  it('leaves no timer behind after a call', async () => {
    server = await startFaultServer(json('fine'));
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const transport = createTransport({ baseUrl: server.url, store: 'pk_1', deadline: 3_000_000_000 });
    await transport.send({ ...read, headers: { connection: 'close' } });
    const after = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    expect(after).toBeLessThanOrEqual(before);
  });
});
