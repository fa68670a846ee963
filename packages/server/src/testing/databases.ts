import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Client, Pool } from 'pg';
import { inject } from 'vitest';
import type { Database, DatabaseKind } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { openDatabase } from '../db/open-database.ts';
import { prepareAppRole } from '../db/roles.ts';

/** A database of its own, empty but for the schema. */
export interface TestDatabase {
  readonly db: Database;
  /** Opens another `Database` on the same PostgreSQL database, as a second process would. Not on PGlite: it is one process. */
  again(): Promise<Database>;
  close(): Promise<void>;
}

/** Opens a fresh, migrated database of one kind. */
export function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return kind === 'pglite' ? openInMemory() : openOnServer();
}

/** The address of a fresh PostgreSQL database without a schema. */
export async function emptyPostgres(): Promise<string> {
  const name = `postlude_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) => client.query(`create database ${name}`));
  return addressOf(name);
}

async function openOnServer(): Promise<TestDatabase> {
  const name = `postlude_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (client) => {
    const template = await templateOn(client);
    await client.query(`create database ${name} template ${template}`);
  });
  const opened: Database[] = [];
  const again = async () => {
    const db = await openDatabase({ databaseUrl: addressOf(name), databasePool: 8, dataFolder: '' });
    opened.push(db);
    return db;
  };
  return {
    db: await again(),
    again,
    async close() {
      await Promise.all(opened.map((db) => db.close()));
      await onServer((client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** A migrated database to copy from: made once per schema, by whichever test file is first. */
async function templateOn(client: Client): Promise<string> {
  const name = `postlude_template_${schemaHash}`;
  await client.query("select pg_advisory_lock(hashtext('postlude template'))");
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rows.length > 0) return name;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft}`);
    await client.query(`create database ${draft}`);
    await (await openDatabase({ databaseUrl: addressOf(draft), databasePool: 1, dataFolder: '' })).close();
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('postlude template'))");
  }
}

async function openInMemory(): Promise<TestDatabase> {
  const db = await openDatabase(
    { databaseUrl: null, databasePool: 1, dataFolder: 'memory:' },
    { loadDataDir: await migratedDump() },
  );
  return {
    db,
    again: () => Promise.reject(new Error('PGlite is one process with one connection.')),
    close: () => db.close(),
  };
}

/** A migrated PGlite as a file, kept between runs: loading it takes a tenth of the time of making it. */
async function migratedDump(): Promise<Blob> {
  const path = join(cacheFolder, `pglite-${schemaHash}.tar`);
  const kept = await readFile(path).catch(() => null);
  if (kept !== null) return new Blob([kept]);
  const pglite = await PGlite.create();
  const pool = new Pool(Object.assign(createPgConfig(pglite), { max: 1 }));
  const client = await pool.connect();
  await migrate(client, await prepareAppRole(client));
  client.release();
  await pool.end();
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await mkdir(cacheFolder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
  await rename(draft, path);
  return dump;
}

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(name: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

const pgliteManifest = join(
  dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')),
  '../package.json',
);
const cacheFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../../node_modules/.cache/postlude');
/** Changes with everything the schema is made of. */
const schemaHash = createHash('sha256')
  .update(JSON.stringify(migrations))
  .update(readFileSync(new URL('../db/migrate.ts', import.meta.url)))
  .update(readFileSync(pgliteManifest))
  .digest('hex')
  .slice(0, 12);
