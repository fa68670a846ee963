import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Pool, types } from 'pg';
import type { Config } from '../config/config.ts';
import { isServerError, messageOf, PostludeServerError } from '../errors.ts';
import { type Database, databaseOver } from './database.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { type MigrationReport, migrate } from './migrate.ts';
import { nameStatements } from './named-statements.ts';
import { prepareAppRole } from './roles.ts';

/** What of the configuration decides where the data is. */
export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'databasePool' | 'dataFolder'>;

/** What may be known or told while a database opens. */
export interface OpenOptions {
  /** Told of the schema's steps that were applied. */
  readonly onMigrated?: (report: MigrationReport) => void;
  /** Told when an idle connection breaks; the pool replaces it. */
  readonly onConnectionLost?: (error: Error) => void;
  /** A dump of a data folder to begin with, for a PGlite in memory. */
  readonly loadDataDir?: Blob;
}

/**
 * Opens the database and brings its schema up to date: PostgreSQL at `databaseUrl`, otherwise PGlite in the data folder,
 * which is then locked for this process (`memory:` keeps everything in memory).
 * Throws a `PostludeServerError` that says what to do when it cannot be reached, locked, migrated or kept safe.
 */
export async function openDatabase(config: DatabaseConfig, options: OpenOptions = {}): Promise<Database> {
  return config.databaseUrl === null
    ? openPglite(config.dataFolder, options)
    : openPostgres(config.databaseUrl, config.databasePool, options);
}

async function openPostgres(url: string, size: number, options: OpenOptions): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: size,
    types: columnTypes,
    application_name: 'postlude',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on('error', (error) => options.onConnectionLost?.(error));
  try {
    return await prepare('postgres', pool, () => Promise.resolve(), options);
  } catch (cause) {
    await pool.end();
    if (isServerError(cause)) throw cause;
    throw new PostludeServerError(
      'database_unreachable',
      `The database at ${withoutPassword(url)} cannot be used: ${messageOf(cause) || 'no answer'}. Check DATABASE_URL.`,
      { cause },
    );
  }
}

async function openPglite(folder: string, options: OpenOptions): Promise<Database> {
  const inMemory = folder === 'memory:';
  const lock = inMemory ? null : await takeFolder(folder);
  let pglite: PGlite | null = null;
  try {
    pglite = await PGlite.create({
      ...(inMemory ? {} : { dataDir: join(folder, 'pglite') }),
      ...(options.loadDataDir === undefined ? {} : { loadDataDir: options.loadDataDir }),
    });
    const opened = pglite;
    // One connection: PGlite is one session. Its settings ride on the same pool as PostgreSQL's.
    const settings = { max: 1, types: columnTypes, idleTimeoutMillis: 0, connectionTimeoutMillis: 30_000 };
    const pool = new Pool(Object.assign(createPgConfig(opened), settings));
    pool.on('connect', nameStatements);
    pool.on('error', (error) => options.onConnectionLost?.(error));
    return await prepare(
      'pglite',
      pool,
      async () => {
        await opened.close();
        await lock?.release();
      },
      options,
    );
  } catch (cause) {
    await pglite?.close().catch(() => undefined);
    await lock?.release();
    if (isServerError(cause)) throw cause;
    throw new PostludeServerError(
      'database_failed',
      `The database in ${folder} cannot be opened: ${messageOf(cause)}.`,
      { cause },
    );
  }
}

async function prepare(
  kind: Database['kind'],
  pool: Pool,
  release: () => Promise<void>,
  options: OpenOptions,
): Promise<Database> {
  const client = await pool.connect();
  let appRole: string | null;
  try {
    appRole = await prepareAppRole(client);
    const report = await migrate(client, appRole);
    options.onMigrated?.(report);
  } finally {
    client.release();
  }
  return databaseOver({ kind, pool, appRole, release });
}

async function takeFolder(folder: string): Promise<FolderLock> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return await lockFolder(folder);
  } catch (cause) {
    if (isServerError(cause)) throw cause;
    throw new PostludeServerError(
      'data_folder_unusable',
      `The data folder ${folder} cannot be written: ${messageOf(cause)}. Set POSTLUDE_DATA to a folder that can.`,
      { cause },
    );
  }
}

const int8 = 20;
const date = 1082;

/** `bigint` as a number (our sums are safe integers; anything greater is a fault and throws), `date` as `YYYY-MM-DD`. */
const columnTypes: NonNullable<ConstructorParameters<typeof Pool>[0]>['types'] = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8) return toSafeInteger;
    if (oid === date) return String;
    return types.getTypeParser(oid, format as 'text');
  },
};

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too great to be exact.`);
  return value;
}

function withoutPassword(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
