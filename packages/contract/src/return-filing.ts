import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Money } from './money.ts';
import { resolutions, Settlement } from './return-money.ts';
import { DropOffPlace, methodKinds, RuleId } from './return-policy.ts';
import { closedCodes, deliveryProblems } from './rights.ts';
import { text } from './text.ts';

/** What a filing is: goods go back, an order is stopped, or a delivery went wrong. */
export const returnRoutes = ['return', 'cancel', 'delivery_problem'] as const;
/** One of `returnRoutes`. */
export type ReturnRoute = (typeof returnRoutes)[number];

/**
 * How far a return is. `requested` waits for the store; `approved` waits for the parcel; `shipped` is on its way;
 * `received` and `inspected` are with the store; `refunded` is settled in whatever way was chosen. `closed` was ended by
 * the store without more to do.
 */
export const returnStatuses = [
  'requested',
  'approved',
  'shipped',
  'received',
  'inspected',
  'refunded',
  'declined',
  'cancelled',
  'closed',
] as const;
/** One of `returnStatuses`. */
export type ReturnStatus = (typeof returnStatuses)[number];

const quantity = /* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(1_000_000));

/** A path in the tree of reasons: `wrong_size.too_small`. */
export const ReasonPath = /* @__PURE__ */ z.string().check(z.regex(/^[a-z0-9][a-z0-9_.-]{0,129}$/));

/** Which units: of a line, in a parcel. */
export const itemReference = { lineId: idOf('line'), shipmentId: z.nullable(idOf('shipment')), quantity };

/** Another variant of the same product, by the shop's own id of it. */
export const ExchangeChoice = z.strictObject({ variantId: text(128) });

/** An item as a shopper files it. Sums are never sent: the server counts them. */
export const FiledItem = z.strictObject({
  ...itemReference,
  reason: ReasonPath,
  note: z.optional(z.nullable(text(2000))),
  uploads: z.optional(/* @__PURE__ */ z.array(idOf('upload')).check(z.maxLength(10))),
  resolution: z.enum(resolutions),
  exchangeFor: z.optional(z.nullable(ExchangeChoice)),
});
/** See the schema of the same name. */
export type FiledItem = z.infer<typeof FiledItem>;

/** A method as a shopper chooses it. */
export const ChosenMethod = z.strictObject({ id: RuleId, placeId: z.optional(z.nullable(RuleId)) });

/** What a shopper files. */
export const ReturnFiling = z.strictObject({
  route: z.enum(returnRoutes),
  /** For `delivery_problem`. */
  problem: z.optional(z.nullable(z.enum(deliveryProblems))),
  items: /* @__PURE__ */ z.array(FiledItem).check(z.minLength(1), z.maxLength(100)),
  /** None for `cancel` and `delivery_problem`. */
  method: z.optional(z.nullable(ChosenMethod)),
  /** What the shopper saw as the total; another sum now answers `quote_changed`. */
  expected: z.optional(z.nullable(z.strictObject({ refund: z.int(), storeCredit: z.int(), toPay: z.int() }))),
});
/** See the schema of the same name. */
export type ReturnFiling = z.infer<typeof ReturnFiling>;

