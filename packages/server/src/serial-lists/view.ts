import type { SerialImport } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { readImportRow } from '../file-imports/bad-rows.ts';

/** How far an import is; null when the store has none of this id. */
export async function readImport(tx: Tx, storeId: string, importId: string): Promise<SerialImport | null> {
  const row = await readImportRow(tx, storeId, importId, 'serials');
  if (!row) return null;
  return {
    id: row.import_id as SerialImport['id'],
    // A list cannot be taken back.
    state: row.state === 'undone' ? 'failed' : row.state,
    read: row.read,
    rows: row.rows,
    added: row.added,
    known: row.known,
    bad: row.bad,
    // Written by `addRows`, which knows no others.
    badRows: row.badRows as SerialImport['badRows'],
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
