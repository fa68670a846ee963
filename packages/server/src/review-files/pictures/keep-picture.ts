import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { touchNumbers } from '../../reviews/numbers.ts';
import { countMedia } from '../../reviews/store.ts';
import { enterUpload, putBytes } from '../../uploads/enter-upload.ts';
import type { KeptFile } from '../../uploads/read-file.ts';
import type { ClaimedPicture } from './claim-picture.ts';

/**
 * Keeps a picture that was read as a photo of its review. Its row is written before its bytes are stored, and attached after it: a process
 * that is killed in between leaves what the clean-up finds. In transactions of its own: must not be called in one.
 *
 * @returns false when it is ours no more: the import was undone meanwhile, or somebody else has loaded it. Nothing is kept then.
 * @throws ApiProblem `unavailable` when the storage is away; nothing is kept then.
 */
export async function keepPicture(
  context: Context,
  picture: ClaimedPicture,
  file: KeptFile,
  sent: Uint8Array,
): Promise<boolean> {
  const { storeId } = picture;
  const now = context.clock.now();
  const sha256 = createHash('sha256').update(sent).digest('hex');
  const owner = { storeId, orderId: null, sentBy: 'staff', purpose: 'review' } as const;
  const row = await context.db.withStore(storeId, (tx) => enterUpload(tx, now, owner, { file, sha256 }));
  await putBytes(context, row, file);
  return context.db.withStore(storeId, async (tx) => {
    const isOurs = await attach(tx, picture, row.upload_id, now);
    if (!isOurs) {
      await tx
        .updateTable('uploads')
        .set({ deleted_at: now })
        .where('store_id', '=', storeId)
        .where('upload_id', '=', row.upload_id)
        .execute();
    }
    return isOurs;
  });
}

async function attach(
  tx: Tx,
  { storeId, reviewId, position, lease }: ClaimedPicture,
  uploadId: string,
  now: Date,
): Promise<boolean> {
  // The review first, as staff do who hide a photo of it and who undo the import.
  const held = await tx
    .selectFrom('reviews')
    .select('review_id')
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .forUpdate()
    .executeTakeFirst();
  if (!held) return false;
  const { numUpdatedRows } = await tx
    .updateTable('imported_pictures')
    .set({ state: 'loaded', because: null, status: null, lease: null, leased_until: null })
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .where('position', '=', position)
    .where('state', '=', 'waiting')
    .where('lease', '=', lease)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) return false;
  await sql`
    update uploads set attached_to = ${reviewId}, attached_at = ${now}
    where store_id = ${storeId} and upload_id = ${uploadId}`.execute(tx);
  await tx
    .insertInto('review_media')
    .values({
      ...{ store_id: storeId, review_id: reviewId, upload_id: uploadId },
      ...{ position, kind: 'photo', hidden: false },
    })
    .execute();
  const review = await countMedia(tx, { storeId, reviewId });
  await touchNumbers(tx, storeId, [review]);
  return true;
}
