import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Money } from './money.ts';
import { pageQuery } from './pages.ts';
import { returnRoutes, returnStatuses } from './return-filing.ts';
import { grades, Return, ReturnSummary } from './returns.ts';
import { ItemRights } from './rights.ts';
import { text } from './text.ts';
import { Instant } from './time.ts';

/** What staff may do to a return. */
export const returnActions = [
  'approve',
  'decline',
  'ask',
  'receive',
  'inspect',
  'refund',
  'close',
  'undo',
] as const;
/** One of `returnActions`. */
export type ReturnAction = (typeof returnActions)[number];

const note = z.optional(z.nullable(text(2000)));
const uploads = z.optional(/* @__PURE__ */ z.array(idOf('upload')).check(z.maxLength(20)));
/** Who does it, as the shop calls them; kept in the audit. */
const by = z.optional(text(200));

/** Approves; the shopper sees label, address and last day. */
export const ApproveInput = z.strictObject({ by, note });

/** Why staff declined. */
export const declineCodes = ['final_sale', 'window_ended', 'not_as_described', 'other'] as const;

/** Declines with a reason. A note is needed for `other`. */
export const DeclineInput = z.strictObject({ by, code: z.enum(declineCodes), note });

/** Asks the shopper before deciding. */
export const AskInput = z.strictObject({ by, text: text(2000) });

/** What arrived. Items that are not named did not. May be called again as more arrives: quantities are totals. */
export const ReceiveInput = z.strictObject({
  by,
  items: /* @__PURE__ */ z
    .array(
      z.strictObject({
        returnItemId: idOf('returnItem'),
        quantity: /* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(1_000_000)),
        grade: z.optional(z.nullable(z.enum(grades))),
        restock: z.optional(z.boolean()),
        note,
        uploads,
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
});
/** See the schema of the same name. */
export type ReceiveInput = z.infer<typeof ReceiveInput>;

/** Settles what arrived, or what the store gives without seeing it. */
export const RefundInput = z.strictObject({
  by,
  /** Gives less or more than what was worked out; never more than what was paid. In minor units, with a note. */
  refund: z.optional(z.nullable(/* @__PURE__ */ z.int().check(z.minimum(0)))),
  storeCredit: z.optional(z.nullable(/* @__PURE__ */ z.int().check(z.minimum(0)))),
  creditCode: z.optional(z.nullable(text(128))),
  note,
});
/** See the schema of the same name. */
export type RefundInput = z.infer<typeof RefundInput>;

/** Ends a return without more to do, or takes back the last action. */
export const PlainActionInput = z.strictObject({ by, note });

/** One entry of the audit: who did what, when, and the state before and after. */
export const AuditEntry = z.object({
  at: Instant,
  /** `shopper`, `rule:<id>`, `carrier`, or the name staff gave. */
  by: z.string(),
  action: z.string(),
  before: z.nullable(z.string()),
  after: z.string(),
  note: z.nullable(z.string()),
  /** The rest of what was decided, as data. */
  data: z.record(z.string(), z.unknown()),
});
/** See the schema of the same name. */
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A return in a list for staff. */
export const StaffReturnSummary = z.object({
  ...ReturnSummary.shape,
  orderId: idOf('order'),
  orderNumber: z.string(),
  email: z.nullable(z.string()),
  updatedAt: Instant,
  value: z.nullable(Money),
});
/** See the schema of the same name. */
export type StaffReturnSummary = z.infer<typeof StaffReturnSummary>;

/** A return for staff: what the shopper sees, what decided it, and what was done. */
export const StaffReturn = z.object({
  return: Return,
  email: z.nullable(z.string()),
  policyVersion: z.int(),
  /** The rights of its items as they were when it was filed. */
  decision: z.array(ItemRights),
  /** How its label stands; null where none is made. */
  label: z.nullable(
    z.object({
      /**
       * `voiding`: the return was cancelled, declined or closed before it was sent, and the carrier is asked to take its label
       * back (a day later where staff did it, who can take it back until then). `voided`: it did; the money comes with the
       * carrier's next statement. `kept`: it does not; `error` says why.
       */
      state: z.enum(['waiting', 'ready', 'failed', 'voiding', 'voided', 'kept']),
      /** Why it failed, and approving again tries again; or why it was not taken back. */
      error: z.nullable(z.string()),
      carrier: z.nullable(z.string()),
      trackingNumber: z.nullable(z.string()),
    }),
  ),
  audit: z.array(AuditEntry),
  /** What can be done now. */
  actions: z.array(z.enum(returnActions)),
});
/** See the schema of the same name. */
export type StaffReturn = z.infer<typeof StaffReturn>;

/** The filters of the list of returns. */
export const ReturnsQuery = z.strictObject({
  ...pageQuery,
  status: z.optional(z.enum(returnStatuses)),
  route: z.optional(z.enum(returnRoutes)),
  /** Finds by return number, order number or e-mail. */
  q: z.optional(text(255)),
});
