import type { CodeImport } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import type { CodeFileSettings } from '../../db/schema/review-files.ts';
import { readImportRow } from '../../file-imports/bad-rows.ts';

/** How far an import of codes is; null when the store has none of this id. */
export async function readCodeImport(tx: Tx, storeId: string, importId: string): Promise<CodeImport | null> {
  const row = await readImportRow(tx, storeId, importId, 'codes');
  if (!row) return null;
  // What `startCodeImport` kept, and what `codeReading` wrote: this kind of file has no others.
  const { dryRun, programmeId, side } = row.settings as CodeFileSettings;
  const preview = row.preview as CodeImport['preview'];
  const badRows = row.badRows as CodeImport['badRows'];
  const { state, read, rows, added, known, bad } = row;
  return {
    id: row.import_id as CodeImport['id'],
    ...{ state, dryRun, programmeId: programmeId as CodeImport['programmeId'], side },
    ...{ read, rows, added, known, bad, badRows, preview },
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
