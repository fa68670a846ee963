import type { Product, ProductInput } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { forGood, type Source } from '../ingest/facts.ts';
import { applyFacts } from '../orders/apply-facts.ts';
import { nowAfter, versionOf } from '../orders/staff-facts.ts';
import { gtinOf } from './gtin.ts';
import { readProduct } from './list-products.ts';
import { isThere } from './there.ts';

/** A product under its shop's own id. */
export interface ProductKey {
  readonly storeId: string;
  readonly externalId: string;
}

/** Creates or replaces a product as a staff program sends it, and returns what the catalogue holds then. */
export async function putProduct(
  tx: Tx,
  { storeId, externalId }: ProductKey,
  input: ProductInput,
  now: Date,
): Promise<Product> {
  checkVariants(input);
  const { updatedAt, variants, source = 'staff', ...product } = input;
  const before = await newsOf(tx, { storeId, source, externalId });
  if (before !== null && before.at.toISOString() === forGood) {
    throw new ApiProblem('conflict', { detail: 'The platform deleted this product.' });
  }
  const spokenAt = nowAfter(now, before?.at ?? null);
  await applyFacts(
    tx,
    storeId,
    [
      {
        kind: 'product',
        source,
        externalId,
        version: versionOf(updatedAt, input, spokenAt),
        title: product.title,
        productType: product.productType ?? null,
        tags: product.tags ?? [],
        imageUrl: product.imageUrl ?? null,
        productUrl: product.productUrl ?? null,
        onSale: product.onSale ?? true,
        variantIds: variants.map((variant) => variant.externalId),
        variants: variants.map((variant) => ({
          externalId: variant.externalId,
          title: variant.title,
          sku: variant.sku ?? null,
          price: variant.price ?? null,
          stock: variant.stock ?? null,
          imageUrl: variant.imageUrl ?? null,
          gtin: gtinOf(variant.gtin),
        })),
      },
    ],
    now,
  );
  return readProduct(tx, storeId, { source, externalId });
}

/** Takes a product that staff put in out of the catalogue. False when it was not there. */
export async function deleteProduct(tx: Tx, key: ProductKey, now: Date): Promise<boolean> {
  const before = await newsOf(tx, { ...key, source: 'staff' });
  if (!before?.there) return false;
  const deletedAt = nowAfter(now, before.at).toISOString();
  await applyFacts(
    tx,
    key.storeId,
    [{ kind: 'deleted_product', source: 'staff', externalId: key.externalId, deletedAt }],
    now,
  );
  return true;
}

/** When something was last told of a product, and whether it is there. */
async function newsOf(
  tx: Tx,
  { storeId, source, externalId }: ProductKey & { readonly source: Source },
): Promise<{ at: Date; there: boolean } | null> {
  const row = await tx
    .selectFrom('products as product')
    .select([sql<Date>`greatest(version_at, deleted_at)`.as('at'), isThere.as('there')])
    .where('store_id', '=', storeId)
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row ?? null;
}

function checkVariants({ variants }: ProductInput): void {
  const ids = new Set<string>();
  for (const [place, { externalId, price, gtin }] of variants.entries()) {
    if (ids.has(externalId)) {
      throw invalid(`variants.${place}.externalId`, 'Another variant of this product has the same id.');
    }
    ids.add(externalId);
    if (gtin && gtinOf(gtin) === null) {
      throw invalid(
        `variants.${place}.gtin`,
        'This is no GTIN: its check digit does not fit, or it has too few or too many digits.',
      );
    }
    if (price && price.amount < 0) {
      throw invalid(`variants.${place}.price.amount`, 'This must not be negative.');
    }
  }
}

const invalid = (path: string, sentence: string): ApiProblem =>
  new ApiProblem('invalid_input', { fields: { [path]: sentence } });
