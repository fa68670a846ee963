import type { Id, ReviewSummary } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { checksOf } from '../checks.ts';
import { numbersOf, type ReviewNumbers } from '../numbers.ts';
import { productJsonLd } from './json-ld.ts';
import { mediaAddress, type Seen, scaleOf, showPublic } from './show-public.ts';
import { type ShownReviews, shownReviews } from './shown-reviews.ts';

/** The newest photos and videos a summary shows, and the newest reviews search engines are told. */
const [newestMedia, toldReviews] = [12, 10];

/** All public reviews in numbers: the good and the bad, paid for or not, all count the same. */
export async function summaryOf(
  tx: Tx,
  context: Context,
  shown: ShownReviews,
  seen: Seen,
): Promise<ReviewSummary> {
  const of = await numbersOf(tx, shown);
  const average = averageOf(of.stars, of.count);
  return {
    count: of.count,
    average,
    buckets: [...of.buckets],
    verified: of.verified,
    incentivised: of.incentivised,
    imported: of.imported,
    withMedia: of.withMedia,
    recommend: of.asked === 0 ? null : { yes: of.recommend, of: of.asked },
    scales: scalesOf(of, seen),
    media: of.withMedia === 0 ? [] : await mediaOf(tx, context, shown, seen),
    checks: checksOf(seen.policy, seen.locale ?? seen.store.locale),
    jsonLd:
      shown.product === undefined || average === null
        ? null
        : await jsonLdOf(tx, context, shown, seen, { count: of.count, average }),
  };
}

/** 1 to 5 with two decimals; null of nothing. */
export const averageOf = (stars: number, count: number): number | null =>
  count === 0 ? null : Math.round((100 * stars) / count) / 100;

function scalesOf({ scales }: ReviewNumbers, seen: Seen): ReviewSummary['scales'] {
  // In the order the store asks them.
  return seen.policy.form.scales.flatMap(({ id }) => {
    const row = scales[id];
    const scale = scaleOf(id, seen);
    const value = row ? averageOf(row.sum, row.count) : null;
    return row && scale && value !== null ? [{ ...scale, value, count: row.count }] : [];
  });
}

async function mediaOf(
  tx: Tx,
  context: Context,
  shown: ShownReviews,
  { store }: Seen,
): Promise<ReviewSummary['media']> {
  const rows = await shownReviews(tx, shown)
    .innerJoin('review_media', (join) =>
      join
        .onRef('review_media.store_id', '=', 'reviews.store_id')
        .onRef('review_media.review_id', '=', 'reviews.review_id'),
    )
    .innerJoin('uploads', (join) =>
      join
        .onRef('uploads.store_id', '=', 'review_media.store_id')
        .onRef('uploads.upload_id', '=', 'review_media.upload_id'),
    )
    .select(['reviews.review_id', 'review_media.upload_id', 'kind', 'width', 'height'])
    .where('reviews.media', '>', 0)
    .where('review_media.hidden', '=', false)
    .where('uploads.deleted_at', 'is', null)
    .orderBy('reviews.created_at', 'desc')
    .orderBy('reviews.review_id', 'desc')
    .orderBy('review_media.position')
    .limit(newestMedia)
    .execute();
  return rows.map(({ review_id, upload_id, kind, width, height }) => ({
    reviewId: review_id as Id<'review'>,
    media: {
      id: upload_id as Id<'upload'>,
      kind,
      url: mediaAddress(context, store, upload_id),
      width,
      height,
    },
  }));
}

async function jsonLdOf(
  tx: Tx,
  context: Context,
  shown: ShownReviews,
  seen: Seen,
  numbers: { readonly count: number; readonly average: number },
): Promise<Record<string, unknown>> {
  const newest = await shownReviews(tx, shown)
    .selectAll('reviews')
    .orderBy('reviews.created_at', 'desc')
    .orderBy('reviews.review_id', 'desc')
    .limit(toldReviews)
    .execute();
  const reviews = await showPublic(tx, context, newest, seen);
  return productJsonLd({ id: shown.product ?? '', title: newest[0]?.product_title ?? '' }, numbers, reviews);
}
