import type {
  EndpointArguments,
  EndpointInput,
  ReviewReport,
  ReviewStatistics,
  StaffReview,
  StaffReviewSummary,
} from '@postlude/contract';
import {
  decideReviewReport as decideRow,
  getStaffReview as getRow,
  listStaffReviews as listRow,
  listReviewReports as reportsRow,
  getReviewStatistics as statisticsRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/** Which reviews: by any of the five fields, flag, stars, product, or words. */
export type StaffReviewQuery = EndpointArguments<typeof listRow>['query'];
/** Which reports: those that wait, or those that were decided. */
export type ReviewReportQuery = EndpointArguments<typeof reportsRow>['query'];

/**
 * Lists and searches reviews, the last that came in first: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listStaffReviews(transport, { moderation: 'pending' });
 * ```
 */
export function listStaffReviews(
  transport: Transport,
  query: StaffReviewQuery = {},
  options: CallOptions = {},
): Promise<Page<StaffReviewSummary>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Reads a review: what its author sees, flags, reports, the audit, and what can be done now.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review, flags, actions } = await getStaffReview(transport, 'rev_…');
 * ```
 */
export function getStaffReview(
  transport: Transport,
  reviewId: string,
  options: CallOptions = {},
): Promise<StaffReview> {
  return call(transport, getRow, { params: { reviewId } }, options);
}

/**
 * Tells what was done with reviews, by stars: so that it can be seen that it does not follow them.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { byStars } = await getReviewStatistics(transport);
 * ```
 */
export function getReviewStatistics(
  transport: Transport,
  options: CallOptions = {},
): Promise<ReviewStatistics> {
  return call(transport, statisticsRow, {}, options);
}

/**
 * Lists reports of reviews, the oldest first: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listReviewReports(transport, { state: 'open' });
 * ```
 */
export function listReviewReports(
  transport: Transport,
  query: ReviewReportQuery = {},
  options: CallOptions = {},
): Promise<Page<ReviewReport>> {
  return call(transport, reportsRow, { query }, options);
}

/**
 * Decides a report: the review stays, or is hidden with a reason. Both sides are told by mail where there is an address.
 *
 * @throws ApiError `action_not_possible` once it was decided otherwise, `invalid_input` without a reason to hide, `key_invalid`,
 *   `not_found`; the others as every call.
 * @example
 * ```ts
 * await decideReviewReport(transport, 'rrp_…', { outcome: 'hidden', reason: 'personal_data', by: 'Mia' });
 * ```
 */
export function decideReviewReport(
  transport: Transport,
  reportId: string,
  input: EndpointInput<typeof decideRow>['body'],
  options: WriteOptions = {},
): Promise<ReviewReport> {
  return call(transport, decideRow, { params: { reportId }, body: input }, write(decideRow, options));
}
