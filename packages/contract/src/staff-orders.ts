import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Currency, Money, MoneyInput } from './money.ts';
import { Order } from './orders.ts';
import { Country, EmailAddress, Locale, text, WebAddress } from './text.ts';
import { Instant, InstantInput } from './time.ts';

/**
 * A line as a staff program sends it. `externalId` is the shop's own id of the line, stable over updates. Units that a refund
 * of the order names are not `removed` too.
 *
 * `unitPrice` is that of one unit before discounts; `discount` (with the line's share of the order's discounts) and `tax`
 * (after discounts) are of all units together. All money is in the order's currency and not negative, and the discount is no
 * more than the units cost. `productType`, `tags`, `imageUrl` and `productUrl` come from the catalogue where they are left
 * out. `bundleExternalId` is the line this one is a part of.
 */
export const LineInput = z.strictObject({
  externalId: text(128),
  title: text(1000),
  variant: z.optional(z.nullable(text(1000))),
  sku: z.optional(z.nullable(text(255))),
  productId: z.optional(z.nullable(text(128))),
  quantity: /* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(1_000_000)),
  removed: z.optional(/* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(1_000_000))),
  unitPrice: z.optional(z.nullable(MoneyInput)),
  discount: z.optional(MoneyInput),
  tax: z.optional(MoneyInput),
  variantId: z.optional(z.nullable(text(128))),
  productType: z.optional(z.nullable(text(255))),
  tags: z.optional(/* @__PURE__ */ z.array(text(255)).check(z.maxLength(250))),
  bundleExternalId: z.optional(z.nullable(text(128))),
  imageUrl: z.optional(z.nullable(WebAddress)),
  productUrl: z.optional(z.nullable(WebAddress)),
});
/** See the schema of the same name. */
export type LineInput = z.infer<typeof LineInput>;

/**
 * Money that the shop gave back, with the items it was for. A refund is not changed once it was told of: one with the same id
 * that names more counts, one that names less does not.
 */
export const OrderRefundInput = z.strictObject({
  externalId: text(128),
  refundedAt: InstantInput,
  amount: MoneyInput,
  items: /* @__PURE__ */ z
    .array(
      z.strictObject({
        lineExternalId: text(128),
        quantity: /* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(1_000_000)),
      }),
    )
    .check(z.maxLength(1000)),
});
/** See the schema of the same name. */
export type OrderRefundInput = z.infer<typeof OrderRefundInput>;

/**
 * An order as a staff program sends it. Sending it again with a later `updatedAt` replaces it; an earlier one is ignored.
 *
 * With `taxesIncluded` unit prices, discounts and the price of shipping include tax; without, tax is added to them.
 * `shipping` is what was paid for it after its discounts.
 */
export const OrderInput = z.strictObject({
  number: text(128),
  placedAt: InstantInput,
  updatedAt: z.optional(InstantInput),
  currency: Currency,
  locale: z.optional(z.nullable(Locale)),
  email: z.optional(z.nullable(EmailAddress)),
  phone: z.optional(z.nullable(text(64))),
  destination: z.optional(
    z.nullable(
      z.strictObject({
        /** Name and street are for the labels of returns; no page ever shows them. */
        name: z.optional(z.nullable(text(255))),
        lines: z.optional(/* @__PURE__ */ z.array(text(255)).check(z.maxLength(6))),
        city: z.optional(z.nullable(text(255))),
        region: z.optional(z.nullable(text(255))),
        postcode: z.optional(z.nullable(text(32))),
        country: z.optional(z.nullable(Country)),
      }),
    ),
  ),
  total: z.optional(z.nullable(MoneyInput)),
  taxesIncluded: z.optional(z.boolean()),
  shipping: z.optional(z.nullable(z.strictObject({ price: MoneyInput, tax: z.optional(MoneyInput) }))),
  refunds: z.optional(/* @__PURE__ */ z.array(OrderRefundInput).check(z.maxLength(1000))),
  cancelledAt: z.optional(z.nullable(InstantInput)),
  /** The codes it was paid with. */
  discountCodes: z.optional(/* @__PURE__ */ z.array(text(255)).check(z.maxLength(50))),
  /** The shop's own id of the customer. */
  customerId: z.optional(z.nullable(text(128))),
  /** Whatever the shop knows the means of payment by. Kept as a keyed hash, to see whether two paid with the same. */
  paymentFingerprint: z.optional(z.nullable(text(255))),
  /** The buyer's IP address. Of its network (/24, /48) a keyed hash is kept, and nothing else. */
  buyerAddress: z.optional(z.nullable(text(64))),
  /** False while it is not paid. Left out it counts as paid. */
  paid: z.optional(z.nullable(z.boolean())),
  /** The token of a referral's claim, if the page told one with the order. */
  referralToken: z.optional(z.nullable(text(128))),
  lines: /* @__PURE__ */ z.array(LineInput).check(z.maxLength(1000)),
});
/** See the schema of the same name. */
export type OrderInput = z.infer<typeof OrderInput>;

/** An order in a list for staff. */
export const OrderSummary = z.object({
  id: idOf('order'),
  externalId: z.string(),
  source: z.string(),
  number: z.string(),
  placedAt: Instant,
  email: z.nullable(z.string()),
  total: z.nullable(Money),
  cancelledAt: z.nullable(Instant),
  shipments: z.int(),
});
/** See the schema of the same name. */
export type OrderSummary = z.infer<typeof OrderSummary>;

/** An order for staff: what the shopper sees, and what only staff may see. */
export const StaffOrder = z.object({
  summary: OrderSummary,
  /** Exactly what the shopper's card is made of. */
  order: Order,
  /** The line of `embed` attributes that opens this order on the storefront. */
  proof: z.string(),
  /** What the receiver of a gift opens the order with, without seeing prices; for the packing slip. */
  giftCode: z.string(),
});
/** See the schema of the same name. */
export type StaffOrder = z.infer<typeof StaffOrder>;
