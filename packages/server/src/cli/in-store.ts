import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { PostludeServerError } from '../errors.ts';
import type { Io } from './io.ts';
import type { GlobalOptions } from './options.ts';
import { storeOf, withContext } from './with-context.ts';

/** Which store a command is about. */
export interface StoreOption {
  readonly store?: string;
}

/** What `option` is told about it. */
export const storeOption = [
  '--store <store>',
  'id, publishable key or name; not needed while there is only one',
] as const;

/** Does the work of one command in one transaction of its store. */
export function inStore<T>(
  io: Io,
  options: GlobalOptions & StoreOption,
  work: (tx: Tx, storeId: string, context: Context) => Promise<T>,
): Promise<T> {
  return withContext(io, options, async (context) => {
    const { id } = await storeOf(context, options.store);
    return context.db.withStore(id, (tx) => work(tx, id, context));
  });
}

/** What is there, or `not_found` in words. */
export function found<T>(value: T | null, what: string, id: string): T {
  if (value !== null) return value;
  throw new PostludeServerError('not_found', `There is no ${what} ${id} in this store.`);
}
