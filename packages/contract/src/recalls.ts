import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { RecallNotice } from './passports.ts';
import { LocalText } from './return-policy.ts';
import { text, WebAddress } from './text.ts';
import { CalendarDate, Instant } from './time.ts';

/** What can be chosen under a recall (Regulation (EU) 2023/988, Article 37). */
export const recallRemedies = ['repair', 'replacement', 'refund'] as const;

/** Which items a recall is about: any of `productIds`, and where they are given one of the batches or ranges. */
export const RecallScope = z.strictObject({
  productIds: /* @__PURE__ */ z.array(text(128)).check(z.minLength(1), z.maxLength(1000)),
  /** Batches of the imported serial lists. */
  batches: z.optional(/* @__PURE__ */ z.array(text(128)).check(z.minLength(1), z.maxLength(1000))),
  /** Serial numbers from … to …, both included, compared as digits and letters of the same length. */
  serials: z.optional(
    /* @__PURE__ */ z
      .array(z.strictObject({ from: text(64), to: text(64) }))
      .check(z.minLength(1), z.maxLength(1000)),
  ),
  /** Sold in these days; without it, always. */
  soldFrom: z.optional(z.nullable(CalendarDate)),
  soldUntil: z.optional(z.nullable(CalendarDate)),
  /** Items whose serial number is not known count as well, unless told: better one warning too many. */
  unknownSerials: z.optional(z.boolean()),
});
/** See the schema of the same name. */
export type RecallScope = z.infer<typeof RecallScope>;

/** A recall as staff publish it: the parts of Article 36 of Regulation (EU) 2023/988, in some languages. */
export const RecallInput = z.strictObject({
  /** The store's own reference; publishing the same again changes nothing. */
  reference: text(64),
  scope: RecallScope,
  product: LocalText,
  identification: z.optional(z.nullable(LocalText)),
  imageUrl: z.optional(z.nullable(WebAddress)),
  sold: z.optional(z.nullable(LocalText)),
  hazard: LocalText,
  action: LocalText,
  remedies: /* @__PURE__ */ z
    .array(z.strictObject({ kind: z.enum(recallRemedies), text: z.optional(z.nullable(LocalText)) }))
    .check(z.minLength(1), z.maxLength(3)),
  contact: z.strictObject({
    phone: z.nullable(text(64)),
    email: z.nullable(text(254)),
    url: z.nullable(WebAddress),
  }),
});
/** See the schema of the same name. */
export type RecallInput = z.infer<typeof RecallInput>;

/** Whom a recall reaches. */
export const RecallReach = z.object({
  /** Items it is about, and owners of them. */
  items: z.int(),
  owners: z.int(),
  /** Owners with an e-mail address. */
  reachable: z.int(),
  /** Mails that went out, and those that failed for good. */
  mailed: z.int(),
  failed: z.int(),
  /** Owners whose page showed it, who said that they read it, and what they chose. */
  acknowledged: z.int(),
  remedies: z.object({ repair: z.int(), replacement: z.int(), refund: z.int() }),
});
/** See the schema of the same name. */
export type RecallReach = z.infer<typeof RecallReach>;

/** A recall for staff. */
export const StaffRecall = z.object({
  id: idOf('recall'),
  reference: z.string(),
  state: z.enum(['published', 'ended']),
  publishedAt: Instant,
  endedAt: z.nullable(Instant),
  recall: RecallInput,
  reach: RecallReach,
});
/** See the schema of the same name. */
export type StaffRecall = z.infer<typeof StaffRecall>;

/** What an owner answers. */
export const RecallAnswer = z.strictObject({
  remedy: z.optional(z.nullable(z.enum(recallRemedies))),
});
/** See the schema of the same name. */
export type RecallAnswer = z.infer<typeof RecallAnswer>;

/** The recalls of a session's items. */
export const RecallList = z.object({ items: z.array(RecallNotice) });
/** See the schema of the same name. */
export type RecallList = z.infer<typeof RecallList>;
