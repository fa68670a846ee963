import type { ReviewPage, ReviewPolicyInput, ReviewsQuery, reviewSorts, Store } from '@postlude/contract';
import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { defaultLimit, instantPattern, readCursor, writeCursor } from '../../http/cursor.ts';
import { reviewPolicyInForce } from '../../review-policy/store.ts';
import { idPattern } from './patterns.ts';
import { showPublic } from './show-public.ts';
import { shownReviews, wordsOf } from './shown-reviews.ts';
import { summaryOf } from './summary.ts';

type Sort = (typeof reviewSorts)[number];

/** What comes first; null: nothing but the time. */
const ranks = {
  newest: null,
  helpful: sql<number>`reviews.helpful`,
  highest: sql<number>`reviews.stars`,
  lowest: sql<number>`(6 - reviews.stars)`,
  media: sql<number>`least(reviews.media, 1)`,
} as const;

/** What the store has put first counts only where nobody has sorted. */
const featured = sql<number>`reviews.featured::int`;

const patterns = [
  /^(newest|helpful|highest|lowest|media)$/,
  /^[01]$/,
  /^[01]$/,
  /^\d{1,9}$/,
  instantPattern,
  idPattern,
];

/** Where a list goes on. It says itself how it is sorted, so that all pages of a list are sorted as the first one was. */
interface Place {
  readonly sort: Sort;
  readonly unsorted: boolean;
  readonly after: readonly (string | number | boolean)[] | null;
}

function placeOf(query: z.infer<typeof ReviewsQuery>, { display }: ReviewPolicyInput): Place {
  const cursor = readCursor(query.cursor, patterns);
  if (!cursor) return { sort: query.sort ?? display.sort, unsorted: query.sort === undefined, after: null };
  const [sort, unsorted, isFeatured, rank, createdAt = '', id = ''] = cursor;
  return {
    sort: sort as Sort,
    unsorted: unsorted === '1',
    after: [Number(isFeatured), Number(rank), createdAt, id],
  };
}

/** A page of public reviews; the first one with the numbers of all of them, however the list is narrowed. */
export async function listPublic(
  tx: Tx,
  context: Context,
  store: Store,
  query: z.infer<typeof ReviewsQuery>,
): Promise<ReviewPage> {
  const { policy } = await reviewPolicyInForce(tx, store.id);
  const shown = {
    storeId: store.id,
    product: query.product,
    subject: query.subject ?? 'product',
    unverified: policy.display.unverified,
  } as const;
  const place = placeOf(query, policy);
  const rank = ranks[place.sort];
  const limit = query.limit ?? defaultLimit;

  let rows = shownReviews(tx, shown)
    .selectAll('reviews')
    .select(rank === null ? sql<number>`0`.as('rank') : rank.as('rank'));
  if (query.stars !== undefined) rows = rows.where('reviews.stars', '=', Number(query.stars));
  if (query.media) rows = rows.where('reviews.media', '>', 0);
  if (query.verified) rows = rows.where('reviews.verification', '=', 'verified');
  for (const word of wordsOf(query.q ?? '')) rows = rows.where(word);

  const [isFeatured = 0, ranked = 0, createdAt = '', id = ''] = place.after ?? [];
  const keys = [
    ...(place.unsorted ? [{ by: featured, from: sql`${isFeatured}::int` }] : []),
    ...(rank === null ? [] : [{ by: rank, from: sql`${ranked}::int` }]),
    { by: sql`reviews.created_at`, from: sql`${createdAt}::timestamptz` },
    { by: sql`reviews.review_id`, from: sql`${id}` },
  ];
  if (place.after) {
    const [by, from] = [sql.join(keys.map((key) => key.by)), sql.join(keys.map((key) => key.from))];
    rows = rows.where(sql<boolean>`(${by}) < (${from})`);
  }
  for (const { by } of keys) rows = rows.orderBy(by, 'desc');
  const found = await rows.limit(limit + 1).execute();
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  const seen = { store, policy, locale: query.locale };
  return {
    items: await showPublic(tx, context, page, seen),
    next: last
      ? writeCursor([
          place.sort,
          Number(place.unsorted),
          Number(last.featured),
          last.rank,
          last.created_at.toISOString(),
          last.review_id,
        ])
      : null,
    sort: place.sort,
    summary: place.after ? null : await summaryOf(tx, context, shown, seen),
  };
}
