import type { HttpBindings } from '@hono/node-server';
import type { Context as HonoContext } from 'hono';
import type { Logger } from '../observability/logger.ts';

/** What is known of a request before anybody looks at its key. */
export interface RequestFacts {
  /** Finds the request in the log; travels as `X-Request-Id` and in problems. */
  readonly id: string;
  /** The client's address as far as our own proxies vouch for it. */
  readonly address: string;
  /** Writes the request's id with every line. */
  readonly log: Logger;
  /** The page that asks, as the browser says; null from elsewhere. */
  readonly origin: string | null;
}

/** What travels with a request inside the app. */
export interface AppEnv {
  /** What the node server passes on; nothing in tests, a worker or another runtime. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    facts: RequestFacts;
    /** The path of the endpoint's row, for metrics and logs. */
    route: string;
    /** The store the request turned out to belong to. */
    storeId: string;
  };
}

/** Hono's context in this app. */
export type AppContext = HonoContext<AppEnv>;
