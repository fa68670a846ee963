import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { pageQuery } from './pages.ts';
import { AnsweredScale, ReviewMedia, ReviewReply, reviewVerifications } from './reviews.ts';
import { EmailAddress, Locale, text } from './text.ts';
import { Instant } from './time.ts';

/** A review as everybody sees it. */
export const PublicReview = z.object({
  id: idOf('review'),
  /** Null: of the shop itself. */
  product: z.nullable(z.object({ id: z.string(), title: z.string(), variant: z.nullable(z.string()) })),
  stars: z.int(),
  title: z.nullable(z.string()),
  text: z.nullable(z.string()),
  /** BCP 47, as far as it is known. */
  language: z.nullable(z.string()),
  /** A translation into the language asked for, made or approved by the store; null without one. */
  translation: z.nullable(z.object({ title: z.nullable(z.string()), text: z.nullable(z.string()) })),
  pros: z.array(z.string()),
  cons: z.array(z.string()),
  recommend: z.nullable(z.boolean()),
  scales: z.array(AnsweredScale),
  /** Null: anonymous. */
  name: z.nullable(z.string()),
  media: z.array(ReviewMedia),
  verification: z.enum(reviewVerifications),
  incentivised: z.boolean(),
  imported: z.boolean(),
  featured: z.boolean(),
  reply: z.nullable(ReviewReply),
  /** How many found it helpful. */
  helpful: z.int(),
  createdAt: Instant,
  editedAt: z.nullable(Instant),
});
/** See the schema of the same name. */
export type PublicReview = z.infer<typeof PublicReview>;

/** The reviews of a product or of a shop in numbers. Incentivised ones count, and how many they are is told. */
export const ReviewSummary = z.object({
  count: z.int(),
  /** 1 to 5 with two decimals; null without reviews. */
  average: z.nullable(z.number()),
  /** How many gave 1, 2, 3, 4, 5 stars. */
  buckets: z.array(z.int()),
  verified: z.int(),
  incentivised: z.int(),
  imported: z.int(),
  withMedia: z.int(),
  recommend: z.nullable(z.object({ yes: z.int(), of: z.int() })),
  /** Each with its average in `value`, 1 to 5. */
  scales: z.array(z.object({ ...AnsweredScale.shape, value: z.number(), count: z.int() })),
  /** The newest photos and videos. */
  media: z.array(z.object({ reviewId: idOf('review'), media: ReviewMedia })),
  /** *How we check reviews*, in sentences made from the live settings (Directive (EU) 2019/2161; UK DMCC Act 2024, Schedule 20). */
  checks: z.array(z.string()),
  /** schema.org `Product` with `AggregateRating` and `Review`; null for a shop and without reviews. */
  jsonLd: z.nullable(z.record(z.string(), z.unknown())),
});
/** See the schema of the same name. */
export type ReviewSummary = z.infer<typeof ReviewSummary>;

/** How a list of reviews is sorted. */
export const reviewSorts = ['newest', 'helpful', 'highest', 'lowest', 'media'] as const;

/** The query of the public list. Without `product` and with `subject=store`: reviews of the shop; with neither: of all products. */
export const ReviewsQuery = z.strictObject({
  ...pageQuery,
  product: z.optional(text(255)),
  subject: z.optional(z.enum(['product', 'store'])),
  sort: z.optional(z.enum(reviewSorts)),
  stars: z.optional(/* @__PURE__ */ z.string().check(z.regex(/^[1-5]$/))),
  media: z.optional(z.literal('true')),
  verified: z.optional(z.literal('true')),
  /** Words that must occur. */
  q: z.optional(text(100)),
  locale: z.optional(Locale),
});

/** A page of reviews. The first page brings the summary. */
export const ReviewPage = z.object({
  items: z.array(PublicReview),
  next: z.nullable(z.string()),
  /** How they are sorted: as asked for, or as the store has set. */
  sort: z.enum(reviewSorts),
  summary: z.nullable(ReviewSummary),
});
/** See the schema of the same name. */
export type ReviewPage = z.infer<typeof ReviewPage>;

/** A vote on a review; it can be taken back. */
export const ReviewVote = z.strictObject({ helpful: z.boolean() });
/** See the schema of the same name. */
export type ReviewVote = z.infer<typeof ReviewVote>;

/** Why somebody reports a review. `illegal` is a notice by Article 16 of Regulation (EU) 2022/2065 and asks for more. */
export const reportReasons = ['spam', 'offensive', 'personal_data', 'fake', 'off_topic', 'illegal'] as const;

/** A report. For `illegal`: why it is, who says so, and that they believe it (Article 16(2)); other reports need no name. */
export const ReviewReportInput = z.strictObject({
  reason: z.enum(reportReasons),
  explanation: z.optional(z.nullable(text(4000))),
  name: z.optional(z.nullable(text(200))),
  email: z.optional(z.nullable(EmailAddress)),
  goodFaith: z.optional(z.boolean()),
  locale: z.optional(Locale),
});
/** See the schema of the same name. */
export type ReviewReportInput = z.infer<typeof ReviewReportInput>;

/** That a report has arrived. */
export const ReviewReportReceipt = z.object({ id: idOf('reviewReport'), receivedAt: Instant });
/** See the schema of the same name. */
export type ReviewReportReceipt = z.infer<typeof ReviewReportReceipt>;
