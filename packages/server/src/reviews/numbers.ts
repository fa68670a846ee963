import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { KeptNumbers, ReviewNumbers } from '../db/schema/reviews.ts';
import { toJson } from '../db/values.ts';
import type { ShownReviews } from './public/shown-reviews.ts';
import type { ReviewRow } from './store.ts';

export type { ReviewNumbers } from '../db/schema/reviews.ts';

/** What of a review its numbers are found by. */
type Counted = Pick<ReviewRow, 'subject' | 'product_id' | 'published_at'>;

/**
 * Takes away the numbers that were kept of what these reviews are about, in the transaction that changes them. Reviews nobody sees
 * are in no number. It is the last thing a transaction holds, and always in one order, so that nobody waits for each other in a circle.
 */
export async function touchNumbers(tx: Tx, storeId: string, reviews: readonly Counted[]): Promise<void> {
  const keys = new Map<string, { subject: string; product: string }>();
  for (const { subject, product_id, published_at } of reviews) {
    if (published_at === null) continue;
    for (const product of [product_id ?? '', '']) keys.set(`${subject} ${product}`, { subject, product });
  }
  if (keys.size === 0) return;
  await sql`
    insert into review_numbers as known (store_id, subject, product_id, revision, numbers)
    select ${storeId}, subject, product, 1, null
    from jsonb_to_recordset(${toJson([...keys.values()])}::jsonb) as each (subject text, product text)
    order by subject collate "C", product collate "C"
    on conflict (store_id, subject, product_id) do update
      set revision = known.revision + 1, numbers = null`.execute(tx);
}

/** The numbers of public reviews: kept ones, or counted now and kept until one of the reviews changes. */
export async function numbersOf(
  tx: Tx,
  shown: ShownReviews,
): Promise<ReviewNumbers & { readonly verified: number }> {
  const key = { store_id: shown.storeId, subject: shown.subject, product_id: shown.product ?? '' };
  const row = await tx
    .selectFrom('review_numbers')
    .select(['revision', 'numbers'])
    .where('store_id', '=', key.store_id)
    .where('subject', '=', key.subject)
    .where('product_id', '=', key.product_id)
    .executeTakeFirst();
  const numbers = row?.numbers ?? (await count(tx, shown));
  // Anybody may ask about products that do not exist: nothing is kept of those.
  if (!row && together(numbers).count > 0) {
    await tx
      .insertInto('review_numbers')
      .values({ ...key, revision: 0, numbers: toJson(numbers) })
      // Somebody changed a review meanwhile, or counted the same.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else if (row && row.numbers === null) {
    await tx
      .updateTable('review_numbers')
      .set({ numbers: toJson(numbers) })
      .where('store_id', '=', key.store_id)
      .where('subject', '=', key.subject)
      .where('product_id', '=', key.product_id)
      .where('revision', '=', row.revision)
      .execute();
  }
  return { ...(shown.unverified ? together(numbers) : numbers.verified), verified: numbers.verified.count };
}

const counted = (condition: ReturnType<typeof sql>) =>
  sql<number>`(count(*) filter (where ${condition}))::int`;

/** Counts what is there. */
async function count(tx: Tx, { storeId, subject, product }: ShownReviews): Promise<KeptNumbers> {
  const reviews = tx
    .selectFrom('reviews')
    .where('reviews.store_id', '=', storeId)
    .where('reviews.subject', '=', subject)
    .where('reviews.published_at', 'is not', null)
    .$if(product !== undefined, (query) => query.where('reviews.product_id', '=', product ?? ''));
  const rows = await reviews
    .select([
      'verification',
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(sum(stars), 0)::int`.as('stars'),
      sql<
        number[]
      >`array[${sql.join([1, 2, 3, 4, 5].map((stars) => counted(sql`stars = ${sql.lit(stars)}`)))}]`.as(
        'buckets',
      ),
      counted(sql`reward is not null`).as('incentivised'),
      counted(sql`origin = 'import'`).as('imported'),
      counted(sql`media > 0`).as('withMedia'),
      counted(sql`recommend`).as('recommend'),
      counted(sql`recommend is not null`).as('asked'),
    ])
    .groupBy('verification')
    .execute();
  const scales = await reviews
    .where(sql<boolean>`reviews.scales <> '{}'`)
    .innerJoin(sql<{ key: string; value: string }>`jsonb_each_text(reviews.scales)`.as('answer'), (join) =>
      join.onTrue(),
    )
    .select([
      'verification',
      'answer.key',
      sql<number>`sum(answer.value::int)::int`.as('sum'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .groupBy(['verification', 'answer.key'])
    .execute();
  const of = (which: ReviewRow['verification']): ReviewNumbers => {
    const row = rows.find(({ verification }) => verification === which);
    if (!row) return nothing;
    const { verification: _, ...numbers } = row;
    const mine = scales.filter(({ verification }) => verification === which);
    return {
      ...numbers,
      scales: Object.fromEntries(mine.map((one) => [one.key, { sum: one.sum, count: one.count }])),
    };
  };
  return { verified: of('verified'), unverified: of('unverified') };
}

const nothing: ReviewNumbers = {
  count: 0,
  stars: 0,
  buckets: [0, 0, 0, 0, 0],
  incentivised: 0,
  imported: 0,
  withMedia: 0,
  recommend: 0,
  asked: 0,
  scales: {},
};

/** Those of both. */
function together({ verified, unverified }: KeptNumbers): ReviewNumbers {
  const sum = (name: Exclude<keyof ReviewNumbers, 'buckets' | 'scales'>): number =>
    verified[name] + unverified[name];
  const keys = new Set([...Object.keys(verified.scales), ...Object.keys(unverified.scales)]);
  return {
    count: sum('count'),
    stars: sum('stars'),
    buckets: verified.buckets.map((reviews, index) => reviews + (unverified.buckets[index] ?? 0)),
    incentivised: sum('incentivised'),
    imported: sum('imported'),
    withMedia: sum('withMedia'),
    recommend: sum('recommend'),
    asked: sum('asked'),
    scales: Object.fromEntries(
      [...keys].map((key) => {
        const both = [verified.scales[key], unverified.scales[key]];
        return [
          key,
          {
            sum: both.reduce((all, one) => all + (one?.sum ?? 0), 0),
            count: both.reduce((all, one) => all + (one?.count ?? 0), 0),
          },
        ];
      }),
    ),
  };
}
