import type { OrderSource } from '@postlude/widgets/order-tracking';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WidgetSettings } from '../settings.ts';
import type { FirstAnswer, Load } from '../widget.ts';
import type { Seen } from './seen.ts';
import { createSessionSource } from './session-source.ts';

let settings: WidgetSettings = {
  store: 'pk_1',
  api: 'https://post.example',
  order: '1001',
  proof: 'a'.repeat(64),
  gift: undefined,
  session: undefined,
  locale: 'en',
  language: 'en',
};
let request = { by: 'proof' as const, order: '1001', proof: 'a'.repeat(64) };
const session = {
  token: 'first',
  expiresAt: '2999-11-26T09:00:00.000Z',
  order: { id: 'ord_1', shipments: [] },
};

function answered(response: Promise<Response> | Response, asked: WidgetSettings = settings): FirstAnswer {
  const settled = Promise.resolve(response);
  settled.catch(() => {});
  return { settings: asked, response: settled, aborting: new AbortController() };
}

function clientThat(valid = true) {
  const source = {
    open: vi.fn(async () => ({ ...session, token: 'client' })),
    read: vi.fn(async () => ({ state: 'unchanged' as const })),
  };
  const load = vi.fn(async () => ({
    createClientSource: () => source as unknown as OrderSource,
    isSession: () => valid,
  }));
  return { source, load: load as unknown as Load, loads: load };
}

const seen: Seen = async (found) => found;
const never = () => new AbortController().signal;
const read = { token: 'first', orderId: 'ord_1', etag: null };

/** A page shares its sessions; each test has an order of its own. */
let orders = 1000;
beforeEach(() => {
  const order = `${++orders}`;
  settings = { ...settings, order };
  request = { ...request, order };
});

describe('where a widget gets its session from', () => {
  it('the answer that was asked for while the code was loading, without the client', async () => {
    const { load, loads } = clientThat();
    const source = createSessionSource(
      settings,
      answered(Response.json(session, { status: 201 })),
      load,
      vi.fn(),
      seen,
    );
    expect(await source.open(request, never())).toEqual(session);
    expect(loads).not.toHaveBeenCalled();
  });

  it('the client, once that answer was used', async () => {
    const { load, source: client } = clientThat();
    const source = createSessionSource(settings, answered(Response.json(session)), load, vi.fn(), seen);
    await source.open(request, never());
    expect((await source.open(request, never())).token).toBe('client');
    expect(client.open).toHaveBeenCalledTimes(1);
  });

  it('the client, when the answer is about another order', async () => {
    const { load } = clientThat();
    const first = answered(Response.json(session), { ...settings, order: 'another' });
    const source = createSessionSource(settings, first, load, vi.fn(), seen);
    expect((await source.open(request, never())).token).toBe('client');
  });

  it.each([
    ['the connection failed', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the server was out of order', async () => new Response('', { status: 503 })],
  ])('the client, when %s', async (_, answer) => {
    const { load } = clientThat();
    const source = createSessionSource(settings, answered(answer()), load, vi.fn(), seen);
    expect((await source.open(request, never())).token).toBe('client');
  });

  it('a refusal is passed on with all the server said', async () => {
    const { load, loads } = clientThat();
    const problem = {
      code: 'lookup_locked',
      title: '',
      status: 429,
      retryAt: '2026-11-26T09:00:00.000Z',
      requestId: 'r1',
    };
    const source = createSessionSource(
      settings,
      answered(Response.json(problem, { status: 429 })),
      load,
      vi.fn(),
      seen,
    );
    await expect(source.open(request, never())).rejects.toMatchObject({
      code: 'lookup_locked',
      retryAt: problem.retryAt,
      requestId: 'r1',
    });
    expect(loads).not.toHaveBeenCalled();
  });

  it.each([
    ['HTML', new Response('<p>Hotel', { status: 200 })],
    ['an empty answer', new Response(null, { status: 204 })],
    ['null', Response.json(null)],
    ['half of an order', new Response('{"token":"x","order":{"ship')],
  ])('%s is no order, and may have broken off: the client asks again', async (_, response) => {
    const { load, source: client } = clientThat();
    const source = createSessionSource(settings, answered(response), load, vi.fn(), seen);
    expect(await source.open(request, never())).toMatchObject({ token: 'client' });
    expect(client.open).toHaveBeenCalledOnce();
  });

  it('an order without parcels is not taken for one', async () => {
    const { load } = clientThat();
    const answer = answered(Response.json({ token: 'x', order: {} }));
    const source = createSessionSource(settings, answer, load, vi.fn(), seen);
    await expect(source.open(request, never())).rejects.toMatchObject({ code: 'contract_violated' });
  });

  it('the client checks the first answer when it is there, and what does not fit is told once', async () => {
    const tell = vi.fn();
    const { load } = clientThat(false);
    const source = createSessionSource(settings, answered(Response.json(session)), load, tell, seen);
    await source.open(request, never());
    expect(tell).not.toHaveBeenCalled();
    await (await source.client()).read(read, never());
    await (await source.client()).read(read, never());
    expect(tell.mock.calls).toEqual([['contract_violated']]);
  });

  it('a client that cannot be loaded reads as no connection, and is loaded again at the next call', async () => {
    const { source: client, loads } = clientThat();
    loads.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    const source = createSessionSource(settings, undefined, loads as unknown as Load, vi.fn(), seen);
    await expect(source.client()).rejects.toMatchObject({ code: 'unreachable' });
    expect(await (await source.client()).read(read, never())).toEqual({ state: 'unchanged' });
    expect(client.read).toHaveBeenCalledTimes(1);
  });

  it('nobody waits for a first answer that is aborted', async () => {
    const { load } = clientThat();
    const first = answered(new Promise<Response>(() => {}));
    const leaving = new AbortController();
    const opened = createSessionSource(settings, first, load, vi.fn(), seen).open(request, leaving.signal);
    leaving.abort();
    await expect(opened).rejects.toBeInstanceOf(Error);
    expect(first.aborting.signal.aborted).toBe(true);
  });
});
