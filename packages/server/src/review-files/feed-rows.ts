import { createHmac } from 'node:crypto';
import type { Store } from '@postlude/contract';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { reviewPolicyInForce } from '../review-policy/store.ts';
import { mediaAddress } from '../reviews/public/show-public.ts';
import type { FeedReview } from './feed-xml.ts';
import { pageRows } from './read-pages.ts';

/** A row of `reviews` with what the catalogue and the order know. */
export interface FeedRow {
  readonly review_id: string;
  readonly product_id: string;
  readonly product_title: string | null;
  readonly product_url: string | null;
  readonly gtins: readonly string[];
  readonly skus: readonly string[];
  readonly order_id: string | null;
  readonly country: string | null;
  readonly origin: 'ask' | 'form' | 'import';
  readonly email_key: string | null;
  readonly stars: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  readonly name: string | null;
  readonly language: string | null;
  readonly verification: 'verified' | 'unverified';
  readonly incentivised: boolean;
  readonly spam: boolean;
  readonly created_at: Date;
  readonly photos: readonly string[];
}

/**
 * What the feed is made of: every review of a product that is public, whatever its stars, and those that were rejected as spam, which Google
 * wants to be told of. Where the store shows none that nobody could connect with an order, the feed has none.
 */
const inFeed = (storeId: string, showsUnverified: boolean) => sql`
  store_id = ${storeId} and product_id is not null and visibility <> 'withdrawn' and (
    (published_at is not null and (verification = 'verified' or ${showsUnverified}))
    or (moderation = 'rejected' and rejected->>'reason' = 'spam')
  )`;

/** A page of them, and everything the feed says of each. */
export async function feedPage(tx: Tx, storeId: string, after: string | null): Promise<readonly FeedRow[]> {
  const { policy } = await reviewPolicyInForce(tx, storeId);
  const { rows } = await sql<FeedRow>`
    select review.review_id, review.product_id, coalesce(review.product_title, product.title) as product_title,
      coalesce(product.product_url, line.product_url) as product_url,
      coalesce(product.gtins, '{}') as gtins, coalesce(product.skus, '{}') as skus,
      review.order_id, orders.destination->>'country' as country, origin, review.email_key, stars, review.title, text,
      pros, cons, name, language, verification, reward is not null as incentivised, moderation = 'rejected' as spam,
      review.created_at,
      array(
        select upload_id from review_media as media
        where media.store_id = review.store_id and media.review_id = review.review_id
          and not hidden and kind = 'photo'
        order by position
      ) as photos
    from (
      select * from reviews
      where ${inFeed(storeId, policy.display.unverified)} and review_id > ${after ?? ''}
      order by review_id limit ${pageRows}
    ) as review
    left join lateral (
      select product_url from order_lines
      where store_id = review.store_id and line_id = review.line_id limit 1
    ) as line on true
    left join lateral (
      select destination from orders
      where store_id = review.store_id and order_id = review.order_id limit 1
    ) as orders on true
    left join lateral (
      select title, product_url,
        array(select distinct gtin from product_variants as variant where variant.store_id = known.store_id
          and variant.source = known.source and variant.product_external_id = known.external_id
          and gtin is not null order by gtin limit 100) as gtins,
        array(select distinct sku from product_variants as variant where variant.store_id = known.store_id
          and variant.source = known.source and variant.product_external_id = known.external_id
          and sku is not null order by sku limit 100) as skus
      from products as known
      where known.store_id = review.store_id and known.external_id = review.product_id
      order by on_sale desc, source limit 1
    ) as product on true
    order by review.review_id`.execute(tx);
  return rows;
}

/** Makes an entry of the feed of a row; null where Google takes none: without words, or without an address of the product. */
export function feedEntries(context: Context, store: Store): (row: FeedRow) => FeedReview | null {
  const key = context.secrets.derive('review-feed');
  // Keyed by the store as well: of two shops nobody can tell that they have a customer in common.
  const hidden = (text: string): string =>
    createHmac('sha256', key).update(`${store.id} ${text}`).digest('hex').slice(0, 32);
  return (row) => {
    const text = row.text ?? row.title;
    if (text === null || !isAddress(row.product_url)) return null;
    return {
      id: row.review_id,
      name: row.name,
      reviewerId: row.email_key && hidden(`reviewer ${row.email_key}`),
      verified: row.verification === 'verified',
      incentivised: row.incentivised,
      at: row.created_at,
      title: row.title,
      text,
      language: row.language,
      country: /^[A-Z]{2}$/.test(row.country ?? '') ? row.country : null,
      pros: row.pros,
      cons: row.cons,
      images: row.spam ? [] : row.photos.map((upload) => mediaAddress(context, store, upload)),
      stars: row.stars,
      product: { title: row.product_title, url: row.product_url, gtins: row.gtins, skus: row.skus },
      spam: row.spam,
      method: row.origin === 'ask' ? 'post_fulfillment' : 'unsolicited',
      transactionId: row.order_id && hidden(`order ${row.order_id}`),
    };
  };
}

const isAddress = (url: string | null): url is string => url !== null && /^https?:\/\/[^\s<>"]+$/.test(url);
