import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { RuleId } from './return-policy.ts';
import { FieldMode } from './review-policy.ts';
import { PublicStore } from './stores.ts';
import { text } from './text.ts';
import { Instant } from './time.ts';
import { Upload } from './uploads.ts';

/** Where a review stands with the store. */
export const reviewModerations = ['pending', 'approved', 'rejected'] as const;
/** Whether it can be seen: `hidden` by the store, `withdrawn` by who wrote it. */
export const reviewVisibilities = ['shown', 'hidden', 'withdrawn'] as const;
/** Set by the server alone: `verified` was written with a session of the order it is about. */
export const reviewVerifications = ['verified', 'unverified'] as const;
/** How it came: after an ask, by the plain form, from a file. */
export const reviewOrigins = ['ask', 'form', 'import'] as const;

/**
 * Why a review is rejected or hidden: the reasons the FTC and Google accept, none of which knows the stars. There is no *other*.
 */
export const reviewRejections = [
  'spam',
  'not_about_product',
  'personal_data',
  'unlawful',
  'obscene',
  'rights_of_others',
  'conflict_of_interest',
  'duplicate',
] as const;
/** One of `reviewRejections`. */
export type ReviewRejection = (typeof reviewRejections)[number];

const stars = /* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(5));
const points = /* @__PURE__ */ z.array(text(80)).check(z.maxLength(10));
const scaleValues = /* @__PURE__ */ z.record(RuleId, stars);

/** What can be said in a review. Everything but the stars can be left out unless the store asks for it. */
export const ReviewContent = z.strictObject({
  stars,
  title: z.optional(z.nullable(text(150))),
  text: z.optional(z.nullable(text(5000))),
  scales: z.optional(scaleValues),
  pros: z.optional(points),
  cons: z.optional(points),
  recommend: z.optional(z.nullable(z.boolean())),
  uploads: z.optional(/* @__PURE__ */ z.array(idOf('upload')).check(z.maxLength(10))),
  /** The name to show; null: anonymous. */
  name: z.nullable(text(60)),
});
/** See the schema of the same name. */
export type ReviewContent = z.infer<typeof ReviewContent>;

/** A review as it is sent. `lineId` null: of the shop itself. */
export const ReviewInput = z.strictObject({
  lineId: z.nullable(idOf('line')),
  content: ReviewContent,
  /** True when the store's terms were shown and agreed to. */
  termsAgreed: z.optional(z.boolean()),
});
/** See the schema of the same name. */
export type ReviewInput = z.infer<typeof ReviewInput>;

/** A review that is being written, kept so that one tap on a star is not lost. Anything in it may be missing. */
export const ReviewDraft = z.strictObject({
  stars: z.optional(stars),
  title: z.optional(/* @__PURE__ */ z.string().check(z.maxLength(150))),
  text: z.optional(/* @__PURE__ */ z.string().check(z.maxLength(5000))),
  scales: z.optional(scaleValues),
  pros: z.optional(points),
  cons: z.optional(points),
  recommend: z.optional(z.nullable(z.boolean())),
  uploads: z.optional(/* @__PURE__ */ z.array(idOf('upload')).check(z.maxLength(10))),
  name: z.optional(z.nullable(/* @__PURE__ */ z.string().check(z.maxLength(60)))),
});
/** See the schema of the same name. */
export type ReviewDraft = z.infer<typeof ReviewDraft>;

/** Drafts of an order, by line; the key `store` is the shop itself. */
export const ReviewDrafts = z.strictObject({
  drafts: /* @__PURE__ */ z.record(
    /* @__PURE__ */ z.string().check(z.regex(/^(store|lin_[0-9a-f]{32})$/)),
    ReviewDraft,
  ),
});
/** See the schema of the same name. */
export type ReviewDrafts = z.infer<typeof ReviewDrafts>;

/** A photo or video of a review. */
export const ReviewMedia = z.object({
  id: idOf('upload'),
  kind: z.enum(['photo', 'video']),
  url: z.string(),
  /** Pixels; null where they are not known. */
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
});
/** See the schema of the same name. */
export type ReviewMedia = z.infer<typeof ReviewMedia>;

