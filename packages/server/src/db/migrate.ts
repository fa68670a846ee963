import type { PoolClient } from 'pg';
import { PostludeServerError } from '../errors.ts';
import { migrations, standingTables } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { appRole } from './roles.ts';

/** Any number that is ours: who holds it migrates, everybody else waits. */
const lockNumber = '5780113652084';

/** The number of the newest step this code knows. */
export const newestMigration = migrations.length;

/** What a run of the migrations did. */
export interface MigrationReport {
  /** The steps that were applied now. */
  readonly applied: readonly { readonly number: number; readonly name: string }[];
  /** The step the database stands at. */
  readonly version: number;
}

/**
 * Brings the schema to this code's version: pending steps in one transaction, all or none. Processes that start together
 * wait for each other. Throws `database_newer` when a later version of the code has been here.
 * @param role the application role to give rights to, or null when there is none.
 */
export async function migrate(client: PoolClient, role: string | null): Promise<MigrationReport> {
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(${lockNumber})`);
    const version = await currentVersion(client);
    if (version > newestMigration) throw newer(version);
    const pending = migrations.slice(version);
    for (const step of pending) {
      await client.query(step.sql);
      await protect(client, step);
      await client.query('insert into postlude_migrations (number, name) values ($1, $2)', [
        step.number,
        step.name,
      ]);
    }
    if (role !== null) await giveRights(client);
    await client.query('commit');
    return { applied: pending.map(({ number, name }) => ({ number, name })), version: newestMigration };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The step the database stands at; 0 when it is empty. */
export async function readVersion(
  query: (text: string) => Promise<{ rows: Record<string, unknown>[] }>,
): Promise<number> {
  const found = await query('select coalesce(max(number), 0)::integer as version from postlude_migrations');
  return Number(found.rows[0]?.version ?? 0);
}

async function currentVersion(client: PoolClient): Promise<number> {
  await client.query(`
    create table if not exists postlude_migrations (
      number integer primary key,
      name text not null,
      applied_at timestamptz not null default now()
    )`);
  return readVersion((text) => client.query(text));
}

/**
 * Row-level security, also for the owner of the tables. The first policy is for `withStore`. The second is for
 * `withSystem` where the user is bound by row-level security itself; the application role can never use it.
 */
async function protect(client: PoolClient, step: Migration): Promise<void> {
  const mine = `store_id = current_setting('postlude.store_id', true)`;
  const system = `current_setting('postlude.scope', true) = 'system' and current_user <> '${appRole}'`;
  for (const { table } of step.storeTables) {
    await client.query(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy store_scope on ${table} using (${mine}) with check (${mine});
      create policy system_scope on ${table} using (${system}) with check (${system});`);
  }
}

async function giveRights(client: PoolClient): Promise<void> {
  const missing = await client.query(
    `select 1 from unnest($1::text[]) as name where not has_table_privilege('${appRole}', name, 'select')`,
    [standingTables.map(({ table }) => table)],
  );
  if (missing.rows.length === 0) return;
  const schema = await client.query<{ name: string }>('select quote_ident(current_schema()) as name');
  await client.query(`grant usage on schema ${schema.rows[0]?.name ?? 'public'} to ${appRole}`);
  for (const { table, rights } of standingTables) {
    await client.query(`grant ${rights} on ${table} to ${appRole}`);
  }
}

function newer(version: number): PostludeServerError {
  return new PostludeServerError(
    'database_newer',
    `The database stands at version ${version}, this program knows up to ${newestMigration}. ` +
      'A newer Postlude was here: run that one, or restore a backup from before.',
  );
}
