import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import type {
  DeletedProductFact,
  ProductFact,
  SoldVariant,
  Source,
  VariantFact,
  Version,
} from '../ingest/facts.ts';
import { oldest } from '../ingest/versions.ts';
import { type Applying, givesWay } from '../orders/newer.ts';

/**
 * Writes a product and the variants it tells of, each unless a newer version is there: a variant may be told of apart, and
 * then have a time of its own.
 */
export async function applyProduct(
  tx: Tx,
  storeId: string,
  fact: ProductFact,
  now: Date,
  applying: Applying,
): Promise<void> {
  const row = {
    title: fact.title,
    product_type: fact.productType,
    tags: [...fact.tags],
    image_url: fact.imageUrl,
    product_url: fact.productUrl,
    on_sale: fact.onSale,
    variant_ids: [...fact.variantIds],
    version_at: fact.version.at,
    version_tie: fact.version.tie,
    updated_at: now,
  };
  await tx
    .insertInto('products')
    .values({ store_id: storeId, source: fact.source, external_id: fact.externalId, created_at: now, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['store_id', 'source', 'external_id'])
        .doUpdateSet(row)
        .where(givesWay('products', applying)),
    )
    .execute();
  await writeVariants(tx, storeId, { ...fact, productExternalId: fact.externalId }, fact.variants, applying);
}

/** Writes a variant that was told of apart, unless a newer version is there. */
export async function applyVariant(
  tx: Tx,
  storeId: string,
  fact: VariantFact,
  applying: Applying,
): Promise<void> {
  await writeVariants(tx, storeId, fact, [fact], applying);
}

/**
 * Notes that a product was deleted. What was told of it stays, for the lines of old orders; that it is sold no more is
 * decided by the two times, whichever comes in first.
 */
export async function applyDeletedProduct(
  tx: Tx,
  storeId: string,
  fact: DeletedProductFact,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('products')
    .values({
      store_id: storeId,
      source: fact.source,
      external_id: fact.externalId,
      title: '',
      product_type: null,
      image_url: null,
      product_url: null,
      on_sale: false,
      tags: [],
      variant_ids: [],
      deleted_at: fact.deletedAt,
      version_at: oldest,
      version_tie: '',
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['store_id', 'source', 'external_id']).doUpdateSet({
        deleted_at: sql`greatest(products.deleted_at, excluded.deleted_at)`,
        updated_at: now,
      }),
    )
    .execute();
}

interface Product {
  readonly source: Source;
  readonly productExternalId: string;
  readonly version: Version;
}

/** One parameter however many variants there are; in one order, so that two messages never wait for each other in a circle. */
async function writeVariants(
  tx: Tx,
  storeId: string,
  { source, productExternalId, version }: Product,
  variants: readonly SoldVariant[],
  applying: Applying,
): Promise<void> {
  const rows = [...new Map(variants.map((variant) => [variant.externalId, variant])).values()].map(
    (variant) => ({
      external_id: variant.externalId,
      title: variant.title,
      sku: variant.sku,
      price_amount: variant.price?.amount ?? null,
      price_currency: variant.price?.currency ?? null,
      stock: variant.stock,
      image_url: variant.imageUrl,
      gtin: variant.gtin ?? null,
    }),
  );
  if (rows.length === 0) return;
  await sql`
    insert into product_variants (
      store_id, source, product_external_id, external_id, title, sku, price_amount, price_currency, stock, image_url,
      gtin, version_at, version_tie
    )
    select ${storeId}, ${source}, ${productExternalId}, external_id, title, sku, price_amount, price_currency, stock,
      image_url, gtin, ${version.at}::timestamptz, ${version.tie}
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as variant (
      external_id text, title text, sku text, price_amount bigint, price_currency text, stock integer, image_url text,
      gtin text
    )
    order by external_id
    on conflict (store_id, source, product_external_id, external_id) do update set
      title = excluded.title, sku = excluded.sku, price_amount = excluded.price_amount,
      price_currency = excluded.price_currency, stock = excluded.stock, image_url = excluded.image_url,
      gtin = excluded.gtin, version_at = excluded.version_at, version_tie = excluded.version_tie
    where ${givesWay('product_variants', applying)}
  `.execute(tx);
}
