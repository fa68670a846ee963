import type { ReviewFact } from '../asks/facts.ts';
import type { Tx } from '../db/database.ts';

/**
 * What is known of the reviews of lines, by line id, without a star and without a word: who decides what is asked may not know
 * what anybody thinks.
 */
export async function reviewsOfLines(
  tx: Tx,
  storeId: string,
  lineIds: readonly string[],
): Promise<Map<string, ReviewFact>> {
  if (lineIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('reviews')
    .select(['line_id', 'review_id', 'created_at', 'published_at', 'visibility'])
    .select((row) =>
      row
        .exists(
          row
            .selectFrom('review_media')
            .select('upload_id')
            .whereRef('review_media.store_id', '=', 'reviews.store_id')
            .whereRef('review_media.review_id', '=', 'reviews.review_id'),
        )
        .as('with_media'),
    )
    .where('store_id', '=', storeId)
    .where('line_id', 'in', [...lineIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.line_id ?? '',
      {
        reviewId: row.review_id,
        sentAt: row.created_at,
        publishedAt: row.published_at,
        withMedia: Boolean(row.with_media),
        withdrawn: row.visibility === 'withdrawn',
      },
    ]),
  );
}
