import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { storableText } from '../db/values.ts';
import type { PlacedReview } from './insert-imported.ts';
import { keyOfWords, type Said } from './source-key.ts';

/**
 * Which of some reviews are there: the keys of those that were imported before, and the ids of this store's own, which an export
 * brought back. Own reviews without an id in the file are known by what they say.
 */
export async function findKnown(
  tx: Tx,
  storeId: string,
  reviews: readonly PlacedReview[],
): Promise<Set<string>> {
  const known = new Set<string>();
  const imported = await tx
    .selectFrom('imported_reviews')
    .select('source_key')
    .where('store_id', '=', storeId)
    .where('source_key', '=', sql<string>`any(${reviews.map(({ key }) => key)}::text[])`)
    .execute();
  for (const { source_key } of imported) known.add(source_key);
  const ids = reviews.flatMap(({ review: { sourceId } }) => (sourceId?.startsWith('rev_') ? [sourceId] : []));
  const own = await tx
    .selectFrom('reviews')
    .select('review_id')
    .where('store_id', '=', storeId)
    .where('review_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  for (const { review_id } of own) known.add(review_id);
  for (const said of await ownOnThoseDays(tx, storeId, reviews)) known.add(keyOfWords(said));
  return known;
}

/** Own reviews of the same products on the same days as those of a file that has no ids. */
async function ownOnThoseDays(tx: Tx, storeId: string, reviews: readonly PlacedReview[]): Promise<Said[]> {
  const nameless = reviews.filter(({ review }) => review.sourceId === null);
  if (nameless.length === 0) return [];
  const products = nameless.map(({ product }) => storableText(product.id));
  const days = nameless.map(({ review }) => review.at.toISOString().slice(0, 10));
  const { rows } = await sql<Said>`
    select product_id as "productId", email_key as email, name, created_at as at, stars, title, text
    from (select distinct * from unnest(${products}::text[], ${days}::date[]) as each (product, day)) as each
    join reviews on reviews.store_id = ${storeId} and reviews.product_id = each.product and origin <> 'import'
      and created_at >= each.day::timestamp at time zone 'UTC'
      and created_at < (each.day + 1)::timestamp at time zone 'UTC'`.execute(tx);
  return rows;
}
