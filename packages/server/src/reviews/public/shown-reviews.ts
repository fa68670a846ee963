import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** Which public reviews are meant. */
export interface ShownReviews {
  readonly storeId: string;
  /** Of one product; left out: of all, or of the shop. */
  readonly product?: string | undefined;
  readonly subject: 'product' | 'store';
  /** Also those nobody could connect with an order. */
  readonly unverified: boolean;
}

/** The reviews everybody sees. Nothing else decides about it: no star, no word. */
export function shownReviews(tx: Tx, { storeId, product, subject, unverified }: ShownReviews) {
  let query = tx
    .selectFrom('reviews')
    .where('reviews.store_id', '=', storeId)
    .where('reviews.subject', '=', subject)
    .where('reviews.published_at', 'is not', null);
  if (product !== undefined) query = query.where('reviews.product_id', '=', product);
  if (!unverified) query = query.where('reviews.verification', '=', 'verified');
  return query;
}

/** Words of a query, of which no more than this many are looked for. */
const mostWords = 8;

/** A condition for each word that has to occur in what was written. */
export const wordsOf = (q: string) =>
  q
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => `%${word.normalize('NFC').replace(/[\\%_]/g, '\\$&')}%`)
    .map(
      (pattern) =>
        sql<boolean>`concat_ws(' ', reviews.title, reviews.text, reviews.pros::text, reviews.cons::text) ilike ${pattern}`,
    );
