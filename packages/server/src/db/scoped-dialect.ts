import { CompiledQuery, type DatabaseConnection, PostgresDialect, PostgresDriver } from 'kysely';
import type { Pool } from 'pg';

/**
 * The PostgreSQL dialect, but a transaction begins together with what `scopeNow` says, in one round trip instead of two.
 * @param scopeNow SQL without parameters, to be run as the first statement of the transaction that begins now.
 */
export class ScopedDialect extends PostgresDialect {
  readonly #pool: Pool;
  readonly #scopeNow: () => string;

  constructor(pool: Pool, scopeNow: () => string) {
    super({ pool });
    this.#pool = pool;
    this.#scopeNow = scopeNow;
  }

  override createDriver(): PostgresDriver {
    return new ScopedDriver(this.#pool, this.#scopeNow);
  }
}

class ScopedDriver extends PostgresDriver {
  readonly #scopeNow: () => string;

  constructor(pool: Pool, scopeNow: () => string) {
    super({ pool });
    this.#scopeNow = scopeNow;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; ${this.#scopeNow()}`));
    } catch (error) {
      // It may have begun before it failed, and the connection goes back to the pool.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  }
}
