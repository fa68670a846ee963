import type { MaybeMoment, MomentOfNow } from '../columns.ts';
import type { Versioned } from './follow-the-parcel.ts';

/**
 * A product of the shop's catalogue. It is there while `deleted_at` is null or before `version_at`; what is not there any
 * more is kept for the lines of old orders.
 */
export interface ProductsTable extends Versioned {
  store_id: string;
  source: string;
  external_id: string;
  title: string;
  product_type: string | null;
  tags: string[];
  image_url: string | null;
  product_url: string | null;
  /** False for drafts and what is archived. */
  on_sale: boolean;
  /** The external ids of the variants it has now, in the order the shop shows them. */
  variant_ids: string[];
  /** The newest moment at which it is known to have been deleted. */
  deleted_at: MaybeMoment;
  created_at: MomentOfNow;
  updated_at: MomentOfNow;
}

/** A variant of a product, as it was last told. Which of them the product still has is in its `variant_ids`. */
export interface ProductVariantsTable extends Versioned {
  store_id: string;
  source: string;
  product_external_id: string;
  external_id: string;
  title: string;
  sku: string | null;
  price_amount: number | null;
  price_currency: string | null;
  /** Units on hand; null when they are not counted, or when it is sold without any. */
  stock: number | null;
  image_url: string | null;
  /** In 14 digits; null when it has none. */
  gtin: string | null;
}

/** The tables of migration 2. */
export interface OrderMoneyTables {
  products: ProductsTable;
  product_variants: ProductVariantsTable;
}
