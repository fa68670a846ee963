import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { pageQuery } from './pages.ts';
import { reportReasons } from './public-reviews.ts';
import {
  OwnReview,
  reviewModerations,
  reviewOrigins,
  reviewRejections,
  reviewVerifications,
  reviewVisibilities,
} from './reviews.ts';
import { AuditEntry } from './staff-returns.ts';
import { text } from './text.ts';
import { Instant } from './time.ts';

const by = z.optional(text(200));
const note = z.optional(z.nullable(text(2000)));

/** What automatic rules found. A flag puts a review before staff; it never rejects one. */
export const reviewFlags = [
  'link',
  'contact_data',
  'word',
  /** The same words in another review. */
  'duplicate_text',
  'reported',
  /** Hidden or turning characters were taken out of it. */
  'odd_characters',
] as const;
/** One of `reviewFlags`. */
export type ReviewFlag = (typeof reviewFlags)[number];

/** What staff may do to a review. */
export const reviewActions = [
  'approve',
  'reject',
  'hide',
  'show',
  'feature',
  'unfeature',
  'reply',
  'remove_reply',
  'hide_media',
  'show_media',
  'undo',
] as const;
/** One of `reviewActions`. */
export type ReviewAction = (typeof reviewActions)[number];

/** An action without more. */
export const PlainReviewAction = z.strictObject({ by, note });
/** See the schema of the same name. */
export type PlainReviewAction = z.infer<typeof PlainReviewAction>;

/** Rejects or hides with a reason of the fixed list, which the shopper reads with the note. */
export const ReviewRejectionInput = z.strictObject({ by, reason: z.enum(reviewRejections), note });
/** See the schema of the same name. */
export type ReviewRejectionInput = z.infer<typeof ReviewRejectionInput>;

/** The store's public answer; it takes the place of the one before. */
export const ReviewReplyInput = z.strictObject({ by, text: text(2000) });
/** See the schema of the same name. */
export type ReviewReplyInput = z.infer<typeof ReviewReplyInput>;

/** A review's photo or video, hidden or shown by itself. */
export const ReviewMediaInput = z.strictObject({ by, note, uploadId: idOf('upload') });
/** See the schema of the same name. */
export type ReviewMediaInput = z.infer<typeof ReviewMediaInput>;

/** A review's title and text in another language, made or approved by the store; it is marked as a translation. */
export const ReviewTranslationInput = z.strictObject({
  by,
  locale: text(35),
  title: z.nullable(text(150)),
  text: z.nullable(text(5000)),
});
/** See the schema of the same name. */
export type ReviewTranslationInput = z.infer<typeof ReviewTranslationInput>;

/** A report of a review, for staff. */
export const ReviewReport = z.object({
  id: idOf('reviewReport'),
  reviewId: idOf('review'),
  reason: z.enum(reportReasons),
  explanation: z.nullable(z.string()),
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  receivedAt: Instant,
  /** What was decided; null while it waits. */
  decided: z.nullable(
    z.object({ at: Instant, outcome: z.enum(['kept', 'hidden']), note: z.nullable(z.string()) }),
  ),
});
/** See the schema of the same name. */
export type ReviewReport = z.infer<typeof ReviewReport>;

/** A review for staff, with its five separate fields. */
export const StaffReview = z.object({
  /** What its author sees: moderation, visibility, verification, incentive and the rest. */
  review: OwnReview,
  origin: z.enum(reviewOrigins),
  orderId: z.nullable(idOf('order')),
  orderNumber: z.nullable(z.string()),
  product: z.nullable(z.object({ id: z.string(), title: z.string() })),
  email: z.nullable(z.string()),
  language: z.nullable(z.string()),
  featured: z.boolean(),
  helpful: z.int(),
  flags: z.array(z.enum(reviewFlags)),
  reports: z.array(ReviewReport),
  translations: z.array(z.string()),
  audit: z.array(AuditEntry),
  actions: z.array(z.enum(reviewActions)),
});
/** See the schema of the same name. */
export type StaffReview = z.infer<typeof StaffReview>;

/** A review in a list. */
export const StaffReviewSummary = z.object({
  id: idOf('review'),
  stars: z.int(),
  title: z.nullable(z.string()),
  text: z.nullable(z.string()),
  name: z.nullable(z.string()),
  product: z.nullable(z.object({ id: z.string(), title: z.string() })),
  orderNumber: z.nullable(z.string()),
  moderation: z.enum(reviewModerations),
  visibility: z.enum(reviewVisibilities),
  verification: z.enum(reviewVerifications),
  incentivised: z.boolean(),
  origin: z.enum(reviewOrigins),
  flags: z.array(z.enum(reviewFlags)),
  media: z.int(),
  createdAt: Instant,
});
/** See the schema of the same name. */
export type StaffReviewSummary = z.infer<typeof StaffReviewSummary>;

/** The filters of the queue. */
export const StaffReviewsQuery = z.strictObject({
  ...pageQuery,
  moderation: z.optional(z.enum(reviewModerations)),
  visibility: z.optional(z.enum(reviewVisibilities)),
  verification: z.optional(z.enum(reviewVerifications)),
  origin: z.optional(z.enum(reviewOrigins)),
  flag: z.optional(z.enum(reviewFlags)),
  stars: z.optional(/* @__PURE__ */ z.string().check(z.regex(/^[1-5]$/))),
  product: z.optional(text(255)),
  /** Finds by words of the review, order number or e-mail. */
  q: z.optional(text(255)),
});

/** How a report was decided. Whoever reported with an address, and the author of a hidden review, are told by mail. */
export const ReportDecisionInput = z.strictObject({
  by,
  outcome: z.enum(['kept', 'hidden']),
  /** Needed to hide. */
  reason: z.optional(z.enum(reviewRejections)),
  note,
});
/** See the schema of the same name. */
export type ReportDecisionInput = z.infer<typeof ReportDecisionInput>;

/** The filters of the list of reports. */
export const ReportsQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(z.enum(['open', 'decided'])),
});

/** What the store did with its reviews, by stars: so that an owner sees that the decisions are blind to them. */
export const ReviewStatistics = z.object({
  byStars: z.array(
    z.object({
      stars: z.int(),
      received: z.int(),
      pending: z.int(),
      approved: z.int(),
      rejected: z.int(),
      hidden: z.int(),
      /** Of those that were decided, how many of a hundred were rejected or hidden; null without any. */
      refusedPercent: z.nullable(z.number()),
      reasons: z.array(z.object({ reason: z.enum(reviewRejections), reviews: z.int() })),
    }),
  ),
  incentivised: z.int(),
  verified: z.int(),
  reports: z.object({ open: z.int(), decided: z.int() }),
});
/** See the schema of the same name. */
export type ReviewStatistics = z.infer<typeof ReviewStatistics>;