/** What a quote is asked for: a filing of which reasons, method and resolutions may still be open. */
export const ReturnQuoteRequest = z.strictObject({
  /** The return that is being changed: its units may be chosen again, under the policy it was filed under. */
  changing: z.optional(z.nullable(idOf('return'))),
  route: z.enum(returnRoutes),
  problem: z.optional(z.nullable(z.enum(deliveryProblems))),
  items: /* @__PURE__ */ z
    .array(
      z.strictObject({
        ...itemReference,
        reason: z.optional(z.nullable(ReasonPath)),
        resolution: z.optional(z.nullable(z.enum(resolutions))),
        exchangeFor: z.optional(z.nullable(ExchangeChoice)),
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
  method: z.optional(z.nullable(ChosenMethod)),
});
/** See the schema of the same name. */
export type ReturnQuoteRequest = z.infer<typeof ReturnQuoteRequest>;

/** A variant an item can be exchanged for. */
export const ExchangeVariant = z.object({
  variantId: z.string(),
  title: z.string(),
  imageUrl: z.nullable(z.string()),
  /** How many are left; null when the store does not count. */
  stock: z.nullable(z.int()),
  /** What has to be paid more (positive) or comes back (negative) for each unit; null for gifts. */
  difference: z.nullable(Money),
  /** True for the variant that was bought: a replacement. */
  isSame: z.boolean(),
});
/** See the schema of the same name. */
export type ExchangeVariant = z.infer<typeof ExchangeVariant>;

/** What one resolution would come to for one item. */
export const ResolutionQuote = z.object({
  resolution: z.enum(resolutions),
  state: z.enum(['open', 'closed']),
  because: z.nullable(z.enum(closedCodes)),
  /** What the shopper gets, fees and method apart, bonus included; null for `exchange` and where no prices are known. */
  value: z.nullable(Money),
  /** The part of it that is the bonus for store credit; null without one. */
  bonus: z.nullable(Money),
  /** For `exchange`. */
  variants: z.array(ExchangeVariant),
});
/** See the schema of the same name. */
export type ResolutionQuote = z.infer<typeof ResolutionQuote>;

/** A method on offer for what is to go back. */
export const OfferedMethod = z.object({
  id: z.string(),
  kind: z.enum(methodKinds),
  /** In the language asked for; null for the widget's words. */
  name: z.nullable(z.string()),
  note: z.nullable(z.string()),
  price: Money,
  /** True when it costs nothing because the shop is at fault. */
  waived: z.boolean(),
  places: z.array(DropOffPlace),
});
/** See the schema of the same name. */
export type OfferedMethod = z.infer<typeof OfferedMethod>;

/** What a return would come to. Sums side by side before anything is chosen, and the whole once it is. */
export const ReturnQuote = z.object({
  /** In the order of the request. */
  items: z.array(z.object({ ...itemReference, resolutions: z.array(ResolutionQuote) })),
  methods: z.array(OfferedMethod),
  /** True when the store does not want these items back: the only method is `keep_item`. */
  keepItem: z.boolean(),
  /** True when it will be approved at once. */
  autoApproved: z.boolean(),
  /** The whole, once every item has a resolution (and the route a method, where it needs one); null before, and for gifts or unknown prices. */
  settlement: z.nullable(Settlement),
});
/** See the schema of the same name. */
export type ReturnQuote = z.infer<typeof ReturnQuote>;

/** What a shopper has typed so far, kept where the page may keep nothing. Means nothing to the server. */
export const ReturnDraft = z.strictObject({
  step: text(32),
  route: z.optional(z.nullable(z.enum(returnRoutes))),
  problem: z.optional(z.nullable(z.enum(deliveryProblems))),
  items: /* @__PURE__ */ z
    .array(
      z.strictObject({
        ...itemReference,
        reason: z.optional(z.nullable(ReasonPath)),
        note: z.optional(z.nullable(text(2000))),
        uploads: z.optional(/* @__PURE__ */ z.array(idOf('upload')).check(z.maxLength(10))),
        resolution: z.optional(z.nullable(z.enum(resolutions))),
        exchangeFor: z.optional(z.nullable(ExchangeChoice)),
      }),
    )
    .check(z.maxLength(100)),
  method: z.optional(z.nullable(ChosenMethod)),
});
/** See the schema of the same name. */
export type ReturnDraft = z.infer<typeof ReturnDraft>;

/** A parcel the shopper sent on their own. */
export const SentParcel = z.strictObject({
  carrier: z.optional(z.nullable(text(128))),
  trackingNumber: text(255),
});
/** See the schema of the same name. */
export type SentParcel = z.infer<typeof SentParcel>;
