import type { ReviewFormat, Store } from '@postlude/contract';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { mediaAddress } from '../reviews/public/show-public.ts';
import { inPages, pageRows } from './read-pages.ts';
import { csvHeading, csvRow, type WrittenReview } from './write-csv.ts';

/** A row of `reviews` with what the catalogue and the import it came by know. */
interface ExportedRow {
  readonly review_id: string;
  readonly product_id: string;
  readonly product_title: string | null;
  readonly product_url: string | null;
  readonly source: string | null;
  readonly variant: string | null;
  readonly stars: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly name: string | null;
  readonly email_key: string | null;
  readonly created_at: Date;
  readonly state: WrittenReview['state'];
  readonly verification: 'verified' | 'unverified';
  readonly reply: { readonly text: string; readonly at: string } | null;
  /** Where imported pictures were, of those nobody sees here. */
  readonly originals: readonly string[];
  /** Uploads everybody sees. */
  readonly photos: readonly string[];
}

/**
 * All reviews of products in the columns of a format, in pieces: its heading, then some hundred rows each. Reviews that were withdrawn by
 * who wrote them are theirs and not in it.
 */
export async function* exportedReviews(
  context: Context,
  store: Store,
  format: ReviewFormat,
): AsyncGenerator<string> {
  yield csvHeading(format);
  yield* inPages(
    (after) => readPage(context, store.id, after),
    (rows) => rows.map((row) => csvRow(format, writtenOf(context, store, row)) ?? '').join(''),
  );
}

/** A page first, and then what belongs to its rows: a store whose tables have just grown has no statistics to plan by. */
function readPage(context: Context, storeId: string, after: string | null): Promise<readonly ExportedRow[]> {
  return context.db.withStore(storeId, async (tx) => {
    const { rows } = await sql<ExportedRow>`
      select review.review_id, review.product_id, coalesce(review.product_title, product.title) as product_title,
        coalesce(product.product_url, line.product_url) as product_url, product.source, review.variant, stars,
        review.title, text, name, email_key, review.created_at, verification, reply,
        array(
          select url from imported_pictures as picture
          where picture.store_id = review.store_id and picture.review_id = review.review_id
            and (state <> 'loaded' or (review.published_at is null and not exists (
              select from review_media as media
              where media.store_id = review.store_id and media.review_id = review.review_id
                and media.position = picture.position and hidden
            )))
          order by position
        ) as originals,
        array(
          select upload_id from review_media as media
          where media.store_id = review.store_id and media.review_id = review.review_id and kind = 'photo'
            and not hidden and review.published_at is not null
          order by position
        ) as photos,
        case
          when moderation = 'rejected' and rejected->>'reason' = 'spam' then 'spam'
          when moderation = 'rejected' or visibility = 'hidden' then 'hidden'
          when moderation = 'pending' then 'pending'
          else 'shown'
        end as state
      from (
        select * from reviews
        where store_id = ${storeId} and review_id > ${after ?? ''} and product_id is not null
          and visibility <> 'withdrawn'
        order by review_id limit ${pageRows}
      ) as review
      left join lateral (
        select product_url from order_lines
        where store_id = review.store_id and line_id = review.line_id limit 1
      ) as line on true
      left join lateral (
        select source, title, product_url from products
        where store_id = review.store_id and external_id = review.product_id
        order by on_sale desc, source limit 1
      ) as product on true
      order by review.review_id`.execute(tx);
    return rows;
  });
}

const writtenOf = (context: Context, store: Store, row: ExportedRow): WrittenReview => ({
  id: row.review_id,
  product: { id: row.product_id, title: row.product_title, url: row.product_url, source: row.source },
  variant: row.variant,
  stars: row.stars,
  title: row.title,
  text: row.text,
  name: row.name,
  email: row.email_key,
  at: row.created_at,
  state: row.state,
  verified: row.verification === 'verified',
  reply: row.reply && { text: row.reply.text, at: new Date(row.reply.at) },
  pictures: [...row.originals, ...row.photos.map((one) => mediaAddress(context, store, one))],
});
