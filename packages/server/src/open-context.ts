import type { Config } from './config/config.ts';
import { type Clock, type Context, systemClock } from './context.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/open-database.ts';
import { createLogger, type Logger } from './observability/logger.ts';
import { createMetrics, observe } from './observability/metrics.ts';
import { encryptionKeyOf } from './secrets/key-file.ts';
import { createSecretBox, type SecretBox } from './secrets/secret-box.ts';
import { embedPurpose } from './stores/create-store.ts';
import { createStoreDirectory } from './stores/directory.ts';
import { uploadStorage } from './uploads/storage/open-storage.ts';

/**
 * Opens everything the server's domains depend on. Close it with `context.db.close()`.
 * Throws a `PostludeServerError` that says what to do when the database or a secret cannot be used.
 */
export async function openContext(
  config: Config,
  options: { readonly log?: Logger; readonly clock?: Clock; readonly stopping?: AbortSignal } = {},
): Promise<Context> {
  const log = options.log ?? createLogger(config.logLevel);
  const db = await openDatabase(config, {
    onConnectionLost: (error) => log.warn({ err: error }, 'database connection lost'),
    onMigrated: ({ applied, version }) => {
      if (applied.length > 0) log.info({ applied, version }, 'database migrated');
    },
  });
  try {
    const secrets = createSecretBox(await encryptionKeyOf(config));
    await checkKey(db, secrets);
    return contextOver({
      config,
      db,
      secrets,
      log,
      clock: options.clock ?? systemClock,
      stopping: options.stopping ?? new AbortController().signal,
    });
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Makes a context over an open database. */
export function contextOver(parts: {
  config: Config;
  db: Database;
  secrets: SecretBox;
  log: Logger;
  clock: Clock;
  stopping: AbortSignal;
}): Context {
  const metrics = createMetrics();
  const { db } = parts;
  observe(metrics, 'postlude_database_connections', 'Open database connections.', () => db.pool().total);
  observe(metrics, 'postlude_database_connections_idle', 'Idle database connections.', () => db.pool().idle);
  observe(
    metrics,
    'postlude_database_waiting',
    'Requests waiting for a connection.',
    () => db.pool().waiting,
  );
  return { ...parts, metrics, stores: createStoreDirectory(parts), uploads: uploadStorage(parts.config) };
}

/** Fails at the start rather than at the first webhook when the key is not the one secrets were sealed with. */
async function checkKey(db: Database, secrets: SecretBox): Promise<void> {
  const sealed = await db.withSystem((tx) =>
    tx
      .selectFrom('store_secrets')
      .select(['sealed', 'store_id'])
      .where('kind', '=', 'embed')
      .orderBy('store_id')
      .limit(1)
      .executeTakeFirst(),
  );
  if (sealed !== undefined) secrets.open(sealed.sealed, embedPurpose(sealed.store_id));
}
