import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { addRows, type JudgedRow } from './add-rows.ts';
import { judgeRow } from './judge-row.ts';
import { isBlank, splitRows } from './split-rows.ts';
import { mostBadRows } from './view.ts';

/** Rows of one transaction: progress can be seen after each, and a killed process loses no more than one. */
const stepRows = 5_000;

/** Milliseconds an import belongs to the process that reads it, counted anew with every step. */
export const holdTime = 60_000;

/** How often an import is begun before it counts as failed. */
export const mostAttempts = 5;

const decoder = new TextDecoder();

/** Takes an import that nobody reads; null when somebody does, or it has ended. What was tried too often fails here. */
async function take(context: Context, storeId: string, importId: string) {
  const now = context.clock.now();
  return context.db.withStore(storeId, async (tx) => {
    const row = await tx
      .updateTable('serial_imports')
      .set({
        attempts: sql<number>`attempts + 1`,
        held_until: new Date(now.getTime() + holdTime),
        state: sql<'running'>`case when attempts >= ${mostAttempts} then 'failed' else state end`,
        ended_at: sql<Date | null>`case when attempts >= ${mostAttempts} then ${now}::timestamptz end`,
      })
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .where('state', '=', 'running')
      .where('held_until', '<=', now)
      .returningAll()
      .executeTakeFirst();
    if (!row) return null;
    const parts = await tx
      .selectFrom('serial_import_parts')
      .select('bytes')
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .orderBy('start')
      .execute();
    if (row.state === 'running') return { row, bytes: Buffer.concat(parts.map(({ bytes }) => bytes)) };
    await tx
      .deleteFrom('serial_import_parts')
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .execute();
    return null;
  });
}

/** The import as it was taken. */
type Taken = NonNullable<Awaited<ReturnType<typeof take>>>['row'];

/**
 * Reads a kept list to its end, step by step, each in a transaction that says how far it came. Nothing happens when another
 * process reads it, or it was read. Ends early when the server stops; whoever comes next goes on there.
 */
export async function readList(context: Context, storeId: string, importId: string): Promise<void> {
  const taken = await take(context, storeId, importId);
  if (!taken) return;
  const { row, bytes } = taken;
  // The heading is 1.
  let number = 0;
  let rows: JudgedRow[] = [];
  for (const { bytes: raw, next } of splitRows(bytes, 0)) {
    number += 1;
    if (next <= row.position || isBlank(raw)) continue;
    const text = decoder.decode(raw.subarray(0, 200));
    rows.push({
      row: number,
      text,
      says: judgeRow(raw, row.layout, { productId: row.product_id, batch: row.batch }),
    });
    if (rows.length < stepRows || next >= bytes.length) continue;
    if (!(await takeStep(context, row, rows, next, false))) return;
    rows = [];
    if (context.stopping.aborted) return release(context, row);
  }
  await takeStep(context, row, rows, bytes.length, true);
}

/** One step; false when the import is in other hands by now, and nothing was written. */
async function takeStep(
  context: Context,
  { store_id: storeId, import_id: importId, attempts }: Taken,
  rows: readonly JudgedRow[],
  position: number,
  isLast: boolean,
): Promise<boolean> {
  const now = context.clock.now();
  return context.db.withStore(storeId, async (tx) => {
    // Before anything else: two who hold the same import wait for each other here.
    const mine = await tx
      .updateTable('serial_imports')
      .set({ position, held_until: new Date(now.getTime() + holdTime) })
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .where('state', '=', 'running')
      .where('attempts', '=', attempts)
      .returning('bad')
      .executeTakeFirst();
    if (!mine) return false;
    const { added, known, bad } = await addRows(tx, storeId, importId, rows);
    const kept = bad.slice(0, Math.max(0, mostBadRows - mine.bad));
    if (kept.length > 0) {
      await tx
        .insertInto('serial_import_bad_rows')
        .values(kept.map((one) => ({ store_id: storeId, import_id: importId, ...one })))
        .execute();
    }
    await tx
      .updateTable('serial_imports')
      .set({
        read: sql<number>`read + ${rows.length}`,
        added: sql<number>`added + ${added}`,
        known: sql<number>`known + ${known}`,
        bad: sql<number>`bad + ${bad.length}`,
        ...(isLast ? { state: 'done' as const, ended_at: now } : {}),
      })
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .execute();
    if (isLast) {
      await tx
        .deleteFrom('serial_import_parts')
        .where('store_id', '=', storeId)
        .where('import_id', '=', importId)
        .execute();
    }
    return true;
  });
}

/** Lets whoever starts next go on at once. */
async function release(context: Context, { store_id: storeId, import_id: importId, attempts }: Taken) {
  await context.db.withStore(storeId, (tx) =>
    tx
      .updateTable('serial_imports')
      // It was not given up: this begin does not count.
      .set({ held_until: context.clock.now(), attempts: sql<number>`attempts - 1` })
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .where('attempts', '=', attempts)
      .execute(),
  );
}

/** Goes on with what a killed process left half read, of all stores; returns how many were found. */
export async function readLeftLists(context: Context): Promise<number> {
  const left = await context.db.withSystem((tx) =>
    tx
      .selectFrom('serial_imports')
      .select(['store_id', 'import_id'])
      .where('state', '=', 'running')
      .where('held_until', '<=', context.clock.now())
      .orderBy('import_id')
      .limit(10)
      .execute(),
  );
  for (const { store_id: storeId, import_id: importId } of left) {
    if (context.stopping.aborted) break;
    await readList(context, storeId, importId);
  }
  return left.length;
}
