import type { Id } from '@postlude/contract';
import type { Insertable, Selectable } from 'kysely';
import type { AuditKey } from '../case-log/audit.ts';
import type { Tx } from '../db/database.ts';
import type { ReviewMediaTable, ReviewsTable } from '../db/schema/reviews.ts';
import { ApiProblem } from '../http/api-problem.ts';

/** A review as it is kept. */
export type ReviewRow = Selectable<ReviewsTable>;
/** A photo or video of a review as it is kept. */
export type MediaRow = Selectable<ReviewMediaTable>;

/** Which review. */
export interface ReviewKey {
  readonly storeId: string;
  readonly reviewId: string;
}

/** The id of a row. */
export const idOfReview = (row: Pick<ReviewRow, 'review_id'>): Id<'review'> => row.review_id as Id<'review'>;
/** The key of a row. */
export const keyOf = (row: ReviewRow): ReviewKey => ({ storeId: row.store_id, reviewId: row.review_id });
/** The audit of a row. */
export const logOf = (row: ReviewRow): AuditKey => ({
  of: 'review',
  storeId: row.store_id,
  caseId: row.review_id,
});

/** Since when everybody sees a review that stands like this: what it was, or now. */
export const publishedAt = (
  row: Pick<ReviewRow, 'moderation' | 'visibility' | 'published_at'>,
  now: Date,
): Date | null =>
  row.moderation === 'approved' && row.visibility === 'shown' ? (row.published_at ?? now) : null;

/** A review; null when the store has none with this id. */
export async function readReview(tx: Tx, { storeId, reviewId }: ReviewKey): Promise<ReviewRow | null> {
  const row = await tx
    .selectFrom('reviews')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Reads a review and holds it until the transaction ends.
 *
 * @throws ApiProblem `not_found`.
 */
export async function holdReview(tx: Tx, { storeId, reviewId }: ReviewKey): Promise<ReviewRow> {
  const row = await tx
    .selectFrom('reviews')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not_found');
  return row;
}

/** The reviews of an order. */
export const readReviewsOf = (tx: Tx, storeId: string, orderId: string): Promise<ReviewRow[]> =>
  tx
    .selectFrom('reviews')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .orderBy('review_id')
    .execute();

/** Enters a review; null when there is one of the same line, or of the shop by the same order. */
export async function insertReview(tx: Tx, row: Insertable<ReviewsTable>): Promise<ReviewRow | null> {
  const made = await tx
    .insertInto('reviews')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return made ?? null;
}

/** The photos and videos of reviews, in their order, by review id. */
export async function readMedia(
  tx: Tx,
  storeId: string,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MediaRow[]>> {
  const found = new Map<string, MediaRow[]>();
  if (reviewIds.length === 0) return found;
  const rows = await tx
    .selectFrom('review_media')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('review_id', 'in', [...reviewIds])
    .orderBy('position')
    .execute();
  for (const row of rows) found.set(row.review_id, [...(found.get(row.review_id) ?? []), row]);
  return found;
}

/** Counts the media that are shown into the review, and gives the review as it is then. */
export async function countMedia(tx: Tx, { storeId, reviewId }: ReviewKey): Promise<ReviewRow> {
  const { shown } = await tx
    .selectFrom('review_media')
    .select((row) => row.fn.countAll<number>().as('shown'))
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .where('hidden', '=', false)
    .executeTakeFirstOrThrow();
  return tx
    .updateTable('reviews')
    .set({ media: Number(shown) })
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .returningAll()
    .executeTakeFirstOrThrow();
}
