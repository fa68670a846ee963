import type { SerialImport } from '@postlude/contract';
import type { Tx } from '../db/database.ts';

/** Bad rows that are kept of one import; the rest is only counted. */
export const mostBadRows = 1_000;

/** How far an import is; null when the store has none of this id. */
export async function readImport(tx: Tx, storeId: string, importId: string): Promise<SerialImport | null> {
  const row = await tx
    .selectFrom('serial_imports')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  if (!row) return null;
  const badRows = await tx
    .selectFrom('serial_import_bad_rows')
    .select(['row', 'text', 'because'])
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .orderBy('row')
    .limit(mostBadRows)
    .execute();
  return {
    id: row.import_id as SerialImport['id'],
    state: row.state,
    read: row.read,
    rows: row.rows,
    added: row.added,
    known: row.known,
    bad: row.bad,
    badRows,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
