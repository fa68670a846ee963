import type { Id, RecallInput, StaffRecall, Store } from '@postlude/contract';
import type { Selectable } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { RecallsTable } from '../db/schema/serials-and-recalls.ts';
import { toJson } from '../db/values.ts';
import { answersOf, reachOf } from './reach.ts';

/** A recall as it is kept. */
export type StoredRecall = Selectable<RecallsTable>;

/** The recall of an id or of a reference; null when the store has none. */
export async function readRecall(tx: Tx, storeId: string, named: string): Promise<StoredRecall | null> {
  const row = await tx
    .selectFrom('recalls')
    .selectAll()
    .where('store_id', '=', storeId)
    .where((is) => is.or([is('recall_id', '=', named), is('reference', '=', named)]))
    // An id before a reference that looks like one.
    .orderBy((is) => is('recall_id', '=', named), 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** A recall as staff see it, with its reach at this moment. */
export async function showRecall(
  tx: Tx,
  store: Pick<Store, 'id' | 'timeZone'>,
  row: StoredRecall,
): Promise<StaffRecall> {
  const { id: storeId, timeZone } = store;
  return {
    id: row.recall_id as Id<'recall'>,
    reference: row.reference,
    state: row.state,
    publishedAt: row.published_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    recall: row.recall,
    reach: {
      ...(await reachOf(tx, { storeId, timeZone }, row.recall.scope)),
      ...(await answersOf(tx, storeId, row.recall_id)),
    },
  };
}

/** Who did something with a recall, and what. */
export interface RecallEntry {
  readonly sequence: number;
  readonly at: Date;
  readonly by: string;
  readonly action: 'publish' | 'end';
  readonly data: Readonly<Record<string, unknown>>;
}

/** Adds an entry to a recall's audit. */
export async function addRecallEntry(
  tx: Tx,
  storeId: string,
  recallId: string,
  entry: RecallEntry,
): Promise<void> {
  await tx
    .insertInto('recall_audit')
    .values({ store_id: storeId, recall_id: recallId, ...entry, data: toJson(entry.data) })
    .execute();
}

/** True when two inputs say the same, whatever the order of their fields. */
export const saysTheSame = (one: RecallInput, other: RecallInput): boolean => sorted(one) === sorted(other);

/** What is null says the same as what is left out. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, inner]) => inner !== null && inner !== undefined)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
