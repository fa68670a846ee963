import type { Tx } from '../db/database.ts';
import type { Source } from '../ingest/facts.ts';

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
 * The variants of products, by the product's id on its platform, each list in the order the shop shows them. A product
 * that is not in the catalogue is not in the answer.
 */
export async function readVariants(
  _tx: Tx,
  _storeId: string,
  _productIds: readonly string[],
  _source: Source,
): Promise<ReadonlyMap<string, readonly CatalogueVariant[]>> {
  return new Map();
}
