import type { Product, Variant } from '@postlude/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { storableText } from '../db/values.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';
import { isThere } from './there.ts';

/** What to list. */
export interface ProductQuery {
  /** A part of the title, or the whole id, product type, tag or SKU. */
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A page of the store's products, by platform and id. */
export async function listProducts(
  tx: Tx,
  storeId: string,
  { q, cursor, limit = defaultLimit }: ProductQuery,
): Promise<{ items: Product[]; next: string | null }> {
  const conditions = [isThere];
  const after = readCursor(cursor, [/^[a-z]{1,20}$/, /^.{1,128}$/su]);
  if (after) {
    conditions.push(
      sql`(product.source, product.external_id) > (${after[0]}::text collate "C", ${after[1]}::text collate "C")`,
    );
  }
  const wanted = q === undefined ? '' : storableText(q).trim();
  if (wanted !== '') conditions.push(finds(wanted));
  const rows = await selectProducts(tx, storeId, conditions, limit + 1);
  return pageOf(rows, limit, productOf, (row) => [row.source, row.externalId]);
}

/** A product, deleted or not. It must be there. */
export async function readProduct(
  tx: Tx,
  storeId: string,
  { source, externalId }: Pick<Product, 'source' | 'externalId'>,
): Promise<Product> {
  const own = sql<boolean>`product.source = ${source} and product.external_id = ${externalId}`;
  const [row] = await selectProducts(tx, storeId, [own], 1);
  if (!row) throw new Error('a product that was just written is not there');
  return productOf(row);
}

interface ProductRow extends Omit<Product, 'updatedAt'> {
  readonly updatedAt: Date;
}

const productOf = (row: ProductRow): Product => ({ ...row, updatedAt: row.updatedAt.toISOString() });

const finds = (wanted: string): RawBuilder<boolean> => sql`(
  position(lower(${wanted}) in lower(product.title)) > 0 or product.external_id = ${wanted}
  or lower(product.product_type) = lower(${wanted})
  or exists (select from unnest(product.tags) as tag where lower(tag) = lower(${wanted}))
  or exists (
    select from product_variants as variant
    where variant.store_id = product.store_id and variant.source = product.source
      and variant.product_external_id = product.external_id and variant.external_id = any(product.variant_ids)
      and lower(variant.sku) = lower(${wanted})
  )
)`;

async function selectProducts(
  tx: Tx,
  storeId: string,
  conditions: readonly RawBuilder<boolean>[],
  limit: number,
): Promise<ProductRow[]> {
  const { rows } = await sql<ProductRow>`
    select product.external_id as "externalId", product.source, title, product_type as "productType", tags,
      image_url as "imageUrl", product_url as "productUrl", on_sale as "onSale", version_at as "updatedAt",
      (${variants}) as variants
    from products as product
    where product.store_id = ${storeId} and ${sql.join([...conditions], sql` and `)}
    order by product.source, product.external_id
    limit ${limit}`.execute(tx);
  return rows;
}

const variants = sql<Variant[]>`
  select coalesce(json_agg(json_build_object(
    'id', variant.external_id, 'title', variant.title, 'sku', variant.sku,
    'price', case when price_amount is null then null
      else json_build_object('amount', price_amount, 'currency', price_currency) end,
    'stock', variant.stock, 'imageUrl', variant.image_url,
    'gtin', variant.gtin
  ) order by array_position(product.variant_ids, variant.external_id::text)), '[]')
  from product_variants as variant
  where variant.store_id = product.store_id and variant.source = product.source
    and variant.product_external_id = product.external_id and variant.external_id = any(product.variant_ids)`;
