import './zod-setup.ts';
import * as z from 'zod/mini';
import { Claim, claimDeclineCodes, RepairQuote } from './claims.ts';
import { idOf } from './ids.ts';
import { Money, MoneyInput } from './money.ts';
import { pageQuery } from './pages.ts';
import { ClaimSummary, claimStatuses } from './passports.ts';
import { AuditEntry } from './staff-returns.ts';
import { text } from './text.ts';
import { CalendarDate, Instant } from './time.ts';

/** What staff may do to a claim. */
export const claimActions = [
  'review',
  'ask',
  'approve',
  'decline',
  'receive',
  'diagnose',
  'quote',
  'await_parts',
  'repair',
  'test',
  'ship',
  'finish',
  'undo',
] as const;
/** One of `claimActions`. */
export type ClaimAction = (typeof claimActions)[number];

const by = z.optional(text(200));
/** Read by the shopper. */
const note = z.optional(z.nullable(text(2000)));

/** An action without more. `expectedOn` tells the shopper when it will be done. */
export const PlainClaimAction = z.strictObject({
  by,
  note,
  expectedOn: z.optional(z.nullable(CalendarDate)),
});
/** See the schema of the same name. */
export type PlainClaimAction = z.infer<typeof PlainClaimAction>;

/** Asks the shopper. */
export const ClaimAskInput = z.strictObject({ by, text: text(2000) });

/** Declines with a reason; `other` needs a note. */
export const ClaimDeclineInput = z.strictObject({ by, code: z.enum(claimDeclineCodes), note });

/** A quote as staff write it. `validUntil` left out: 30 days; less is refused (Directive (EU) 2024/1799, Article 4). */
export const RepairQuoteInput = z.strictObject({
  by,
  repairer: z.strictObject({
    name: text(200),
    address: text(500),
    phone: z.nullable(text(64)),
    email: text(254),
  }),
  defect: text(2000),
  work: text(2000),
  price: MoneyInput,
  priceKind: z.enum(['fixed', 'at_most']),
  calculation: z.optional(z.nullable(text(2000))),
  days: /* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(365)),
  temporary: z.optional(z.nullable(z.strictObject({ text: text(500), price: MoneyInput }))),
  handOver: text(500),
  services: z.optional(
    /* @__PURE__ */ z.array(z.strictObject({ text: text(500), price: MoneyInput })).check(z.maxLength(20)),
  ),
  note,
  validUntil: z.optional(CalendarDate),
});
/** See the schema of the same name. */
export type RepairQuoteInput = z.infer<typeof RepairQuoteInput>;

/** A parcel to the shopper. */
export const ShipBackInput = z.strictObject({
  by,
  note,
  carrier: z.nullable(text(128)),
  trackingNumber: z.nullable(text(255)),
});

/** Ends a claim. */
export const FinishInput = z.strictObject({
  by,
  note,
  /** What was done in the end. A repair under the legal guarantee makes it longer where the law says so. */
  outcome: z.enum(['repaired', 'replaced', 'kit_sent', 'refunded', 'credited', 'nothing_found']),
  /** The serial number of the replacement; it takes the old one's place. */
  serial: z.optional(z.nullable(text(64))),
});
/** See the schema of the same name. */
export type FinishInput = z.infer<typeof FinishInput>;

/** What a claim cost the store. */
export const ClaimCostInput = z.strictObject({
  by,
  kind: z.enum(['parts', 'labour', 'shipping', 'replacement', 'other']),
  price: MoneyInput,
  note,
});

/** A claim in a list for staff. */
export const StaffClaimSummary = z.object({
  ...ClaimSummary.shape,
  passportId: idOf('passport'),
  orderNumber: z.string(),
  title: z.string(),
  email: z.nullable(z.string()),
  updatedAt: Instant,
});
/** See the schema of the same name. */
export type StaffClaimSummary = z.infer<typeof StaffClaimSummary>;

/** A claim for staff. */
export const StaffClaim = z.object({
  claim: Claim,
  email: z.nullable(z.string()),
  policyVersion: z.int(),
  quotes: z.array(RepairQuote),
  costs: z.array(z.object({ at: Instant, kind: z.string(), price: Money, note: z.nullable(z.string()) })),
  audit: z.array(AuditEntry),
  actions: z.array(z.enum(claimActions)),
});
/** See the schema of the same name. */
export type StaffClaim = z.infer<typeof StaffClaim>;

/** The filters of the list of claims. */
export const ClaimsQuery = z.strictObject({
  ...pageQuery,
  status: z.optional(z.enum(claimStatuses)),
  q: z.optional(text(255)),
});

/** Something that waits: for the store, the shopper or a carrier, and since when. */
export const DueItem = z.object({
  kind: z.enum(['registration', 'claim', 'return']),
  id: z.string(),
  number: z.string(),
  status: z.string(),
  waitsFor: z.enum(['store', 'shopper', 'carrier', 'parts']),
  since: Instant,
  title: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type DueItem = z.infer<typeof DueItem>;
