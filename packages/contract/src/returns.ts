import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Money } from './money.ts';
import { itemReference, ReturnDraft, returnRoutes, returnStatuses } from './return-filing.ts';
import { Breakdown, resolutions, Settlement } from './return-money.ts';
import { DropOffPlace, methodKinds } from './return-policy.ts';
import { deliveryProblems, ItemRights } from './rights.ts';
import { PublicStore } from './stores.ts';
import { text } from './text.ts';
import { CalendarDate, Instant } from './time.ts';
import { Shipment } from './tracking.ts';
import { Upload } from './uploads.ts';

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
