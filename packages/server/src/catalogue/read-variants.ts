import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Source } from '../ingest/facts.ts';
import { isThere } from './there.ts';

/** A variant of a product that the store sells now. */
export interface CatalogueVariant {
  /** The platform's id of the product. */
  readonly productId: string;
  /** The platform's id of the variant. */
  readonly id: string;
  readonly title: string;
  readonly sku: string | null;
  /** In minor units of `currency`; null when unknown. */
  readonly price: number | null;
  readonly currency: string | null;
  /** Units on hand; null when they are not counted. */
  readonly stock: number | null;
  readonly imageUrl: string | null;
}

/**
 * The variants that products have now, by the product's id on its platform, each list in the order the shop shows them. A
 * product that is not sold now (unknown, deleted, a draft) is not in the answer.
 */
export async function readVariants(
  tx: Tx,
  storeId: string,
  productIds: readonly string[],
  source: Source,
): Promise<ReadonlyMap<string, readonly CatalogueVariant[]>> {
  const products = new Map<string, CatalogueVariant[]>();
  if (productIds.length === 0) return products;
  const { rows } = await sql<CatalogueVariant>`
    select product.external_id as "productId", variant.external_id as id, variant.title, variant.sku,
      price_amount as price, price_currency as currency, stock,
      coalesce(variant.image_url, product.image_url) as "imageUrl"
    from products as product
    join product_variants as variant on variant.store_id = product.store_id and variant.source = product.source
      and variant.product_external_id = product.external_id and variant.external_id = any(product.variant_ids)
    where product.store_id = ${storeId} and product.source = ${source}
      and product.external_id = any(${[...new Set(productIds)]}::text[])
      and product.on_sale and ${isThere}
    order by product.external_id, array_position(product.variant_ids, variant.external_id::text)`.execute(tx);
  for (const row of rows) {
    const variants = products.get(row.productId);
    if (variants) variants.push(row);
    else products.set(row.productId, [row]);
  }
  return products;
}
