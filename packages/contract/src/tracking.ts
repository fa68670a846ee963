import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { CalendarDate, Instant, LocalTime } from './time.ts';
import { ShopperAction, TrackingStatus } from './tracking-status.ts';

// An answer of a newer server may hold a word this version does not know. One word must not cost the shopper the whole
// order, so the open vocabularies are read as the nearest safe word; requests are held to the words themselves.
const KnownStatus = z.catch(TrackingStatus, 'exception');
const KnownAction = z.catch(ShopperAction, 'contact_store');

/** A carrier. `code` is a lower-case short name (`dhl`, `ups`) when it is one we know, null otherwise. */
export const Carrier = z.object({ code: z.nullable(z.string()), name: z.string() });
/** See the schema of the same name. */
export type Carrier = z.infer<typeof Carrier>;

/** Where something happened, as far as the carrier says. */
export const Place = z.object({
  city: z.nullable(z.string()),
  region: z.nullable(z.string()),
  /** ISO 3166-1 alpha-2. */
  country: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type Place = z.infer<typeof Place>;

/** One scan or message of a carrier. */
export const TrackingEvent = z.object({
  id: idOf('trackingEvent'),
  /** When it happened. When the carrier gave no zone this is the best estimate, good for sorting only. */
  at: Instant,
  /** The wall clock at the place it happened; what people should be shown. */
  localTime: LocalTime,
  /** The offset of that wall clock from UTC (`+02:00`); null when the carrier did not say. */
  offset: z.nullable(z.string()),
  status: KnownStatus,
  subStatus: z.nullable(z.string()),
  /** The carrier's own words, as plain text. */
  message: z.nullable(z.string()),
  place: z.nullable(Place),
  carrier: z.nullable(Carrier),
});
/** See the schema of the same name. */
export type TrackingEvent = z.infer<typeof TrackingEvent>;

/** When a parcel is said to arrive: on `until`, or between `from` and `until`; days in the zone of the destination. */
export const DeliveryPromise = z.object({
  from: z.nullable(CalendarDate),
  until: CalendarDate,
  zone: z.nullable(z.string()),
  /** Who says so. */
  source: z.enum(['carrier', 'store', 'platform']),
});
/** See the schema of the same name. */
export type DeliveryPromise = z.infer<typeof DeliveryPromise>;

/** One line of the promise ledger: what was promised, since when, and how it differs from the promise before. */
export const PromiseChange = z.object({
  observedAt: Instant,
  promise: DeliveryPromise,
  change: z.enum(['first', 'earlier', 'later', 'narrowed', 'widened', 'withdrawn_and_restored']),
  /** Why, if it is known: the sub-status of the delay, or null. */
  reason: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type PromiseChange = z.infer<typeof PromiseChange>;

/** Where and how to collect a parcel. */
export const PickupPoint = z.object({
  name: z.nullable(z.string()),
  /** Address lines in the order they are written. */
  address: z.array(z.string()),
  /** Opening hours as the carrier words them, a line each. */
  hours: z.array(z.string()),
  /** The code to show or type in. */
  code: z.nullable(z.string()),
  /** The last day it is kept. */
  until: z.nullable(CalendarDate),
});
/** See the schema of the same name. */
export type PickupPoint = z.infer<typeof PickupPoint>;

/** What the carrier says of the handing over. */
export const DeliveryProof = z.object({
  at: Instant,
  localTime: LocalTime,
  offset: z.nullable(z.string()),
  signedBy: z.nullable(z.string()),
  /** Where it was left, in the carrier's words. */
  leftAt: z.nullable(z.string()),
  photoUrl: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type DeliveryProof = z.infer<typeof DeliveryProof>;

/** One carrier's part of a journey that several share. */
export const Leg = z.object({
  carrier: Carrier,
  trackingNumber: z.nullable(z.string()),
  trackingUrl: z.nullable(z.string()),
  /** When this carrier took over. */
  since: z.nullable(Instant),
});
/** See the schema of the same name. */
export type Leg = z.infer<typeof Leg>;

/** The steps drawn as progress, in order. */
export const progressSteps = ['ordered', 'shipped', 'in_transit', 'out_for_delivery', 'delivered'] as const;

/** One step of the progress. `problem` is a current step that something is wrong with. */
export const ProgressStep = z.object({
  step: z.enum(progressSteps),
  state: z.enum(['done', 'current', 'problem', 'upcoming']),
  at: z.nullable(Instant),
});
/** See the schema of the same name. */
export type ProgressStep = z.infer<typeof ProgressStep>;

/** The codes of the one sentence that matters, for a parcel or for a whole order. */
export const headlineCodes = [
  'cancelled',
  'preparing',
  'label_created',
  'in_transit',
  'arrives_on',
  'arrives_between',
  'arrives_today',
  'arrives_tomorrow',
  'out_for_delivery',
  'available_for_pickup',
  'attempt_failed',
  'delayed',
  'late',
  'stalled',
  'held',
  'action_required',
  'delivered',
  'returning',
  'returned',
  'lost',
  'damaged',
  'exception',
  'expired',
] as const;

/** The one sentence that matters, as a code and the facts the sentence needs. */
export const Headline = z.object({
  code: z.catch(z.enum(headlineCodes), 'exception'),
  /** The day it speaks of (arrival, delivery, last day of collection), in the destination's own calendar. */
  date: z.nullable(CalendarDate),
  /** The last day, where it speaks of a span. */
  until: z.nullable(CalendarDate),
  /** Days it is late, or days without a scan. */
  days: z.nullable(z.int()),
  /** How much attention it needs; never shown as colour alone. */
  tone: z.enum(['neutral', 'progress', 'success', 'warning', 'problem']),
});
/** See the schema of the same name. */
export type Headline = z.infer<typeof Headline>;

/** Units of an order line. */
export const Item = z.object({ lineId: idOf('line'), quantity: z.int() });
/** See the schema of the same name. */
export type Item = z.infer<typeof Item>;

/** What the shopper must do, and where and until when. */
export const RequiredAction = z.object({
  action: KnownAction,
  url: z.nullable(z.string()),
  until: z.nullable(CalendarDate),
});
/** See the schema of the same name. */
export type RequiredAction = z.infer<typeof RequiredAction>;

/** A parcel with everything known of it. */
export const Shipment = z.object({
  id: idOf('shipment'),
  status: KnownStatus,
  subStatus: z.nullable(z.string()),
  headline: Headline,
  steps: z.array(ProgressStep),
  items: z.array(Item),
  carrier: z.nullable(Carrier),
  trackingNumber: z.nullable(z.string()),
  trackingUrl: z.nullable(z.string()),
  /** Empty unless more than one carrier takes part; the first carrier first. */
  legs: z.array(Leg),
  shippedAt: z.nullable(Instant),
  deliveredAt: z.nullable(Instant),
  promise: z.nullable(DeliveryPromise),
  /** Oldest first. One entry while the promise never changed. */
  promises: z.array(PromiseChange),
  /** Days past the last promised day, null while not late. */
  lateDays: z.nullable(z.int()),
  /** Days without a scan once that is more than the store's patience, null otherwise. */
  stalledDays: z.nullable(z.int()),
  actionRequired: z.nullable(RequiredAction),
  pickup: z.nullable(PickupPoint),
  proof: z.nullable(DeliveryProof),
  /** Newest first, at most 100. */
  events: z.array(TrackingEvent),
});
/** See the schema of the same name. */
export type Shipment = z.infer<typeof Shipment>;
