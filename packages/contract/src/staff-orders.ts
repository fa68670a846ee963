import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Currency, Money, MoneyInput } from './money.ts';
import { Order } from './orders.ts';
import { Country, EmailAddress, Locale, text, WebAddress } from './text.ts';
import { Instant, InstantInput } from './time.ts';

/** A line as a staff program sends it. `externalId` is the shop's own id of the line, stable over updates. */
export const LineInput = z.strictObject({
  externalId: text(128),
  title: text(1000),
  variant: z.optional(z.nullable(text(1000))),
  sku: z.optional(z.nullable(text(255))),
  productId: z.optional(z.nullable(text(128))),
  quantity: /* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(1_000_000)),
  removed: z.optional(/* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(1_000_000))),
  unitPrice: z.optional(z.nullable(MoneyInput)),
  imageUrl: z.optional(z.nullable(WebAddress)),
  productUrl: z.optional(z.nullable(WebAddress)),
});
/** See the schema of the same name. */
export type LineInput = z.infer<typeof LineInput>;

/** An order as a staff program sends it. Sending it again with a later `updatedAt` replaces it; an earlier one is ignored. */
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
        city: z.optional(z.nullable(text(255))),
        region: z.optional(z.nullable(text(255))),
        postcode: z.optional(z.nullable(text(32))),
        country: z.optional(z.nullable(Country)),
      }),
    ),
  ),
  total: z.optional(z.nullable(MoneyInput)),
  cancelledAt: z.optional(z.nullable(InstantInput)),
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
});
/** See the schema of the same name. */
export type StaffOrder = z.infer<typeof StaffOrder>;
