import type { ReviewImport } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { ReviewFileSettings } from '../db/schema/review-files.ts';
import { readImportRow } from '../file-imports/bad-rows.ts';
import { picturesOfImport } from './pictures/of-import.ts';

/** How far an import of reviews is; null when the store has none of this id. */
export async function readReviewImport(
  tx: Tx,
  storeId: string,
  importId: string,
): Promise<ReviewImport | null> {
  const row = await readImportRow(tx, storeId, importId, 'reviews');
  if (!row) return null;
  // What `startReviewImport` kept, and what `importReading` wrote: this kind of file has no others.
  const { dryRun, layout } = row.settings as ReviewFileSettings;
  const preview = row.preview as ReviewImport['preview'];
  const badRows = row.badRows as ReviewImport['badRows'];
  const { state, read, rows, added, known, hidden, bad } = row;
  return {
    id: row.import_id as ReviewImport['id'],
    ...{ state, dryRun, format: layout.format, read, rows, added, known, hidden, bad, badRows, preview },
    pictures: await picturesOfImport(tx, storeId, importId),
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
