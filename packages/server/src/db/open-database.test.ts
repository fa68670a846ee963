import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { emptyPostgres } from '../testing/databases.ts';
import type { MigrationReport } from './migrate.ts';
import { newestMigration } from './migrate.ts';
import { openDatabase } from './open-database.ts';

const postgres = (databaseUrl: string) => ({ databaseUrl, databasePool: 4, dataFolder: '' });

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('opening PGlite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'postlude-data-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const config = () => ({ databaseUrl: null, databasePool: 1, dataFolder: folder });

  it('keeps the data over a restart, refuses a second opening meanwhile, and migrates once', async () => {
    const reports: MigrationReport[] = [];
    const first = await openDatabase(config(), { onMigrated: (report) => reports.push(report) });
    await expect(openDatabase(config())).rejects.toMatchObject({ code: 'data_folder_in_use' });
    await first.execute('create table kept (value text)');
    await first.execute("insert into kept values ('still here')");
    await first.close();
    await first.close();

    const second = await openDatabase(config(), { onMigrated: (report) => reports.push(report) });
    expect((await second.execute('select value from kept')).rows).toEqual([{ value: 'still here' }]);
    await second.close();
    expect(reports.map((report) => report.applied.length)).toEqual([newestMigration, 0]);
  });

  it('says which folder it cannot use', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await expect(openDatabase({ ...config(), dataFolder: join(file, 'data') })).rejects.toMatchObject({
      code: 'data_folder_unusable',
      message: expect.stringContaining(file),
    });
    if (process.getuid?.() === 0) return;
    await chmod(folder, 0o500);
    await expect(openDatabase(config())).rejects.toMatchObject({ code: 'data_folder_unusable' });
    await chmod(folder, 0o700);
  });
});

describe('opening PostgreSQL', () => {
  it('migrates once when many processes start together', async () => {
    const url = await emptyPostgres();
    const applied: number[] = [];
    const opened = await Promise.all(
      Array.from({ length: 6 }, () =>
        openDatabase(postgres(url), { onMigrated: (report) => applied.push(report.applied.length) }),
      ),
    );
    expect(applied.sort()).toEqual([0, 0, 0, 0, 0, newestMigration]);
    await Promise.all(opened.map((db) => db.close()));
  });

  it('refuses a database that a newer version has been at', async () => {
    const url = await emptyPostgres();
    await (await openDatabase(postgres(url))).close();
    await as(url, (client) =>
      client.query("insert into postlude_migrations (number, name) values (9999, 'from the future')"),
    );
    await expect(openDatabase(postgres(url))).rejects.toMatchObject({
      code: 'database_newer',
      message: expect.stringContaining('9999'),
    });
  });

  it('names the database, and never the password, when it cannot be reached', async () => {
    const failing = openDatabase(postgres('postgres://somebody:s3cret@127.0.0.1:1/shop'));
    await expect(failing).rejects.toMatchObject({
      code: 'database_unreachable',
      message: expect.stringContaining('127.0.0.1:1/shop'),
    });
    await expect(failing).rejects.not.toThrow(/s3cret/);
  });

  it('keeps stores apart for a user who may create no role, by row-level security on the user itself', async () => {
    const url = await ownedBy('postlude_plain', 'login nosuperuser nobypassrls nocreaterole');
    const db = await openDatabase(postgres(url));
    const ids = ['a', 'b'].map((letter) => `sto_${letter.repeat(32)}`);
    for (const id of ids) {
      await db.withSystem((tx) =>
        tx
          .insertInto('stores')
          .values({
            store_id: id,
            name: id,
            origins: [],
            locale: 'en',
            currency: 'EUR',
            time_zone: 'UTC',
            contact: '{}',
          })
          .execute(),
      );
    }
    const seen = await db.withStore(ids[0] ?? '', (tx) =>
      tx.selectFrom('stores').select('store_id').execute(),
    );
    expect(seen).toEqual([{ store_id: ids[0] }]);
    expect(await db.withSystem((tx) => tx.selectFrom('stores').select('store_id').execute())).toHaveLength(2);
    expect((await db.execute('select * from stores')).rows).toEqual([]);
    await db.close();
  });

  it('refuses a user whom row-level security does not bind and who may not use the role', async () => {
    const url = await ownedBy('postlude_unbound', 'login nosuperuser bypassrls nocreaterole');
    await expect(openDatabase(postgres(url))).rejects.toMatchObject({ code: 'database_unsafe' });
  });

  it('uses the role for a user who may create roles without being a superuser', async () => {
    const url = await ownedBy('postlude_creator', 'login nosuperuser bypassrls createrole', true);
    const db = await openDatabase(postgres(url));
    const role = await db.withStore(`sto_${'0'.repeat(32)}`, async (tx) => {
      const row = await tx
        .selectNoFrom((is) => is.fn<string>('current_setting', [is.val('role')]).as('role'))
        .execute();
      return row[0]?.role;
    });
    expect(role).toBe('postlude_app');
    await db.close();
  });
});

/**
 * A database owned by a user of these attributes, on a server where the role exists already (another test's
 * database may have made it) but was granted to nobody unless told.
 */
async function ownedBy(user: string, attributes: string, granted = false): Promise<string> {
  const url = new URL(await emptyPostgres());
  const name = url.pathname.slice(1);
  await as(inject('postgresUrl'), async (client) => {
    await client.query(`drop role if exists ${user}`).catch(() => undefined);
    await client.query(
      `do $$ begin create role ${user} ${attributes}; exception when duplicate_object then null; end $$`,
    );
    await client.query(
      `do $$ begin create role postlude_app nologin; exception when duplicate_object then null; end $$`,
    );
    if (granted) await client.query(`grant postlude_app to ${user} with admin option`);
    await client.query(`alter database ${name} owner to ${user}`);
  });
  url.username = user;
  return url.href;
}
