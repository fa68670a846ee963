import type { ReturnStatus } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';

/** An entry as it is read. */
export interface Entry {
  readonly sequence: number;
  readonly at: Date;
  readonly by: string;
  readonly action: string;
  readonly before: string | null;
  readonly after: string;
  readonly note: string | null;
  readonly data: Record<string, unknown>;
  readonly restore: Record<string, unknown> | null;
}

/** Reads the audit of a return, oldest first. */
export async function readAudit(tx: Tx, storeId: string, returnId: string): Promise<Entry[]> {
  return tx
    .selectFrom('return_audit')
    .select(['sequence', 'at', 'by', 'action', 'before', 'after', 'note', 'data', 'restore'])
    .where('store_id', '=', storeId)
    .where('return_id', '=', returnId)
    .orderBy('sequence')
    .execute();
}

/** Adds an entry. Its sequence is the return's revision after it, so that two who act at once cannot both be right. */
export async function addEntry(tx: Tx, storeId: string, returnId: string, entry: Entry): Promise<void> {
  await tx
    .insertInto('return_audit')
    .values({
      store_id: storeId,
      return_id: returnId,
      ...entry,
      data: toJson(entry.data),
      restore: toMaybeJson(entry.restore),
    })
    .execute();
}

/** What happened and was not taken back: without what was undone, and without the undoing. */
export function standing(entries: readonly Entry[]): Entry[] {
  const undone = new Set(
    entries.filter(({ action }) => action === 'undo').map(({ data }) => Number(data.undid)),
  );
  return entries.filter(({ action, sequence }) => action !== 'undo' && !undone.has(sequence));
}

/** The status that the audit alone leads to; what `returns.status` must be. */
export const statusOf = (entries: readonly Entry[]): ReturnStatus | null =>
  (entries.at(-1)?.after as ReturnStatus | undefined) ?? null;
