import type {
  ReviewDraft,
  ReviewFlag,
  ReviewRejection,
  ReviewReportInput,
  reviewModerations,
  reviewOrigins,
  reviewVerifications,
  reviewVisibilities,
} from '@postlude/contract';
import type { Json, MaybeJson, MaybeMoment, Moment } from '../columns.ts';
import type { FrozenReward } from './asks.ts';

/** A review, of a product or of the shop itself. Imported ones have neither order nor line. */
export interface ReviewsTable {
  store_id: string;
  review_id: string;
  subject: 'product' | 'store';
  order_id: string | null;
  line_id: string | null;
  /** With the platform it was bought on. */
  product_id: string | null;
  product_title: string | null;
  variant: string | null;
  origin: (typeof reviewOrigins)[number];
  /** Of who wrote it, trimmed and lower-cased. */
  email_key: string | null;
  stars: number;
  title: string | null;
  text: string | null;
  scales: Json<Record<string, number>>;
  pros: Json<readonly string[]>;
  cons: Json<readonly string[]>;
  recommend: boolean | null;
  /** Null: anonymous. */
  name: string | null;
  language: string | null;
  /** Of title and text without case, signs and spaces; null where there is too little of them. */
  text_hash: string | null;
  moderation: (typeof reviewModerations)[number];
  visibility: (typeof reviewVisibilities)[number];
  verification: (typeof reviewVerifications)[number];
  /** What was promised before it was written; it is *incentivised* where this is not null. */
  reward: MaybeJson<FrozenReward>;
  flags: ReviewFlag[];
  /** Why it was rejected or hidden. */
  rejected: MaybeJson<{ readonly reason: ReviewRejection; readonly note: string | null }>;
  featured: boolean;
  reply: MaybeJson<{ readonly text: string; readonly at: string }>;
  /** How many rows of `review_votes` there are. */
  helpful: number;
  /** How many rows of `review_media` are not hidden. */
  media: number;
  policy_version: number;
  terms_agreed_at: MaybeMoment;
  /** Counts the entries of its audit. */
  revision: number;
  created_at: Moment;
  edited_at: MaybeMoment;
  /** Since when everybody sees it; null while nobody does. */
  published_at: MaybeMoment;
  updated_at: Moment;
}

/** A photo or video of a review. */
export interface ReviewMediaTable {
  store_id: string;
  review_id: string;
  upload_id: string;
  position: number;
  kind: 'photo' | 'video';
  hidden: boolean;
}

/** What is being written for an order, by line id or `store`. */
export interface ReviewDraftsTable {
  store_id: string;
  order_id: string;
  drafts: Json<Record<string, ReviewDraft>>;
  updated_at: Moment;
  expires_at: Moment;
}

/** What happened to a review; never changed. */
export interface ReviewAuditTable {
  store_id: string;
  review_id: string;
  /** The review's revision after it. */
  sequence: number;
  at: Moment;
  by: string;
  action: string;
  before: string | null;
  after: string;
  note: string | null;
  data: Json<Record<string, unknown>>;
  /** What an undo puts back; null for what cannot be undone. */
  restore: MaybeJson<Record<string, unknown>>;
}

/** Somebody finds a review helpful. `voter` is a keyed hash of a network address. */
export interface ReviewVotesTable {
  store_id: string;
  review_id: string;
  voter: string;
  at: Moment;
}

/** A report of a review. */
export interface ReviewReportsTable {
  store_id: string;
  review_report_id: string;
  review_id: string;
  reason: ReviewReportInput['reason'];
  explanation: string | null;
  name: string | null;
  email: string | null;
  good_faith: boolean;
  locale: string | null;
  received_at: Moment;
  decided_at: MaybeMoment;
  outcome: 'kept' | 'hidden' | null;
  note: string | null;
}

/** A review's words in another language, by the store. */
export interface ReviewTranslationsTable {
  store_id: string;
  review_id: string;
  locale: string;
  title: string | null;
  text: string | null;
  at: Moment;
}

/** Public reviews in numbers. Sums are of whole stars and of whole steps of the scales. */
export interface ReviewNumbers {
  readonly count: number;
  readonly stars: number;
  /** With one star, with two, … */
  readonly buckets: readonly number[];
  readonly incentivised: number;
  readonly imported: number;
  readonly withMedia: number;
  /** Of those that were asked. */
  readonly recommend: number;
  readonly asked: number;
  readonly scales: Readonly<Record<string, { readonly sum: number; readonly count: number }>>;
}

/** Numbers as they are kept: stores that show only verified reviews need those alone. */
export interface KeptNumbers {
  readonly verified: ReviewNumbers;
  readonly unverified: ReviewNumbers;
}

/** The numbers of one product, of all (empty), or of the shop; see `reviews/numbers.ts`. */
export interface ReviewNumbersTable {
  store_id: string;
  subject: 'product' | 'store';
  product_id: string;
  revision: number;
  /** Null from a change until somebody counts. */
  numbers: MaybeJson<KeptNumbers>;
}

/** The tables of migrations 16 and 19. */
export interface ReviewsTables {
  reviews: ReviewsTable;
  review_media: ReviewMediaTable;
  review_drafts: ReviewDraftsTable;
  review_audit: ReviewAuditTable;
  review_votes: ReviewVotesTable;
  review_reports: ReviewReportsTable;
  review_translations: ReviewTranslationsTable;
  review_numbers: ReviewNumbersTable;
}
