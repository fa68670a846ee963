import type { Access, Endpoint, Store } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { readToken, type SessionGrant } from '../sessions/token.ts';
import { ApiProblem } from './api-problem.ts';
import type { AppContext } from './request.ts';

/** Somebody who belongs to a store. */
export interface StoreCaller {
  readonly storeId: Store['id'];
  readonly store: Store;
  /**
   * Runs queries in a transaction that sees this store only. Under an Idempotency-Key it is the transaction that keeps
   * the answer, so that the work and its answer are there together or not at all.
   */
  inStore<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The bearer of a shopper session. */
export interface SessionCaller extends StoreCaller {
  readonly session: SessionGrant;
}

/** A program of the shop. */
export interface StaffCaller extends StoreCaller {
  /** What proofs for the storefront are made with. */
  readonly embedSecret: string;
}

/** What a handler is told of the caller of an endpoint. */
export type CallerOf<A extends Access> = A extends 'session'
  ? SessionCaller
  : A extends 'staff'
    ? StaffCaller
    : A extends 'publishable'
      ? StoreCaller
      : unknown;

/** Anybody who may call. */
export type Caller = StoreCaller | SessionCaller | StaffCaller | Record<never, never>;

/** Finds out who calls, or throws why they may not. */
export type Identify = (c: AppContext, row: Endpoint) => Promise<Caller>;

/** Makes the check of `Endpoint.access`. */
export function createIdentify(context: Context): Identify {
  const callerOf = (c: AppContext, store: Store): StoreCaller => {
    c.set('storeId', store.id);
    return { storeId: store.id, store, inStore: (work) => context.db.withStore(store.id, work) };
  };

  return async (c, row) => {
    switch (row.access) {
      case 'publishable': {
        const store = await context.stores.byPublishableKey(c.req.query('store') ?? '');
        if (!store) throw new ApiProblem('unknown_store');
        checkOrigin(c, store);
        return callerOf(c, store);
      }
      case 'session': {
        const session = readToken(context.secrets, bearer(c), context.clock.now());
        const store = session && (await context.stores.byId(session.storeId));
        if (!session || !store) throw new ApiProblem('session_invalid');
        checkOrigin(c, store);
        return { ...callerOf(c, store), session };
      }
      case 'staff': {
        const store = await context.stores.bySecretKey(bearer(c));
        if (!store) throw new ApiProblem('key_invalid');
        const [embedSecret = ''] = await context.stores.embedSecrets(store.id);
        return { ...callerOf(c, store), embedSecret };
      }
      case 'signature':
      case 'public':
        return {};
    }
  };
}

/** Browsers always say where a page of another origin stands; servers and apps do not, and need not. */
function checkOrigin(c: AppContext, store: Store): void {
  const { origin } = c.get('facts');
  if (origin !== null && !store.origins.includes(origin)) throw new ApiProblem('origin_not_allowed');
}

function bearer(c: AppContext): string {
  return /^Bearer +([\x21-\x7e]{1,500}) *$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
}
