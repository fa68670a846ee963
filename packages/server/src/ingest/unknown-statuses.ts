import type { UnknownStatus } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { storableText } from '../db/values.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';

/** A page of the provider words that are in no table, most frequent first. */
export async function listUnknownStatuses(
  tx: Tx,
  storeId: string,
  { cursor, limit = defaultLimit }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: UnknownStatus[]; next: string | null }> {
  let query = tx
    .selectFrom('unknown_statuses')
    .selectAll()
    .where('store_id', '=', storeId)
    .orderBy('count', 'desc')
    .orderBy('provider')
    .orderBy('raw')
    .limit(limit + 1);
  const after = readCursor(cursor, [/^\d{1,9}$/, /^[a-z]{1,32}$/, /^/]);
  if (after) {
    const [count, provider, raw] = after;
    query = query.where(
      sql<boolean>`(-count, provider, raw) > (
        -(${count}::integer), ${provider}::text collate "C", ${storableText(raw ?? '')}::text collate "C")`,
    );
  }
  return pageOf(
    await query.execute(),
    limit,
    (row) => ({
      provider: row.provider,
      raw: row.raw,
      count: row.count,
      firstSeenAt: row.first_seen_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    }),
    (row) => [row.count, row.provider, row.raw],
  );
}
