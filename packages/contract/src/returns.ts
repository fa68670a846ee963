import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Money } from './money.ts';
import { Breakdown, resolutions, Settlement } from './return-money.ts';
import { DropOffPlace, methodKinds, RuleId } from './return-policy.ts';
import { closedCodes, deliveryProblems, ItemRights } from './rights.ts';
import { PublicStore } from './stores.ts';
import { text } from './text.ts';
import { CalendarDate, Instant } from './time.ts';
import { Shipment } from './tracking.ts';
import { Upload } from './uploads.ts';

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

const itemReference = { lineId: idOf('line'), shipmentId: z.nullable(idOf('shipment')), quantity };

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

/** A reason as it is offered. */
const offeredReasonFields = {
  code: z.string(),
  /** In the language asked for; null for the widget's words. */
  label: z.nullable(z.string()),
  shopAtFault: z.boolean(),
  note: z.enum(['off', 'optional', 'required']),
  photos: z.enum(['off', 'optional', 'required']),
  /** Null: for all products. */
  productTypes: z.nullable(z.array(z.string())),
};

/** A reason with the finer ones below it. */
export const OfferedReason = z.object({
  ...offeredReasonFields,
  children: z.array(z.object(offeredReasonFields)),
});
/** See the schema of the same name. */
export type OfferedReason = z.infer<typeof OfferedReason>;

/** A return in a list. */
export const ReturnSummary = z.object({
  id: idOf('return'),
  /** What the shopper can write on the box: `R-1001-1`. */
  number: z.string(),
  route: z.enum(returnRoutes),
  status: z.enum(returnStatuses),
  createdAt: Instant,
  units: z.int(),
});
/** See the schema of the same name. */
export type ReturnSummary = z.infer<typeof ReturnSummary>;

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

/** Everything the returns widget needs to begin: what can be done with each item and why not, and what is under way. */
export const ReturnOptions = z.object({
  orderId: idOf('order'),
  orderNumber: z.string(),
  currency: z.string(),
  /** Opened with a gift code: no prices, and what comes back is for the receiver. */
  isGift: z.boolean(),
  items: z.array(ItemRights),
  reasons: z.array(OfferedReason),
  returns: z.array(ReturnSummary),
  draft: z.nullable(ReturnDraft),
  /** The right of withdrawal for the whole order; null where it is not offered. */
  withdrawal: z.nullable(z.object({ state: z.enum(['open', 'closed']), lastDay: z.nullable(CalendarDate) })),
  policyVersion: z.int(),
  /** The policy in sentences, in the language asked for. */
  policyWords: z.array(z.string()),
  message: z.nullable(z.string()),
  uploads: z.object({ perItem: z.int(), bytes: z.int() }),
  store: PublicStore,
});
/** See the schema of the same name. */
export type ReturnOptions = z.infer<typeof ReturnOptions>;

/** A message between shopper and store. */
export const ReturnMessage = z.object({
  id: idOf('returnMessage'),
  at: Instant,
  from: z.enum(['shopper', 'store']),
  text: z.string(),
  uploads: z.array(Upload),
});
/** See the schema of the same name. */
export type ReturnMessage = z.infer<typeof ReturnMessage>;

/** A message as it is sent. */
export const ReturnMessageInput = z.strictObject({
  text: text(4000),
  uploads: z.optional(/* @__PURE__ */ z.array(idOf('upload')).check(z.maxLength(10))),
});
/** See the schema of the same name. */
export type ReturnMessageInput = z.infer<typeof ReturnMessageInput>;

/** How an item came back. `a` as new, `b` opened, `c` used, `d` damaged or not sellable. */
export const grades = ['a', 'b', 'c', 'd'] as const;

/** An item of a return. */
export const ReturnItem = z.object({
  id: idOf('returnItem'),
  ...itemReference,
  title: z.string(),
  variant: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  reason: z.string(),
  /** The store's own words for the reason; null for the widget's. */
  reasonLabel: z.nullable(z.string()),
  note: z.nullable(z.string()),
  uploads: z.array(Upload),
  resolution: z.enum(resolutions),
  exchange: z.nullable(
    z.object({ variantId: z.string(), title: z.string(), imageUrl: z.nullable(z.string()) }),
  ),
  /** What arrived and in what state; null before. */
  received: z.nullable(z.object({ quantity: z.int(), grade: z.nullable(z.enum(grades)) })),
});
/** See the schema of the same name. */
export type ReturnItem = z.infer<typeof ReturnItem>;

/** Something that happened to a return. */
export const ReturnEvent = z.object({
  at: Instant,
  status: z.enum(returnStatuses),
});

/** A return as the shopper sees it. */
export const Return = z.object({
  ...ReturnSummary.shape,
  orderId: idOf('order'),
  orderNumber: z.string(),
  updatedAt: Instant,
  isGift: z.boolean(),
  problem: z.nullable(z.enum(deliveryProblems)),
  items: z.array(ReturnItem),
  method: z.nullable(
    z.object({
      id: z.string(),
      kind: z.enum(methodKinds),
      name: z.nullable(z.string()),
      note: z.nullable(z.string()),
      place: z.nullable(DropOffPlace),
    }),
  ),
  /** What happened so far, oldest first. */
  events: z.array(ReturnEvent),
  /** On its way until then; null where nothing has to be sent. */
  sendBy: z.nullable(CalendarDate),
  declined: z.nullable(z.object({ code: z.string(), note: z.nullable(z.string()) })),
  /** What the store asks before it decides; null when nothing is asked. */
  question: z.nullable(z.string()),
  /** As filed under its policy; null for gifts and where prices are not known. */
  settlement: z.nullable(Settlement),
  /** What really was given back. */
  settled: z.nullable(
    z.object({
      at: Instant,
      refund: z.nullable(Money),
      storeCredit: z.nullable(Money),
      toPay: z.nullable(Money),
      /** To use the store credit with, when the store gave one. */
      creditCode: z.nullable(z.string()),
      breakdown: z.nullable(Breakdown),
    }),
  ),
  /** The parcel on its way back, as the tracking card shows one. */
  shipment: z.nullable(Shipment),
  address: z.nullable(z.object({ lines: z.array(z.string()), instructions: z.nullable(z.string()) })),
  /** Addresses that work for some minutes; ask again for fresh ones. */
  documents: z.array(z.object({ kind: z.enum(['label', 'packing_slip', 'calendar']), url: z.string() })),
  /** A code to show at the counter, as one SVG path in a square of `size`; null where none is needed. */
  qr: z.nullable(z.object({ text: z.string(), size: z.int(), path: z.string() })),
  messages: z.array(ReturnMessage),
  canCancel: z.boolean(),
  canChange: z.boolean(),
  /** True when the shopper may tell the number of the parcel they sent. */
  canTellParcel: z.boolean(),
  store: PublicStore,
  /** Seconds after which it is worth asking again; null when nothing will change by itself. */
  refreshAfter: z.nullable(z.int()),
});
/** See the schema of the same name. */
export type Return = z.infer<typeof Return>;

/** A parcel the shopper sent on their own. */
export const SentParcel = z.strictObject({
  carrier: z.optional(z.nullable(text(128))),
  trackingNumber: text(255),
});
/** See the schema of the same name. */
export type SentParcel = z.infer<typeof SentParcel>;
