import './zod-setup.ts';
import * as z from 'zod/mini';
import { Money, MoneyInput } from './money.ts';
import { text, WebAddress } from './text.ts';
import { Instant, InstantInput } from './time.ts';

/**
 * A variant as a staff program sends it, under the shop's own id. `stock` are the units on hand; left out or null means that
 * nobody counts, and that it can always be had.
 */
export const VariantInput = z.strictObject({
  externalId: text(128),
  title: text(1000),
  sku: z.optional(z.nullable(text(255))),
  price: z.optional(z.nullable(MoneyInput)),
  stock: z.optional(z.nullable(/* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(1_000_000_000)))),
  imageUrl: z.optional(z.nullable(WebAddress)),
  /** GTIN (EAN, UPC) of 8, 12, 13 or 14 digits, so that the product can be found by the code that stands on it. */
  gtin: z.optional(z.nullable(text(32))),
});
/** See the schema of the same name. */
export type VariantInput = z.infer<typeof VariantInput>;

/** Whose products there can be. `staff` is the shop's own program. */
export const catalogueSources = ['staff', 'shopify', 'woocommerce'] as const;

/**
 * A product as a staff program sends it, with all its variants in the order people see them. Sending it again with a later
 * `updatedAt` replaces it; an earlier one is ignored. A product without choices has one variant.
 *
 * `source` is the platform whose ids these are, for the goods a platform has not told of since it was connected; `staff`
 * unless told. What the platform tells later replaces them.
 */
export const ProductInput = z.strictObject({
  source: z.optional(z.enum(catalogueSources)),
  updatedAt: z.optional(InstantInput),
  title: text(1000),
  productType: z.optional(z.nullable(text(255))),
  tags: z.optional(/* @__PURE__ */ z.array(text(255)).check(z.maxLength(250))),
  imageUrl: z.optional(z.nullable(WebAddress)),
  productUrl: z.optional(z.nullable(WebAddress)),
  /** False for what is not sold now; true unless told. */
  onSale: z.optional(z.boolean()),
  variants: /* @__PURE__ */ z.array(VariantInput).check(z.maxLength(2048)),
});
/** See the schema of the same name. */
export type ProductInput = z.infer<typeof ProductInput>;

/** A variant of a product in the catalogue. `id` is the platform's. */
export const Variant = z.object({
  id: z.string(),
  title: z.string(),
  sku: z.nullable(z.string()),
  price: z.nullable(Money),
  /** Units on hand; null when nobody counts them, or when it is sold without any. */
  stock: z.nullable(z.int()),
  imageUrl: z.nullable(z.string()),
  /** In 14 digits. */
  gtin: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type Variant = z.infer<typeof Variant>;

/** A product in the catalogue. `externalId` is the platform's id of it; `source` says which platform. */
export const Product = z.object({
  externalId: z.string(),
  source: z.string(),
  title: z.string(),
  productType: z.nullable(z.string()),
  tags: z.array(z.string()),
  imageUrl: z.nullable(z.string()),
  productUrl: z.nullable(z.string()),
  onSale: z.boolean(),
  /** When the platform last changed it. */
  updatedAt: Instant,
  variants: z.array(Variant),
});
/** See the schema of the same name. */
export type Product = z.infer<typeof Product>;
