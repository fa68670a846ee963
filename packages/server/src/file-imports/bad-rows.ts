import type { Tx } from '../db/database.ts';
import type { FileKind } from '../db/schema/review-files.ts';

/** Bad rows that are kept of one import; the rest is only counted. */
export const mostBadRows = 1_000;

/** An import as it stands, with its first bad rows; null when the store has none of this kind and id. */
export async function readImportRow(tx: Tx, storeId: string, importId: string, kind: FileKind) {
  const row = await tx
    .selectFrom('file_imports')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!row) return null;
  const badRows = await tx
    .selectFrom('file_import_bad_rows')
    .select(['row', 'text', 'because'])
    .where('store_id', '=', storeId)
    .where('import_id', '=', importId)
    .orderBy('row')
    .limit(mostBadRows)
    .execute();
  return { ...row, badRows };
}
