import type { Store } from '@postlude/contract';
import type { Config } from '../config/config.ts';
import { readConfig } from '../config/read-config.ts';
import type { Context } from '../context.ts';
import { PostludeServerError } from '../errors.ts';
import { createLogger } from '../observability/logger.ts';
import { openContext } from '../open-context.ts';
import { listStores } from '../stores/read-store.ts';
import type { Io } from './io.ts';
import type { GlobalOptions } from './options.ts';

/** The configuration of a command: the environment, and the data folder if it was named. */
export function configOf(io: Io, options: GlobalOptions): Config {
  return readConfig(options.data === undefined ? io.env : { ...io.env, POSTLUDE_DATA: options.data });
}

/** Opens the database for one command and closes it afterwards. Logs only what is wrong, to standard error. */
export async function withContext<T>(
  io: Io,
  options: GlobalOptions,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const config = configOf(io, options);
  const log = createLogger(io.env.LOG_LEVEL ? config.logLevel : 'error', { write: (line) => io.err(line) });
  const context = await openContext(config, { log, stopping: io.ending });
  try {
    return await work(context);
  } finally {
    await context.db.close();
  }
}

/**
 * The store a command is about: named by id, publishable key or name, or the only one there is.
 * Throws `not_found` or `invalid_argument` with what to say instead.
 */
export async function storeOf(context: Context, named: string | undefined): Promise<Store> {
  const stores = await context.db.withSystem(listStores);
  if (named === undefined) {
    const [only, second] = stores;
    if (only !== undefined && second === undefined) return only;
    throw new PostludeServerError(
      stores.length === 0 ? 'not_found' : 'invalid_argument',
      stores.length === 0
        ? 'There is no store yet. Make one with: postlude store create'
        : `There are ${stores.length} stores: say which with --store (its id, publishable key or name; see postlude store list).`,
    );
  }
  const found = stores.filter((store) => [store.id, store.publishableKey, store.name].includes(named));
  const [store, another] = found;
  if (store !== undefined && another === undefined) return store;
  throw new PostludeServerError(
    'not_found',
    store === undefined
      ? `There is no store "${named}". See: postlude store list`
      : `Several stores are called "${named}": use the id.`,
  );
}
