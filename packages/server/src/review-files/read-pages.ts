import { setImmediate } from 'node:timers/promises';

/** Reviews that are read from the database at once: a store with many is read in small steps, so that the process answers others between them. */
export const pageRows = 500;

/**
 * What many rows become, page by page: `read` gets the id after which to go on (null at first) and gives the next rows, `write` makes
 * something of them.
 */
export async function* inPages<Row extends { readonly review_id: string }, Out>(
  read: (after: string | null) => Promise<readonly Row[]>,
  write: (rows: readonly Row[]) => Out,
): AsyncGenerator<Out> {
  let after: string | null = null;
  while (true) {
    const rows: readonly Row[] = await read(after);
    if (rows.length > 0) yield write(rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    after = last.review_id;
    // The embedded database works in this thread and lets nobody else have a turn by itself.
    await setImmediate();
  }
}
