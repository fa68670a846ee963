import type { ReviewReport, ReviewStatistics, StaffReview, StaffReviewSummary } from '@postlude/contract';
import type { CallOptions } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type List, listOf, type Page } from './lists.ts';
import {
  approveReview,
  featureReview,
  hideReview,
  hideReviewMedia,
  rejectReview,
  removeReviewReply,
  replyToReview,
  showReview,
  showReviewMedia,
  translateReview,
  undoReviewAction,
  unfeatureReview,
} from './review-actions.ts';
import {
  decideReviewReport,
  getReviewStatistics,
  getStaffReview,
  listReviewReports,
  listStaffReviews,
  type ReviewReportQuery,
  type StaffReviewQuery,
} from './reviews.ts';

/** A function about one review without its transport. */
type Bound<F> = F extends (transport: Transport, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

/** `listStaffReviews`: the queue; and what is done with one review. */
export interface StaffReviews extends List<StaffReviewSummary, StaffReviewQuery, CallOptions> {
  /** `getStaffReview`. */
  get(reviewId: string, options?: CallOptions): Promise<StaffReview>;
  /** `approveReview`. */
  readonly approve: Bound<typeof approveReview>;
  /** `rejectReview`. */
  readonly reject: Bound<typeof rejectReview>;
  /** `hideReview`. */
  readonly hide: Bound<typeof hideReview>;
  /** `showReview`. */
  readonly show: Bound<typeof showReview>;
  /** `featureReview`. */
  readonly feature: Bound<typeof featureReview>;
  /** `unfeatureReview`. */
  readonly unfeature: Bound<typeof unfeatureReview>;
  /** `replyToReview`. */
  readonly reply: Bound<typeof replyToReview>;
  /** `removeReviewReply`. */
  readonly removeReply: Bound<typeof removeReviewReply>;
  /** `hideReviewMedia`. */
  readonly hideMedia: Bound<typeof hideReviewMedia>;
  /** `showReviewMedia`. */
  readonly showMedia: Bound<typeof showReviewMedia>;
  /** `translateReview`. */
  readonly translate: Bound<typeof translateReview>;
  /** `undoReviewAction`. */
  readonly undo: Bound<typeof undoReviewAction>;
  /** `getReviewStatistics`: what was done with reviews, by stars. */
  statistics(options?: CallOptions): Promise<ReviewStatistics>;
  /** `listReviewReports`. */
  reports(query?: ReviewReportQuery, options?: CallOptions): Promise<Page<ReviewReport>>;
  /** `decideReviewReport`. */
  readonly decideReport: Bound<typeof decideReviewReport>;
}

/** The calls with their transport. */
export const staffReviewsOf = (transport: Transport): StaffReviews => ({
  ...listOf((query?: StaffReviewQuery, call?: CallOptions) => listStaffReviews(transport, query, call)),
  get: (reviewId, call) => getStaffReview(transport, reviewId, call),
  approve: (...rest) => approveReview(transport, ...rest),
  reject: (...rest) => rejectReview(transport, ...rest),
  hide: (...rest) => hideReview(transport, ...rest),
  show: (...rest) => showReview(transport, ...rest),
  feature: (...rest) => featureReview(transport, ...rest),
  unfeature: (...rest) => unfeatureReview(transport, ...rest),
  reply: (...rest) => replyToReview(transport, ...rest),
  removeReply: (...rest) => removeReviewReply(transport, ...rest),
  hideMedia: (...rest) => hideReviewMedia(transport, ...rest),
  showMedia: (...rest) => showReviewMedia(transport, ...rest),
  translate: (...rest) => translateReview(transport, ...rest),
  undo: (...rest) => undoReviewAction(transport, ...rest),
  statistics: (call) => getReviewStatistics(transport, call),
  reports: (query, call) => listReviewReports(transport, query, call),
  decideReport: (...rest) => decideReviewReport(transport, ...rest),
});
