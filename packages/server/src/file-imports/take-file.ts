import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { FileKind } from '../db/schema/review-files.ts';

/** Milliseconds an import belongs to the process that reads it, counted anew with every step. */
export const holdTime = 60_000;

/** How often an import is begun before it counts as failed. */
export const mostAttempts = 5;

/** Takes an import that nobody reads; null when somebody does, or it has ended. What was tried too often fails here. */
export async function takeFile(context: Context, storeId: string, importId: string, kind: FileKind) {
  const now = context.clock.now();
  return context.db.withStore(storeId, async (tx) => {
    const row = await tx
      .updateTable('file_imports')
      .set({
        attempts: sql<number>`attempts + 1`,
        held_until: new Date(now.getTime() + holdTime),
        state: sql<'running'>`case when attempts >= ${mostAttempts} then 'failed' else state end`,
        ended_at: sql<Date | null>`case when attempts >= ${mostAttempts} then ${now}::timestamptz end`,
      })
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .where('kind', '=', kind)
      .where('state', '=', 'running')
      .where('held_until', '<=', now)
      .returningAll()
      .executeTakeFirst();
    if (!row) return null;
    const parts = await tx
      .selectFrom('file_import_parts')
      .select('bytes')
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .orderBy('start')
      .execute();
    if (row.state === 'running') return { row, bytes: Buffer.concat(parts.map(({ bytes }) => bytes)) };
    await dropParts(tx, storeId, importId);
    return null;
  });
}

/** An import as it was taken. */
export type TakenFile = NonNullable<Awaited<ReturnType<typeof takeFile>>>['row'];

/** Forgets a file's bytes: it was read, or is given up. */
export async function dropParts(tx: Tx, storeId: string, importId: string): Promise<void> {
  await tx
    .deleteFrom('file_import_parts')
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .execute();
}

/** Begins an import from its first row again, as if nothing had been read. */
export async function forgetSteps(
  context: Context,
  { store_id: storeId, import_id: importId, attempts }: TakenFile,
): Promise<void> {
  await context.db.withStore(storeId, async (tx) => {
    const mine = await tx
      .updateTable('file_imports')
      .set({ read: 0, added: 0, known: 0, hidden: 0, bad: 0, preview: '[]' })
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .where('attempts', '=', attempts)
      .returning('import_id')
      .executeTakeFirst();
    if (!mine) return;
    await tx
      .deleteFrom('file_import_bad_rows')
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .execute();
  });
}

/** Lets whoever starts next go on at once. */
export async function releaseFile(
  context: Context,
  { store_id: storeId, import_id: importId, attempts }: TakenFile,
): Promise<void> {
  await context.db.withStore(storeId, (tx) =>
    tx
      .updateTable('file_imports')
      // It was not given up: this begin does not count.
      .set({ held_until: context.clock.now(), attempts: sql<number>`attempts - 1` })
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .where('attempts', '=', attempts)
      .execute(),
  );
}
