import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import { hashOfText } from '../reviews/hygiene.ts';
import { mediaPerReview } from '../reviews/limits.ts';
import { touchNumbers } from '../reviews/numbers.ts';
import { newId } from '../secrets/ids.ts';
import { emailKey } from '../sessions/contact.ts';
import type { FoundProduct } from './find-products.ts';
import type { FileReview } from './judge-review.ts';

/** A review of a file with its product. */
export interface PlacedReview {
  readonly review: FileReview;
  readonly product: FoundProduct;
  /** See `keyOfSource` and `keyOfWords`. */
  readonly key: string;
}

/** A review to be written. */
export interface ImportedReview extends PlacedReview {
  /** An order of the same person and product is known. */
  readonly verified: boolean;
}

/**
 * Writes reviews of a file, as many as there are in few statements. What was public where it came from is public, what was not decided
 * waits for staff, and what was hidden stays hidden. Nothing is rejected, and the stars decide nothing.
 */
export async function insertImported(
  tx: Tx,
  storeId: string,
  importId: string,
  reviews: readonly ImportedReview[],
  now: Date,
): Promise<void> {
  if (reviews.length === 0) return;
  const rows = reviews.map(({ review, product, key, verified }) => ({
    review_id: newId('review', review.at.getTime()),
    product_id: product.id,
    product_title: product.title,
    variant: review.variant,
    email_key: review.email && emailKey(review.email),
    stars: review.stars,
    title: review.title,
    text: review.text,
    name: review.name,
    text_hash: hashOfText(review.title, review.text),
    moderation: review.state === 'pending' ? 'pending' : 'approved',
    visibility: review.state === 'hidden' ? 'hidden' : 'shown',
    verification: verified ? 'verified' : 'unverified',
    reply: review.reply && { text: review.reply.text, at: (review.reply.at ?? review.at).toISOString() },
    created_at: review.at.toISOString(),
    source_key: key,
    said_verified: review.saysVerified,
    picture_urls: review.pictures,
  }));
  const all = sql`jsonb_to_recordset(${toJson(rows)}::jsonb) as each (
    review_id text, product_id text, product_title text, variant text, email_key text, stars smallint, title text,
    text text, name text, text_hash text, moderation text, visibility text, verification text, reply jsonb, created_at timestamptz,
    source_key text, said_verified boolean, picture_urls jsonb)`;
  // A connection keeps its plan for foreign keys. Made while there was little it reads all reviews for each new one.
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(tx);
  await sql`
    insert into reviews (store_id, review_id, subject, product_id, product_title, variant, origin, email_key, stars,
      title, text, scales, pros, cons, name, text_hash, moderation, visibility, verification, flags, featured, reply, helpful,
      media, policy_version, revision, created_at, published_at, updated_at)
    select ${storeId}, review_id, 'product', product_id, product_title, variant, 'import', email_key, stars,
      title, text, '{}', '[]', '[]', name, text_hash, moderation, visibility, verification, '{}', false, reply, 0,
      0, 0, 1, created_at, case when moderation = 'approved' and visibility = 'shown' then created_at end, ${now}
    from ${all}`.execute(tx);
  await touchNumbers(
    tx,
    storeId,
    rows.map(({ product_id, created_at, moderation, visibility }) => ({
      subject: 'product',
      product_id,
      published_at: moderation === 'approved' && visibility === 'shown' ? new Date(created_at) : null,
    })),
  );
  await sql`
    insert into imported_reviews (store_id, review_id, import_id, source_key, said_verified)
    select ${storeId}, review_id, ${importId}, source_key, said_verified from ${all}`.execute(tx);
  await sql`
    insert into imported_pictures (store_id, review_id, position, import_id, url, state, because, attempts,
      next_attempt_at)
    select ${storeId}, review_id, picture.place - 1, ${importId}, picture.url,
      case when picture.place > ${mediaPerReview} then 'failed' else 'waiting' end,
      case when picture.place > ${mediaPerReview} then 'too_many' end, 0, ${now}
    from ${all}
    cross join lateral jsonb_array_elements_text(picture_urls) with ordinality as picture (url, place)`.execute(
    tx,
  );
}
