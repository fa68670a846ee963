import type { PoolClient } from 'pg';
import { PostludeServerError } from '../errors.ts';

/** The role that `withStore` switches to: owns nothing, logs in nowhere, is bound by row-level security. */
export const appRole = 'postlude_app';

interface RoleRow {
  readonly unbound: boolean;
}

/**
 * Makes sure that row-level security binds what `withStore` does. Returns the role to switch to; null when the user may
 * neither make nor use it, but is itself bound (neither superuser nor BYPASSRLS). Throws `database_unsafe` otherwise.
 */
export async function prepareAppRole(client: PoolClient): Promise<string | null> {
  if (!(await roleExists(client))) await createRole(client);
  const mine = await attributes(client, null);
  if (await roleExists(client)) {
    if ((await attributes(client, appRole))?.unbound) {
      throw new PostludeServerError(
        'database_unsafe',
        `The role ${appRole} is a superuser or has BYPASSRLS, so it would see every store. Take that from it: ` +
          `ALTER ROLE ${appRole} NOSUPERUSER NOBYPASSRLS.`,
      );
    }
    if ((await canSwitch(client)) || (await grantRole(client))) return appRole;
  }
  if (mine?.unbound) {
    throw new PostludeServerError(
      'database_unsafe',
      'The database user has BYPASSRLS and may not create or use the role ' +
        `${appRole}, so nothing would keep stores apart. Either run CREATE ROLE ${appRole} NOLOGIN and grant it to the user, ` +
        'or connect as a user without BYPASSRLS.',
    );
  }
  return null;
}

async function roleExists(client: PoolClient): Promise<boolean> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
  return found.rows.length > 0;
}

async function attributes(client: PoolClient, role: string | null): Promise<RoleRow | undefined> {
  const found = await client.query<RoleRow>(
    'select rolsuper or rolbypassrls as unbound from pg_roles where rolname = coalesce($1, current_user)',
    [role],
  );
  return found.rows[0];
}

async function createRole(client: PoolClient): Promise<void> {
  try {
    await client.query(`create role ${appRole} nologin`);
  } catch (error) {
    // Roles belong to the whole cluster: another database's first start may have made it this moment.
    if (!['42710', '23505', '42501'].includes(stateOf(error))) throw error;
  }
}

async function canSwitch(client: PoolClient): Promise<boolean> {
  try {
    await client.query(`set role ${appRole}`);
    await client.query('reset role');
    return true;
  } catch (error) {
    if (stateOf(error) === '42501') return false;
    throw error;
  }
}

async function grantRole(client: PoolClient): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`grant ${appRole} to current_user`);
      return await canSwitch(client);
    } catch (error) {
      const state = stateOf(error);
      // 0LP01: already so. 42501: not allowed. XX000 "tuple concurrently updated": another process grants as well.
      if (state === '42501' || state === '0LP01') return false;
      if (state !== 'XX000' || attempt === 5) throw error;
    }
  }
}

function stateOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
