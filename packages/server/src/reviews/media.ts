import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { attachUploads } from '../uploads/attach.ts';
import type { Asked } from './subjects.ts';

/** The files of which review, of which order. */
export interface MediaOf {
  readonly storeId: string;
  readonly orderId: string;
  readonly reviewId: string;
  readonly now: Date;
}

/**
 * Makes the files of a review those that are named, in their order: new ones are attached, those that are not named any more go,
 * hidden ones stay hidden.
 *
 * @param at the name of the field in the request
 * @throws ApiProblem `upload_unknown` for a file of somebody else, of another purpose or of a kind that is not asked.
 */
export async function setMedia(
  tx: Tx,
  { storeId, orderId, reviewId, now }: MediaOf,
  {
    ids,
    fields,
    at,
  }: { readonly ids: readonly string[]; readonly fields: Asked['fields']; readonly at: string },
): Promise<void> {
  const unknown = (cause?: unknown) =>
    new ApiProblem('upload_unknown', { fields: { [at]: 'One of these files is not there.' }, cause });
  const rows = ids.length
    ? await tx
        .selectFrom('uploads')
        .select(['upload_id', 'content_type'])
        .where('store_id', '=', storeId)
        .where('order_id', '=', orderId)
        .where('upload_id', 'in', [...ids])
        .where('purpose', '=', 'review')
        .execute()
    : [];
  const media = ids.map((id, position) => {
    const type = rows.find(({ upload_id }) => upload_id === id)?.content_type;
    const kind = type?.startsWith('image/') ? 'photo' : type?.startsWith('video/') ? 'video' : null;
    if (!kind || fields[`${kind}s`] === 'off') throw unknown();
    return { store_id: storeId, review_id: reviewId, upload_id: id, position, kind, hidden: false } as const;
  });
  try {
    await attachUploads(tx, { storeId, orderId, ids, to: reviewId, now });
  } catch (cause) {
    throw unknown(cause);
  }
  let gone = tx.deleteFrom('review_media').where('store_id', '=', storeId).where('review_id', '=', reviewId);
  let loose = tx
    .updateTable('uploads')
    .set({ attached_to: null, attached_at: null })
    .where('store_id', '=', storeId)
    .where('attached_to', '=', reviewId);
  if (ids.length > 0) {
    gone = gone.where('upload_id', 'not in', [...ids]);
    loose = loose.where('upload_id', 'not in', [...ids]);
  }
  await gone.execute();
  await loose.execute();
  for (const row of media) {
    await tx
      .insertInto('review_media')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['store_id', 'review_id', 'upload_id']).doUpdateSet({ position: row.position }),
      )
      .execute();
  }
}
