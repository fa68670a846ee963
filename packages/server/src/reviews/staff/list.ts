import type { StaffReviewSummary, StaffReviewsQuery } from '@postlude/contract';
import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../../http/cursor.ts';
import { emailKey, numberKey } from '../../sessions/contact.ts';
import { idPattern } from '../public/patterns.ts';
import { wordsOf } from '../public/shown-reviews.ts';
import { idOfReview } from '../store.ts';
import { productOf } from './view.ts';

/** Lists the reviews of a store, the last that came in first. */
export async function listStaffReviews(
  tx: Tx,
  storeId: string,
  { cursor, limit = defaultLimit, flag, stars, product, q, ...fields }: z.infer<typeof StaffReviewsQuery>,
): Promise<{ items: StaffReviewSummary[]; next: string | null }> {
  const after = readCursor(cursor, [idPattern]);
  let query = tx
    .selectFrom('reviews')
    .leftJoin('orders', (join) =>
      join
        .onRef('orders.store_id', '=', 'reviews.store_id')
        .onRef('orders.order_id', '=', 'reviews.order_id'),
    )
    .selectAll('reviews')
    .select('orders.number as order_number')
    .where('reviews.store_id', '=', storeId);
  for (const field of ['moderation', 'visibility', 'verification', 'origin'] as const) {
    const value = fields[field];
    if (value !== undefined) query = query.where(`reviews.${field}`, '=', value);
  }
  if (flag !== undefined) query = query.where(sql<boolean>`${flag} = any(reviews.flags)`);
  if (stars !== undefined) query = query.where('reviews.stars', '=', Number(stars));
  if (product !== undefined) query = query.where('reviews.product_id', '=', product);
  if (q !== undefined) {
    query = query.where((is) =>
      is.or([
        is.and(wordsOf(q)),
        is('orders.number_key', '=', numberKey(q.trim())),
        is('reviews.email_key', '=', emailKey(q)),
      ]),
    );
  }
  if (after) query = query.where('reviews.review_id', '<', after[0] ?? '');
  const rows = await query
    .orderBy('reviews.review_id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    (row): StaffReviewSummary => ({
      id: idOfReview(row),
      stars: row.stars,
      title: row.title,
      text: row.text,
      name: row.name,
      product: productOf(row),
      orderNumber: row.order_number,
      moderation: row.moderation,
      visibility: row.visibility,
      verification: row.verification,
      incentivised: row.reward !== null,
      origin: row.origin,
      flags: [...row.flags],
      media: row.media,
      createdAt: row.created_at.toISOString(),
    }),
    (row) => [row.review_id],
  );
}
