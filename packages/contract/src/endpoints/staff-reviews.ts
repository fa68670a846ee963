import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf } from '../pages.ts';
import type { ProblemCode } from '../problems.ts';
import {
  PlainReviewAction,
  ReportDecisionInput,
  ReportsQuery,
  ReviewMediaInput,
  ReviewRejectionInput,
  ReviewReplyInput,
  ReviewReport,
  ReviewStatistics,
  ReviewTranslationInput,
  StaffReview,
  StaffReviewSummary,
  StaffReviewsQuery,
} from '../staff-reviews.ts';

const ofReview = z.strictObject({ reviewId: idOf('review') });
const problems = [
  'key_invalid',
  'not_found',
  'action_not_possible',
] as const satisfies readonly ProblemCode[];

const action = <Name extends string, Body extends z.ZodMiniType>(
  name: Name,
  body: Body,
  summary: string,
  description: string,
) =>
  ({
    method: 'POST',
    path: `/v1/staff/reviews/{reviewId}/${name}`,
    access: 'staff',
    summary,
    description,
    params: ofReview,
    body,
    output: StaffReview,
    problems,
  }) as const satisfies Endpoint;

/** Lists and searches reviews: the queue. */
export const listStaffReviews = {
  method: 'GET',
  path: '/v1/staff/reviews',
  access: 'staff',
  summary: 'List and search reviews',
  description: 'Newest first, by any of the five fields, flag, stars, product, or words.',
  query: StaffReviewsQuery,
  output: pageOf(StaffReviewSummary),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads a review with its history. */
export const getStaffReview = {
  method: 'GET',
  path: '/v1/staff/reviews/{reviewId}',
  access: 'staff',
  summary: 'Read a review',
  description: 'What its author sees, flags, reports, the audit, and what can be done now.',
  params: ofReview,
  output: StaffReview,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Approves a review. */
export const approveReview = /* @__PURE__ */ action(
  'approve',
  PlainReviewAction,
  'Approve a review',
  'It becomes public. Approving an approved one changes nothing.',
);

/** Rejects a review. */
export const rejectReview = /* @__PURE__ */ action(
  'reject',
  ReviewRejectionInput,
  'Reject a review',
  'With a reason of the fixed list, the same for every rating. The author reads it and may edit.',
);

/** Hides a public review. */
export const hideReview = /* @__PURE__ */ action(
  'hide',
  ReviewRejectionInput,
  'Hide a public review',
  'With a reason of the same list.',
);

/** Shows a hidden review again. */
export const showReview = /* @__PURE__ */ action(
  'show',
  PlainReviewAction,
  'Show a hidden review again',
  'Not one its author has withdrawn.',
);

/** Puts a review first. */
export const featureReview = /* @__PURE__ */ action(
  'feature',
  PlainReviewAction,
  'Put a review first',
  'It is marked as chosen by the store; average and counts stay.',
);

/** Puts it back in line. */
export const unfeatureReview = /* @__PURE__ */ action(
  'unfeature',
  PlainReviewAction,
  'Put a review back in line',
  'The mark goes.',
);

/** Answers a review publicly. */
export const replyToReview = /* @__PURE__ */ action(
  'reply',
  ReviewReplyInput,
  'Answer a review publicly',
  'Takes the place of the answer before.',
);

/** Removes the store's answer. */
export const removeReviewReply = /* @__PURE__ */ action(
  'remove-reply',
  PlainReviewAction,
  'Remove the store’s answer',
  'Without one nothing changes.',
);

/** Hides one photo or video. */
export const hideReviewMedia = /* @__PURE__ */ action(
  'hide-media',
  ReviewMediaInput,
  'Hide one photo or video',
  'The words stay.',
);

/** Shows it again. */
export const showReviewMedia = /* @__PURE__ */ action(
  'show-media',
  ReviewMediaInput,
  'Show a hidden photo or video again',
  'What was hidden by itself.',
);

/** Adds a translation. */
export const translateReview = /* @__PURE__ */ action(
  'translate',
  ReviewTranslationInput,
  'Add a translation',
  'Shown to who reads that language, marked, with the original one tap away. Both null removes it.',
);

/** Takes back the last action. */
export const undoReviewAction = /* @__PURE__ */ action(
  'undo',
  PlainReviewAction,
  'Take back the last action',
  'While nothing came after it.',
);

/** Tells what was done with reviews, by stars. */
export const getReviewStatistics = {
  method: 'GET',
  path: '/v1/staff/review-statistics',
  access: 'staff',
  summary: 'Read what was done with reviews, by stars',
  description: 'So that it can be seen that rejections do not follow the stars (16 CFR 465.7).',
  output: ReviewStatistics,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Lists reports. */
export const listReviewReports = {
  method: 'GET',
  path: '/v1/staff/review-reports',
  access: 'staff',
  summary: 'List reports of reviews',
  description: 'The oldest open one first.',
  query: ReportsQuery,
  output: pageOf(ReviewReport),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Decides a report. */
export const decideReviewReport = {
  method: 'POST',
  path: '/v1/staff/review-reports/{reportId}/decision',
  access: 'staff',
  summary: 'Decide a report',
  description:
    'Keeps the review or hides it with a reason; both sides are told by mail where there is an address.',
  params: z.strictObject({ reportId: idOf('reviewReport') }),
  body: ReportDecisionInput,
  output: ReviewReport,
  problems,
} as const satisfies Endpoint;
