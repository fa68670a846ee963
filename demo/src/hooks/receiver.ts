import type { Clock } from '@postlude/server';
import { Hono } from 'hono';
import { isSigned } from './verify.ts';

/** Where the backend delivers the events of a store to, on the shop's own origin. */
export const hookPath = (publishableKey: string): string => `/hooks/postlude/${publishableKey}`;

/** An event the shop was told. */
export interface HeardEvent {
  readonly id: string;
  readonly type: string;
  readonly heardAt: string;
  /** As it came. */
  readonly body: string;
}

/** The shop's end of outgoing webhooks. */
export interface HookReceiver {
  /** Newest first, the last 200. */
  heard(): readonly HeardEvent[];
  /** Takes events of this store, signed with the secret that was told when the endpoint was added. */
  trust(publishableKey: string, secret: string): void;
  /** Goes on with what was heard before. */
  restore(events: readonly HeardEvent[]): void;
  readonly routes: Hono;
}

const most = 200;

/**
 * Makes a receiver. The same event may come more than once, with the same id: it is kept once.
 * @param keep told after each new one, to write it away
 * @param clock the demo's, by which the backend signs
 */
export function createHookReceiver(keep: () => Promise<void>, clock: Clock): HookReceiver {
  let trusted: { readonly publishableKey: string; readonly secret: string } | null = null;
  let events: HeardEvent[] = [];
  const routes = new Hono();

  routes.post(hookPath(':key'), async (c) => {
    const body = await c.req.text();
    const now = clock.now();
    // A store of an earlier start: 410 has the backend stop delivering.
    if (trusted !== null && trusted.publishableKey !== c.req.param('key')) return c.body(null, 410);
    if (trusted === null || !isSigned(trusted.secret, c.req.raw.headers, body, now)) {
      return c.json({ error: 'The signature does not fit.' }, 401);
    }
    const id = c.req.header('webhook-id') ?? '';
    if (events.some((event) => event.id === id)) return c.body(null, 204);
    events = [{ id, type: typeOf(body), heardAt: now.toISOString(), body }, ...events].slice(0, most);
    await keep();
    return c.body(null, 204);
  });

  return {
    heard: () => events,
    trust: (publishableKey, secret) => {
      trusted = { publishableKey, secret };
    },
    restore: (kept) => {
      events = [...kept];
    },
    routes,
  };
}

function typeOf(body: string): string {
  const { type } = JSON.parse(body) as { type?: unknown };
  return typeof type === 'string' ? type : 'unknown';
}
