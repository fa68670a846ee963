import { afterEach, expect, it, vi } from 'vitest';
import { isAbortedError, isTimeoutError } from './errors.ts';
import { type FaultServer, json, raw, silence, startFaultServer } from './testing/fault-server.ts';
import { manualTime } from './testing/manual-time.ts';
import { createTransport, type TransportRequest } from './transport.ts';

// Before anything is loaded: what a browser of early 2022 does not have.
vi.hoisted(() => {
  Reflect.deleteProperty(AbortSignal, 'any');
  Reflect.deleteProperty(AbortSignal, 'timeout');
  Reflect.deleteProperty(URLSearchParams.prototype, 'size');
});

let server: FaultServer;
afterEach(() => server.close());

const read: TransportRequest = {
  method: 'GET',
  path: '/v1/orders?limit=5',
  withStore: true,
  headers: {},
  repeatable: true,
};

const failureOf = (work: Promise<unknown>) => work.catch((error: unknown) => error);

it('a call tries again, with its whole query, without AbortSignal.any and URLSearchParams.size', async () => {
  expect([AbortSignal.any, AbortSignal.timeout]).toEqual([undefined, undefined]);
  server = await startFaultServer(raw('', 503), json('fine'));
  const transport = createTransport({ baseUrl: server.url, store: 'pk_1', ...manualTime() });
  await expect(transport.send(read)).resolves.toMatchObject({ body: '"fine"' });
  expect(server.received.map((request) => request.url)).toEqual(
    Array(2).fill('/v1/orders?limit=5&store=pk_1'),
  );
});

it('the deadline holds without AbortSignal.any and AbortSignal.timeout', async () => {
  server = await startFaultServer(silence);
  const time = manualTime();
  const failure = failureOf(createTransport({ baseUrl: server.url, store: 'pk_1', ...time }).send(read));
  await server.arrived(1);
  time.advance(10_000);
  expect(isTimeoutError(await failure)).toBe(true);
});

it('the caller’s signal ends a call without AbortSignal.any', async () => {
  server = await startFaultServer(silence);
  const controller = new AbortController();
  const transport = createTransport({ baseUrl: server.url, store: 'pk_1' });
  const failure = failureOf(transport.send({ ...read, signal: controller.signal }));
  await server.arrived(1);
  controller.abort();
  expect(isAbortedError(await failure)).toBe(true);
});
