import type { ReturnStatus } from '@postlude/contract';
import type { Updateable } from 'kysely';
import { addEntry } from '../case-log/audit.ts';
import type { Tx } from '../db/database.ts';
import type { ReturnsTable } from '../db/schema/send-it-back.ts';
import { toMaybeJson } from '../db/values.ts';
import type { ReturnCase } from './case.ts';
import { logOf, type ReturnRow, updateReturn } from './store.ts';
import type { LifeAction } from './transitions.ts';

/** Columns of a return that an action may change and an undo puts back, as values (not as the texts they are written with). */
export type Changes = Partial<
  Pick<
    ReturnRow,
    | 'declined'
    | 'question'
    | 'send_by'
    | 'label'
    | 'carrier_name'
    | 'tracking_number'
    | 'subject'
    | 'settled'
    | 'given'
  >
>;

/** Something that happens to a return. */
export interface Happening {
  readonly action: LifeAction | 'undo' | 'label' | 'restore';
  readonly by: string;
  readonly to: ReturnStatus;
  readonly note?: string | null | undefined;
  readonly data?: Record<string, unknown>;
  readonly set?: Changes;
  /** What an undo puts back beside the columns of `set` and the status. Left out for what cannot be undone. */
  readonly restore?: Record<string, unknown>;
}

const json = ['declined', 'label', 'settled', 'given'] as const;

/** The columns as they are written. */
export function written(set: Changes): Updateable<ReturnsTable> {
  const plain: Record<string, unknown> = { ...set };
  for (const key of json) if (key in set) plain[key] = toMaybeJson(set[key]);
  return plain as Updateable<ReturnsTable>;
}

/** Writes what happens to a return, with its entry in the audit, and returns the case as it is then. */
export async function record(tx: Tx, of: ReturnCase, happening: Happening): Promise<ReturnCase> {
  const { row, now } = of;
  const { action, by, to, note = null, data = {}, set = {}, restore } = happening;
  const revision = row.revision + 1;
  const before = Object.fromEntries(Object.keys(set).map((key) => [key, row[key as keyof Changes]]));
  const changed = await updateReturn(
    tx,
    { storeId: row.store_id, returnId: row.return_id },
    { ...written(set), status: to, revision, updated_at: now },
  );
  await addEntry(tx, logOf(row), {
    sequence: revision,
    at: now,
    by,
    action,
    before: row.status,
    after: to,
    note,
    data,
    restore: restore ? { ...restore, set: before } : null,
  });
  return { ...of, row: changed };
}
