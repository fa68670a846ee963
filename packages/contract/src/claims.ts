import './zod-setup.ts';
import * as z from 'zod/mini';
import { Cover, claimRoutes, DoorDecision } from './cover.ts';
import { idOf } from './ids.ts';
import { Money } from './money.ts';
import { ClaimSummary, claimStatuses } from './passports.ts';
import { RuleId } from './return-policy.ts';
import { ReturnMessageInput } from './returns.ts';
import { PublicStore } from './stores.ts';
import { Country, text } from './text.ts';
import { CalendarDate, Instant } from './time.ts';
import { Shipment } from './tracking.ts';
import { Upload } from './uploads.ts';
import { claimResolutions, repairPlaceKinds } from './warranty-policy.ts';

/** A symptom as it is offered, in the language asked for. */
export const OfferedSymptom = z.object({
  id: z.string(),
  label: z.string(),
  help: z.nullable(z.object({ steps: z.array(z.string()), videoUrl: z.nullable(z.string()) })),
  photos: z.enum(['off', 'optional', 'required']),
});
/** See the schema of the same name. */
export type OfferedSymptom = z.infer<typeof OfferedSymptom>;

/** A place of repair as it is offered. */
export const OfferedPlace = z.object({
  id: z.string(),
  kind: z.enum(repairPlaceKinds),
  name: z.string(),
  address: z.array(z.string()),
  hours: z.array(z.string()),
  url: z.nullable(z.string()),
  note: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type OfferedPlace = z.infer<typeof OfferedPlace>;

/** Everything a shopper needs when something is wrong with an item: every door, and what a claim asks. */
export const ClaimOptions = z.object({
  passportId: idOf('passport'),
  /** Every door, the best one first, then the open ones, then the closed ones. */
  doors: z.array(DoorDecision),
  covers: z.array(Cover),
  symptoms: z.array(OfferedSymptom),
  /** What each route can end with, in the order of preference. */
  resolutions: z.array(z.object({ route: z.enum(claimRoutes), kinds: z.array(z.enum(claimResolutions)) })),
  places: z.array(OfferedPlace),
  claims: z.array(ClaimSummary),
  /** The address a device goes back to, as far as it is known; the shopper may tell another. */
  addressKnown: z.boolean(),
  policyVersion: z.int(),
  uploads: z.object({ perItem: z.int(), bytes: z.int() }),
  store: PublicStore,
});
/** See the schema of the same name. */
export type ClaimOptions = z.infer<typeof ClaimOptions>;

/** Where a device goes back to. */
export const ClaimAddress = z.strictObject({
  name: text(200),
  lines: /* @__PURE__ */ z.array(text(255)).check(z.minLength(1), z.maxLength(4)),
  city: text(255),
  region: z.optional(z.nullable(text(255))),
  postcode: z.optional(z.nullable(text(32))),
  country: Country,
});
/** See the schema of the same name. */
export type ClaimAddress = z.infer<typeof ClaimAddress>;

/** What a shopper files. */
export const ClaimFiling = z.strictObject({
  route: z.enum(claimRoutes),
  /** None where the store has named no symptoms. */
  symptom: z.nullable(RuleId),
  description: text(4000),
  /** Since when. */
  since: CalendarDate,
  uploads: z.optional(/* @__PURE__ */ z.array(idOf('upload')).check(z.maxLength(10))),
  resolution: z.enum(claimResolutions),
  placeId: z.optional(z.nullable(RuleId)),
  /** Left out: the order's. */
  address: z.optional(z.nullable(ClaimAddress)),
});
/** See the schema of the same name. */
export type ClaimFiling = z.infer<typeof ClaimFiling>;

/**
 * A quote for a repair: what the European Repair Information Form asks (Directive (EU) 2024/1799, Article 4 and Annex I), binding
 * for 30 days at least.
 */
export const RepairQuote = z.object({
  id: idOf('repairQuote'),
  state: z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn']),
  repairer: z.object({
    name: z.string(),
    address: z.string(),
    phone: z.nullable(z.string()),
    email: z.string(),
  }),
  goods: z.string(),
  defect: z.string(),
  /** What is done. */
  work: z.string(),
  /** The price, or the most it can be, taxes included; 0 where a cover pays. */
  price: Money,
  priceKind: z.enum(['fixed', 'at_most']),
  /** How it is counted, for `at_most`. */
  calculation: z.nullable(z.string()),
  /** Days from acceptance. */
  days: z.int(),
  /** A device for the time of the repair: none, or what it costs. */
  temporary: z.nullable(z.object({ text: z.string(), price: Money })),
  handOver: z.string(),
  /** Removal, installation, transport and other services with their prices. */
  services: z.array(z.object({ text: z.string(), price: Money })),
  /** Price, services and temporary device together: what is to be paid, or the most it can be (`priceKind`). */
  total: Money,
  note: z.nullable(z.string()),
  validUntil: CalendarDate,
  madeAt: Instant,
  answeredAt: z.nullable(Instant),
});
/** See the schema of the same name. */
export type RepairQuote = z.infer<typeof RepairQuote>;

/** A message about a claim. */
export const ClaimMessage = z.object({
  id: idOf('claimMessage'),
  at: Instant,
  from: z.enum(['shopper', 'store']),
  text: z.string(),
  uploads: z.array(Upload),
});
/** See the schema of the same name. */
export type ClaimMessage = z.infer<typeof ClaimMessage>;

/** A message as it is sent. */
export const ClaimMessageInput = ReturnMessageInput;

/** Why staff decline. `other` needs a note. */
export const claimDeclineCodes = [
  'not_covered',
  'misuse',
  'cover_ended',
  'not_reproducible',
  'no_proof',
  'other',
] as const;

/** A claim as the shopper sees it. */
export const Claim = z.object({
  ...ClaimSummary.shape,
  passportId: idOf('passport'),
  orderId: idOf('order'),
  title: z.string(),
  variant: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  serial: z.nullable(z.string()),
  route: z.enum(claimRoutes),
  symptomLabel: z.nullable(z.string()),
  description: z.string(),
  since: CalendarDate,
  uploads: z.array(Upload),
  resolution: z.enum(claimResolutions),
  place: z.nullable(OfferedPlace),
  address: z.nullable(z.object({ lines: z.array(z.string()) })),
  /** What happened so far, oldest first, with the store's note for the shopper. */
  events: z.array(z.object({ at: Instant, status: z.enum(claimStatuses), note: z.nullable(z.string()) })),
  /** What the store asks; null when nothing is asked. */
  question: z.nullable(z.string()),
  /** The reason, and what is still possible. */
  declined: z.nullable(
    z.object({
      code: z.enum(claimDeclineCodes),
      note: z.nullable(z.string()),
      stillOpen: z.array(DoorDecision),
    }),
  ),
  quote: z.nullable(RepairQuote),
  /** The parcel to the store and the one back, as the tracking card shows one. */
  inbound: z.nullable(Shipment),
  outbound: z.nullable(Shipment),
  documents: z.array(z.object({ kind: z.enum(['label', 'packing_slip']), url: z.string() })),
  messages: z.array(ClaimMessage),
  /** Expected end, as the store told; null when it did not. */
  expectedOn: z.nullable(CalendarDate),
  /** The covers of the item as they are now, with what the repair added. */
  covers: z.array(Cover),
  canCancel: z.boolean(),
  canTellParcel: z.boolean(),
  store: PublicStore,
  refreshAfter: z.nullable(z.int()),
});
/** See the schema of the same name. */
export type Claim = z.infer<typeof Claim>;

/** The answer to a quote. */
export const QuoteAnswer = z.strictObject({ quoteId: idOf('repairQuote'), accept: z.boolean() });
/** See the schema of the same name. */
export type QuoteAnswer = z.infer<typeof QuoteAnswer>;

/** Whether the first help helped. */
export const FirstHelpAnswer = z.strictObject({ symptom: RuleId, helped: z.boolean() });
/** See the schema of the same name. */
export type FirstHelpAnswer = z.infer<typeof FirstHelpAnswer>;
