import '../zod-setup.ts';
import * as z from 'zod/mini';
import { Bytes } from '../bytes.ts';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import {
  ReviewPage,
  ReviewReportInput,
  ReviewReportReceipt,
  ReviewsQuery,
  ReviewVote,
} from '../public-reviews.ts';

const ofReview = z.strictObject({ reviewId: idOf('review') });

/** Lists the public reviews of a product, of the shop, or of all. */
export const listReviews = {
  method: 'GET',
  path: '/v1/reviews',
  access: 'publishable',
  summary: 'List public reviews',
  description:
    'The first page brings the summary, how reviews are checked, and JSON-LD for a product. All reviews, good and bad; by default the newest first, as the store has set.',
  query: ReviewsQuery,
  output: ReviewPage,
  conditional: true,
  problems: ['unknown_store', 'origin_not_allowed'],
} as const satisfies Endpoint;

/** Finds a review helpful, or takes that back. */
export const voteOnReview = {
  method: 'PUT',
  path: '/v1/reviews/{reviewId}/vote',
  access: 'publishable',
  summary: 'Find a review helpful, or take that back',
  description:
    'One vote for each network address and review, without a cookie; the address is kept only as a keyed hash.',
  params: ofReview,
  body: ReviewVote,
  output: z.object({ helpful: z.int(), mine: z.boolean() }),
  problems: ['unknown_store', 'origin_not_allowed', 'not_found'],
} as const satisfies Endpoint;

/** Reports a review. */
export const reportReview = {
  method: 'POST',
  path: '/v1/reviews/{reviewId}/reports',
  access: 'publishable',
  summary: 'Report a review',
  description:
    'With a reason; `illegal` is a notice by Article 16 of Regulation (EU) 2022/2065. Receipt and decision are told by mail where an address was given.',
  params: ofReview,
  body: ReviewReportInput,
  output: ReviewReportReceipt,
  status: 201,
  problems: ['unknown_store', 'origin_not_allowed', 'not_found'],
} as const satisfies Endpoint;

/** Opens a photo or video of a public review. */
export const getReviewMedia = {
  method: 'GET',
  path: '/v1/review-media/{key}/{uploadId}',
  access: 'public',
  summary: 'Open a photo or video of a public review',
  description:
    'By the store’s publishable key, so that a page can show it as a picture. Only while the review and the file are shown. `size=small`: at most 480 pixels long.',
  params: z.strictObject({
    key: /* @__PURE__ */ z.string().check(z.maxLength(64)),
    uploadId: idOf('upload'),
  }),
  query: z.strictObject({ size: z.optional(z.enum(['small', 'full'])) }),
  output: Bytes,
  outputKind: 'bytes',
  conditional: true,
  problems: ['not_found'],
} as const satisfies Endpoint;
