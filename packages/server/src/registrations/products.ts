import type { FoundProduct } from '@postlude/contract';
import { readProductCode } from '@postlude/contract/gs1';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { OwnLine } from './own-order.ts';

const mostFound = 20;
const mostWords = 8;

/**
 * Finds products by what was typed or scanned: a GTIN or a GS1 code finds what carries it, anything else finds titles with all
 * the words, or an article number. What is sold no more is found too: people register what they have.
 */
export async function findProductsBy(tx: Tx, storeId: string, q: string): Promise<FoundProduct[]> {
  const code = readProductCode(q);
  const words = q.trim().split(/\s+/).slice(0, mostWords).map(asPattern);
  const fits = code
    ? sql`variants.gtin = ${code.gtin}`
    : sql`((products.title || ' ' || coalesce(variants.title, '')) ilike all (${words}::text[])
        or lower(variants.sku) = lower(${q.trim()}))`;
  const { rows } = await sql<FoundProduct>`
    select products.external_id as "productId", variants.external_id as "variantId", products.title,
      case when cardinality(products.variant_ids) > 1 then variants.title end as variant,
      coalesce(variants.image_url, products.image_url) as "imageUrl", variants.gtin
    from products
    left join product_variants as variants on variants.store_id = products.store_id
      and variants.source = products.source and variants.product_external_id = products.external_id
      and variants.external_id = any (products.variant_ids)
    where products.store_id = ${storeId} and products.title <> '' and ${fits}
    order by products.on_sale desc, products.title, products.external_id,
      array_position(products.variant_ids, variants.external_id)
    limit ${mostFound}`.execute(tx);
  return rows;
}

/** A word anywhere, with what patterns mean by `%` and `_` taken as it is typed. */
const asPattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** The product somebody has, as a line of an order; null when the store knows none with these ids. */
export async function productLine(
  tx: Tx,
  storeId: string,
  { productId, variantId }: { readonly productId: string; readonly variantId?: string | null | undefined },
): Promise<Omit<OwnLine, 'quantity'> | null> {
  const { rows } = await sql<Omit<OwnLine, 'quantity'>>`
    select products.title, products.external_id as "productId", products.product_type as "productType", products.tags,
      products.product_url as "productUrl", coalesce(variants.image_url, products.image_url) as "imageUrl",
      variants.sku, variants.external_id as "variantId",
      case when cardinality(products.variant_ids) > 1 then variants.title end as variant
    from products
    left join product_variants as variants on variants.store_id = products.store_id
      and variants.source = products.source and variants.product_external_id = products.external_id
      and variants.external_id = coalesce(
        ${variantId ?? null}::text, case when cardinality(products.variant_ids) = 1 then products.variant_ids[1] end)
    where products.store_id = ${storeId} and products.external_id = ${productId} and products.title <> ''
      and (${variantId ?? null}::text is null or variants.external_id is not null)
    order by products.on_sale desc, products.source
    limit 1`.execute(tx);
  return rows[0] ?? null;
}
