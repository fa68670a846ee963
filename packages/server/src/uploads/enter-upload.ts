import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { UploadsTable } from '../db/schema/uploads.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { newId } from '../secrets/ids.ts';
import type { KeptFile } from './read-file.ts';
import { newStorageKey } from './storage/storage-key.ts';

type Row = Selectable<UploadsTable>;

/** Whose file it is, and what for. */
export interface UploadOwner {
  readonly storeId: string;
  /** Null for a picture of an imported review. */
  readonly orderId: string | null;
  readonly sentBy: 'shopper' | 'staff';
  readonly purpose: UploadsTable['purpose'];
}

/** Enters a file that was read. Its bytes follow (`putBytes`), so that no file is ever without a row that leads to it. */
export function enterUpload(
  tx: Tx,
  now: Date,
  { storeId, orderId, sentBy, purpose }: UploadOwner,
  { file, sha256 }: { readonly file: KeptFile; readonly sha256: string },
): Promise<Row> {
  return tx
    .insertInto('uploads')
    .values({
      store_id: storeId,
      upload_id: newId('upload', now.getTime()),
      order_id: orderId,
      purpose,
      sent_by: sentBy,
      content_type: file.contentType,
      bytes: file.bytes.byteLength,
      width: file.width,
      height: file.height,
      sha256,
      storage_key: newStorageKey(storeId),
      created_at: now,
      attached_to: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Stores the bytes of a file that was entered. In transactions of its own: must not be called in one.
 *
 * @throws ApiProblem `unavailable` when the storage is away; the row is gone then.
 */
export async function putBytes(context: Context, row: Row, file: KeptFile): Promise<void> {
  try {
    await context.uploads.put(row.storage_key, file.bytes, file.contentType);
  } catch (cause) {
    context.log.error({ err: cause, uploadId: row.upload_id }, 'the upload storage is away');
    await context.db.withStore(row.store_id, (tx) => forget(tx, row));
    throw new ApiProblem('unavailable', { detail: 'The file could not be kept.', cause });
  }
}

/** Takes back a row whose file could not be kept, unless somebody attached it in the meantime. */
async function forget(tx: Tx, row: Row): Promise<void> {
  await tx
    .deleteFrom('uploads')
    .where('store_id', '=', row.store_id)
    .where('upload_id', '=', row.upload_id)
    .where('attached_to', 'is', null)
    .execute();
}