/** The store's public answer. */
export const ReviewReply = z.object({ text: z.string(), at: Instant });
/** See the schema of the same name. */
export type ReviewReply = z.infer<typeof ReviewReply>;

/** A scale with the answer, in the language asked for. */
export const AnsweredScale = z.object({
  id: z.string(),
  label: z.string(),
  low: z.string(),
  middle: z.nullable(z.string()),
  high: z.string(),
  value: z.int(),
});
/** See the schema of the same name. */
export type AnsweredScale = z.infer<typeof AnsweredScale>;

/** A review as who wrote it sees it. */
export const OwnReview = z.object({
  id: idOf('review'),
  /** Null: of the shop itself. */
  lineId: z.nullable(idOf('line')),
  content: ReviewContent,
  uploads: z.array(z.object({ upload: Upload, hidden: z.boolean() })),
  moderation: z.enum(reviewModerations),
  /** Why it was rejected or hidden, and what the store added; null otherwise. */
  rejected: z.nullable(z.object({ reason: z.enum(reviewRejections), note: z.nullable(z.string()) })),
  visibility: z.enum(reviewVisibilities),
  verification: z.enum(reviewVerifications),
  incentivised: z.boolean(),
  /** What was promised for it, with its code once it was sent; null without one. */
  reward: z.nullable(z.object({ label: z.string(), code: z.nullable(z.string()) })),
  reply: z.nullable(ReviewReply),
  createdAt: Instant,
  editedAt: z.nullable(Instant),
  /** Since when others see it; null while they do not. */
  publishedAt: z.nullable(Instant),
});
/** See the schema of the same name. */
export type OwnReview = z.infer<typeof OwnReview>;

/** Why no review can be written of an item. A written one can be edited. */
export const reviewClosed = ['order_cancelled', 'no_product', 'gift', 'not_bought_here'] as const;

/** Something that can be reviewed: an item of the order, or the shop. */
export const ReviewSubject = z.object({
  /** Null: the shop itself. */
  lineId: z.nullable(idOf('line')),
  title: z.string(),
  variant: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  productUrl: z.nullable(z.string()),
  closed: z.nullable(z.enum(reviewClosed)),
  /** The form of this item. */
  fields: z.object({
    title: FieldMode,
    text: FieldMode,
    photos: FieldMode,
    videos: FieldMode,
    prosAndCons: FieldMode,
    recommend: FieldMode,
  }),
  /** Questions that help to write, in the language asked for. */
  prompts: z.array(z.string()),
  scales: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      low: z.string(),
      middle: z.nullable(z.string()),
      high: z.string(),
      required: z.boolean(),
    }),
  ),
  /** What the store gives for it, whatever it says; null: nothing. */
  reward: z.nullable(z.object({ label: z.string() })),
  /** The review that is there already. */
  review: z.nullable(OwnReview),
});
/** See the schema of the same name. */
export type ReviewSubject = z.infer<typeof ReviewSubject>;

/** Everything the review form of an order needs. */
export const ReviewForm = z.object({
  orderId: idOf('order'),
  orderNumber: z.string(),
  subjects: z.array(ReviewSubject),
  drafts: ReviewDrafts.shape.drafts,
  /** Names to choose from: *Mara Okafor*, *Mara O.*; empty when none is known. */
  names: z.array(z.string()),
  terms: z.nullable(z.object({ text: z.string(), url: z.nullable(z.string()) })),
  /** Reviews are read before they are public. */
  checkedFirst: z.boolean(),
  /** How reviews are checked, in sentences: from the live settings. */
  checks: z.array(z.string()),
  policyVersion: z.int(),
  uploads: z.object({ perReview: z.int(), bytes: z.int(), videoBytes: z.int(), videoSeconds: z.int() }),
  store: PublicStore,
});
/** See the schema of the same name. */
export type ReviewForm = z.infer<typeof ReviewForm>;
