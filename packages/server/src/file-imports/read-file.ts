import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { FileKind } from '../db/schema/review-files.ts';
import { toJson } from '../db/values.ts';
import { mostBadRows } from './bad-rows.ts';
import { isBlank, type RowShape, splitRows } from './split-rows.ts';
import { dropParts, forgetSteps, holdTime, releaseFile, type TakenFile, takeFile } from './take-file.ts';

/** A row of a file that was judged: its number there (the heading is 1), its beginning for the report, and what it says. */
export interface JudgedRow<Says> {
  readonly row: number;
  readonly text: string;
  readonly says: Says;
}

/** What became of the rows of one step. */
export interface StepDone {
  readonly added: number;
  readonly known: number;
  readonly hidden?: number;
  readonly bad: readonly { readonly row: number; readonly text: string; readonly because: string }[];
  /** What the preview is, where the step changes it. */
  readonly preview?: readonly unknown[];
}

/** How the rows of one kind of file are read. */
export interface FileReading<Says> {
  readonly kind: FileKind;
  /** Rows of one transaction: progress can be seen after each, and a killed process loses no more than one. */
  readonly stepRows: number;
  shape(taken: TakenFile): RowShape;
  judge(row: Uint8Array, taken: TakenFile): Says;
  /** True for a file that is never gone on with in its middle: what its rows are judged by is in memory only. */
  isReadAfresh(taken: TakenFile): boolean;
  /** Writes what the rows of a step say. */
  add(tx: Tx, taken: TakenFile, rows: readonly JudgedRow<Says>[]): Promise<StepDone>;
}

const decoder = new TextDecoder();

/**
 * Reads a kept file to its end, step by step, each in a transaction that says how far it came. Nothing happens when another
 * process reads it, or it was read. Ends early when the server stops; whoever comes next goes on there.
 */
export async function readFile<Says>(
  context: Context,
  storeId: string,
  importId: string,
  readingOf: (context: Context) => FileReading<Says>,
): Promise<void> {
  const reading = readingOf(context);
  const taken = await takeFile(context, storeId, importId, reading.kind);
  if (!taken) return;
  const { row, bytes } = taken;
  const isAfresh = row.read > 0 && reading.isReadAfresh(row);
  if (isAfresh) await forgetSteps(context, row);
  let number = 0;
  let rows: JudgedRow<Says>[] = [];
  const shape = reading.shape(row);
  for (const { bytes: raw, next } of splitRows(bytes, 0, shape)) {
    number += 1;
    const wasRead = isAfresh ? number === 1 : next <= row.position;
    if (wasRead || isBlank(raw)) continue;
    const text = decoder.decode(raw.subarray(0, 200));
    rows.push({ row: number, text, says: reading.judge(raw, row) });
    if (rows.length < reading.stepRows || next >= bytes.length) continue;
    if (!(await takeStep(context, row, reading, rows, next, false))) return;
    rows = [];
    if (context.stopping.aborted) return releaseFile(context, row);
    // The embedded database works in this thread and lets nobody else have a turn by itself.
    await setImmediate();
  }
  await takeStep(context, row, reading, rows, bytes.length, true);
}

/** One step; false when the import is in other hands by now, and nothing was written. */
async function takeStep<Says>(
  context: Context,
  taken: TakenFile,
  reading: FileReading<Says>,
  rows: readonly JudgedRow<Says>[],
  position: number,
  isLast: boolean,
): Promise<boolean> {
  const { store_id: storeId, import_id: importId, attempts } = taken;
  const now = context.clock.now();
  return context.db.withStore(storeId, async (tx) => {
    // Before anything else: two who hold the same import wait for each other here.
    const mine = await tx
      .updateTable('file_imports')
      .set({ position, held_until: new Date(now.getTime() + holdTime) })
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .where('state', '=', 'running')
      .where('attempts', '=', attempts)
      .returning('bad')
      .executeTakeFirst();
    if (!mine) return false;
    const { added, known, hidden = 0, bad, preview } = await reading.add(tx, taken, rows);
    const kept = bad.slice(0, Math.max(0, mostBadRows - mine.bad));
    if (kept.length > 0) {
      await tx
        .insertInto('file_import_bad_rows')
        .values(kept.map((one) => ({ store_id: storeId, import_id: importId, ...one })))
        .execute();
    }
    await tx
      .updateTable('file_imports')
      .set({
        read: sql<number>`read + ${rows.length}`,
        added: sql<number>`added + ${added}`,
        known: sql<number>`known + ${known}`,
        hidden: sql<number>`hidden + ${hidden}`,
        bad: sql<number>`bad + ${bad.length}`,
        ...(preview ? { preview: toJson(preview) } : {}),
        ...(isLast ? { state: 'done' as const, ended_at: now } : {}),
      })
      .where('store_id', '=', storeId)
      .where('import_id', '=', importId)
      .execute();
    if (isLast) await dropParts(tx, storeId, importId);
    return true;
  });
}

/** The imports of one kind that a killed process left half read, of all stores; a few at a time. */
export async function leftFiles(context: Context, kind: FileKind) {
  const rows = await context.db.withSystem((tx) =>
    tx
      .selectFrom('file_imports')
      .select(['store_id', 'import_id'])
      .where('state', '=', 'running')
      .where('kind', '=', kind)
      .where('held_until', '<=', context.clock.now())
      .orderBy('import_id')
      .limit(10)
      .execute(),
  );
  return rows.map((row) => ({ storeId: row.store_id, importId: row.import_id }));
}
