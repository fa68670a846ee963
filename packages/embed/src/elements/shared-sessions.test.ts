import type { Session } from '@postlude/contract';
import { describe, expect, it, vi } from 'vitest';
import { sessionKey, shareSession } from './shared-sessions.ts';

let keys = 0;
/** A page keeps its sessions; each test has a key of its own. */
const newKey = () => `key ${++keys}`;
const session = (token: string, expiresAt = '2999-01-01T00:00:00.000Z') =>
  ({ token, expiresAt, order: { id: 'ord_1', shipments: [] } }) as unknown as Session;
const staying = () => new AbortController().signal;

describe('what widgets share', () => {
  const store = { api: 'https://post.example', store: 'pk_1' };

  it('a session by proof, of one order of one store of one backend', () => {
    const proof = { by: 'proof', order: '1001', proof: 'a' } as const;
    const key = sessionKey(store, proof);
    expect(sessionKey({ ...store }, { ...proof })).toBe(key);
    expect(sessionKey(store, { ...proof, order: '1002' })).not.toBe(key);
    expect(sessionKey(store, { ...proof, proof: 'b' })).not.toBe(key);
    expect(sessionKey({ ...store, store: 'pk_2' }, proof)).not.toBe(key);
    expect(sessionKey({ ...store, api: 'https://other.example' }, proof)).not.toBe(key);
  });

  it('never what a shopper looked up, or a gift opened', () => {
    expect(sessionKey(store, { by: 'lookup', order: '1001', contact: 'a@b.c' })).toBeNull();
    expect(sessionKey(store, { by: 'gift', order: '1001', code: 'X' })).toBeNull();
  });
});

describe('a shared session', () => {
  it('is opened once for those who ask at the same time, and for those who come later', async () => {
    const key = newKey();
    const open = vi.fn(async () => session('one'));
    const [first, second] = await Promise.all([
      shareSession(key, undefined, staying(), open),
      shareSession(key, undefined, staying(), open),
    ]);
    const third = await shareSession(key, undefined, staying(), open);
    expect([first, second, third].map((one) => one.session.token)).toEqual(['one', 'one', 'one']);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('is opened anew once it has ended', async () => {
    const key = newKey();
    await shareSession(key, undefined, staying(), async () => session('old', '2001-01-01T00:00:00.000Z'));
    const next = await shareSession(key, undefined, staying(), async () => session('new'));
    expect(next.session.token).toBe('new');
  });

  it('is opened anew for one who found it useless, and then is the new one for all', async () => {
    const key = newKey();
    await shareSession(key, undefined, staying(), async () => session('revoked'));
    const open = vi.fn(async () => session('new'));
    expect((await shareSession(key, 'revoked', staying(), open)).session.token).toBe('new');
    expect((await shareSession(key, 'revoked', staying(), open)).session.token).toBe('new');
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('that could not be opened is asked for again', async () => {
    const key = newKey();
    const refuse = async () => {
      throw new Error('refused');
    };
    await expect(shareSession(key, undefined, staying(), refuse)).rejects.toThrow('refused');
    const next = await shareSession(key, undefined, staying(), async () => session('new'));
    expect(next.session.token).toBe('new');
  });

  it('goes on being opened when one of two leaves, and is given up when both have left', async () => {
    const key = newKey();
    const [one, other] = [new AbortController(), new AbortController()];
    const given: AbortSignal[] = [];
    const open = (signal: AbortSignal) => {
      given.push(signal);
      return new Promise<Session>(() => {});
    };
    const waits = [one, other].map(({ signal }) => shareSession(key, undefined, signal, open));
    one.abort();
    await expect(waits[0]).rejects.toBeDefined();
    expect(given[0]?.aborted).toBe(false);
    other.abort();
    await expect(waits[1]).rejects.toBeDefined();
    expect(given[0]?.aborted).toBe(true);
    const next = await shareSession(key, undefined, staying(), async () => session('new'));
    expect(next.session.token).toBe('new');
  });

  it('is not waited for by one who has left already', async () => {
    const gone = AbortSignal.abort();
    await expect(shareSession(newKey(), undefined, gone, async () => session('one'))).rejects.toBeDefined();
  });
});
