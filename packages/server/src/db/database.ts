import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import { PostludeServerError } from '../errors.ts';
import type { Schema } from './schema.ts';
import { ScopedDialect } from './scoped-dialect.ts';

/** An open transaction. Every query of the server runs in one. */
export type Tx = Transaction<Schema>;

/** What kind of database it is: in this process, or a server. */
export type DatabaseKind = 'pglite' | 'postgres';

/** How the pool of connections stands, for metrics. */
export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** The only door to the data. */
export interface Database {
  readonly kind: DatabaseKind;
  /**
   * Runs `work` in one transaction that sees and changes this store's rows only, whatever its queries ask for:
   * row-level security holds. Rolls back when `work` rejects. Must not be nested: PGlite has one connection.
   */
  withStore<T>(storeId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction that sees every store. For the few things that belong to no store yet: finding a
   * store by a key or a webhook by its id, sweeps over all stores. Must not be nested.
   */
  withSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs plain SQL on a pooled connection of its own, outside row-level security; for the job queue. */
  execute(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: Record<string, unknown>[]; rowCount: number }>;
  pool(): PoolState;
  /** Waits for open transactions, then lets go of the database and its lock. Safe to call twice. */
  close(): Promise<void>;
}

const storeIdPattern = /^sto_[0-9a-f]{32}$/;
/** The transaction the running code is in. Work left behind by a transaction that has ended is in none. */
const current = new AsyncLocalStorage<{ readonly what: string; readonly scope: string; ended: boolean }>();

/** Makes a `Database` over a pool. `appRole` is the role to switch to inside `withStore`, null when row-level security binds the user itself. */
export function databaseOver(options: {
  kind: DatabaseKind;
  pool: Pool;
  appRole: string | null;
  release: () => Promise<void>;
}): Database {
  const { kind, pool, appRole } = options;
  const kysely = new Kysely<Schema>({ dialect: new ScopedDialect(pool, () => scopeOf(current.getStore())) });
  // Written into the SQL, which is safe: the role is a constant of ours, and a store id was held against its pattern.
  const role = appRole === null ? '' : `set_config('role', '${appRole}', true), `;
  let closing: Promise<void> | null = null;

  function inTransaction<T>(what: string, scope: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const outer = current.getStore();
    if (outer !== undefined && !outer.ended) {
      return Promise.reject(
        new PostludeServerError(
          'nested_transaction',
          `${what} was called inside ${outer.what}: pass the transaction on instead.`,
        ),
      );
    }
    const mine = { what, scope, ended: false };
    return current.run(mine, async () => {
      try {
        return await kysely.transaction().execute(work);
      } finally {
        mine.ended = true;
      }
    });
  }

  return {
    kind,
    withStore(storeId, work) {
      if (!storeIdPattern.test(storeId)) {
        return Promise.reject(new PostludeServerError('invalid_argument', `"${storeId}" is not a store id.`));
      }
      return inTransaction(
        'withStore',
        `select ${role}set_config('postlude.store_id', '${storeId}', true)`,
        work,
      );
    },
    withSystem(work) {
      return inTransaction('withSystem', "select set_config('postlude.scope', 'system', true)", work);
    },
    async execute(text, values = []) {
      // A text of several statements, as the job queue's maintenance sends them, is answered with a list.
      const results = [await pool.query(text, [...values])].flat();
      return {
        rows: results.flatMap((result) => result.rows),
        rowCount: results.reduce((sum, result) => sum + (result.rowCount ?? 0), 0),
      };
    },
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close() {
      // The pool itself, not kysely.destroy(): that ends the pool only if a query was made.
      closing ??= pool.end().then(options.release);
      return closing;
    },
  };
}

/** A transaction without a scope would be one of the database's owner, so there is none. */
function scopeOf(transaction: { readonly scope: string } | undefined): string {
  if (transaction !== undefined) return transaction.scope;
  throw new PostludeServerError(
    'nested_transaction',
    'A transaction was begun outside withStore and withSystem.',
  );
}
