import type { StaffRecall, Store } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';
import { showRecall } from './store.ts';

/** A page of a store's recalls, newest first, each with its reach at this moment. */
export async function listRecallsOf(
  tx: Tx,
  store: Pick<Store, 'id' | 'timeZone'>,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<{ items: StaffRecall[]; next: string | null }> {
  const { limit = defaultLimit } = query;
  const after = readCursor(query.cursor, [/^rcl_[0-9a-f]{32}$/]);
  let rows = tx
    .selectFrom('recalls')
    .selectAll()
    .where('store_id', '=', store.id)
    .orderBy('recall_id', 'desc')
    .limit(limit + 1);
  if (after) rows = rows.where(sql<boolean>`recall_id < ${after[0]}::text collate "C"`);
  const page = pageOf(
    await rows.execute(),
    limit,
    (row) => row,
    (row) => [row.recall_id],
  );
  const items: StaffRecall[] = [];
  for (const row of page.items) items.push(await showRecall(tx, store, row));
  return { items, next: page.next };
}
