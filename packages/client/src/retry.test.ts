import { describe, expect, it } from 'vitest';
import { isNetworkError } from './errors.ts';
import { breakOff, json, problem, raw, reset } from './testing/fault-server.ts';
import { failureOf, read, transportTo, write } from './testing/faulty-transport.ts';

describe('tries again', () => {
  it('after a server error, twice at most, each time after a longer random pause', async () => {
    const transport = await transportTo([raw('', 500), raw('', 500), json('fine')]);
    await expect(transport.send(read)).resolves.toMatchObject({ status: 200, body: '"fine"' });
    expect(transport.pauses()).toEqual([150, 300]);
  });

  it('and gives the last answer when none was good', async () => {
    const transport = await transportTo([problem(500, 'internal', { requestId: 'req_9' })]);
    const error = await failureOf(transport.send(read));
    expect(error).toMatchObject({ code: 'internal', status: 500, requestId: 'req_9' });
    expect(transport.server.received).toHaveLength(3);
  });

  it('as often as it is told', async () => {
    const transport = await transportTo([raw('', 503)], { retries: 0 });
    await failureOf(transport.send(read));
    expect(transport.server.received).toHaveLength(1);
  });

  it('after 408 and 429, and never after another 4xx', async () => {
    const statuses = [400, 401, 403, 404, 409, 410, 413, 415, 422, 451];
    for (const status of statuses) {
      const transport = await transportTo([raw('', status), json('fine')]);
      expect(await failureOf(transport.send(read))).toMatchObject({ status, code: `http_${status}` });
      expect(transport.server.received).toHaveLength(1);
    }
    const transport = await transportTo([raw('', 408), raw('', 429), json('fine')]);
    await expect(transport.send(read)).resolves.toMatchObject({ status: 200 });
  });

  it('after a connection that was cut before the answer or within it', async () => {
    const transport = await transportTo([reset, breakOff('{"half":'), json('fine')]);
    await expect(transport.send(read)).resolves.toMatchObject({ body: '"fine"' });
    expect(transport.server.received).toHaveLength(3);
  });

  it('a write only when it may be repeated', async () => {
    const once = await transportTo([reset, json('fine')]);
    expect(isNetworkError(await failureOf(once.send(write)))).toBe(true);
    expect(once.server.received).toHaveLength(1);

    const repeated = await transportTo([reset, raw('', 503), json('fine')]);
    await repeated.send({ ...write, repeatable: true, headers: { 'idempotency-key': 'key-1' } });
    expect(
      repeated.server.received.map((request) => [request.headers['idempotency-key'], request.body]),
    ).toEqual([
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
    expect(transport.pauses()).toEqual([pause]);
  });

  it.each([
    ['3600', '2026-11-22T13:00:00.000Z'],
    ['10', '2026-11-22T12:00:10.000Z'],
    ['Mon, 23 Nov 2026 12:00:00 GMT', '2026-11-23T12:00:00.000Z'],
  ])('of %s by failing at once and telling the moment', async (header, retryAt) => {
    const transport = await transportTo([raw('', 503, { 'Retry-After': header }), json('fine')]);
    const error = await failureOf(transport.send(read));
    expect(error).toMatchObject({ status: 503, retryAt: new Date(retryAt) });
    expect(transport.pauses()).toEqual([]);
  });

  it('and to the moment a problem names in its body', async () => {
    const retryAt = '2026-11-22T12:15:00.000Z';
    const transport = await transportTo([problem(429, 'lookup_locked', { retryAt }), json('fine')]);
    const error = await failureOf(transport.send({ ...write, repeatable: true }));
    expect(error).toMatchObject({ code: 'lookup_locked', retryAt: new Date(retryAt) });
    expect(transport.server.received).toHaveLength(1);
  });

  it('even when it is beyond all calendars', async () => {
    const transport = await transportTo([raw('', 503, { 'Retry-After': '9'.repeat(30) })]);
    expect(await failureOf(transport.send(read))).toMatchObject({ status: 503, retryAt: null });
    expect(transport.server.received).toHaveLength(1);
  });
});
