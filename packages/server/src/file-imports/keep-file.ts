import { createHash } from 'node:crypto';
import type { Tx } from '../db/database.ts';
import type { FileKind, FileSettings } from '../db/schema/review-files.ts';
import { toJson } from '../db/values.ts';

/** Bytes of a file that lie in one row of the database. */
const partBytes = 1024 * 1024;

/** A file to be read, of which the heading was understood. */
export interface FileToKeep {
  readonly storeId: string;
  /** The id it gets; another comes back when the same file is being read already. */
  readonly importId: string;
  readonly kind: FileKind;
  readonly settings: FileSettings;
  readonly bytes: Uint8Array;
  /** The first byte after the heading. */
  readonly position: number;
  /** Rows after the heading, empty lines left out. */
  readonly rows: number;
}

/**
 * Keeps a file to be read: from here on it is read, whatever becomes of this process. One that is being read already, with the same
 * settings, is not begun a second time. Returns its import's id.
 */
export async function keepFile(tx: Tx, file: FileToKeep, now: Date): Promise<string> {
  const { storeId, kind, settings, bytes } = file;
  const digest = createHash('sha256')
    .update(toJson([kind, settings]))
    .update(bytes)
    .digest('hex');
  const running = await tx
    .selectFrom('file_imports')
    .select('import_id')
    .where('store_id', '=', storeId)
    .where('digest', '=', digest)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (running) return running.import_id;
  await tx
    .insertInto('file_imports')
    .values({
      store_id: storeId,
      import_id: file.importId,
      kind,
      digest,
      state: 'running',
      settings: toJson(settings),
      bytes: bytes.length,
      position: file.position,
      ...{ read: 0, rows: file.rows, added: 0, known: 0, hidden: 0, bad: 0, attempts: 0 },
      preview: toJson([]),
      held_until: now,
      started_at: now,
    })
    .execute();
  for (let start = 0; start < bytes.length; start += partBytes) {
    const part = Buffer.from(bytes.subarray(start, start + partBytes));
    await tx
      .insertInto('file_import_parts')
      .values({ store_id: storeId, import_id: file.importId, start, bytes: part })
      .execute();
  }
  return file.importId;
}
