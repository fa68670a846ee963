import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { OwnReview, ReviewContent, ReviewDrafts, ReviewForm, ReviewInput } from '../reviews.ts';
import { Locale } from '../text.ts';

const ofOrder = z.strictObject({ orderId: idOf('order') });
const ofReview = z.strictObject({ reviewId: idOf('review') });
const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const mine = ['session_invalid', 'origin_not_allowed', 'not_found'] as const;
const content = [
  'review_incomplete',
  'upload_unknown',
  'terms_required',
  'too_many',
] as const satisfies Endpoint['problems'];

/** Reads everything the review form of an order needs. */
export const getReviewForm = {
  method: 'GET',
  path: '/v1/orders/{orderId}/review-form',
  access: 'session',
  summary: 'Read the review form of an order',
  description:
    'Every item, what is asked of it, the reviews that are there and what is being written. Works whatever the asks say.',
  params: ofOrder,
  query: inLanguage,
  output: ReviewForm,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Keeps what is being written. */
export const putReviewDrafts = {
  method: 'PUT',
  path: '/v1/orders/{orderId}/review-drafts',
  access: 'session',
  summary: 'Keep what is being written',
  description: 'All drafts of the order at once; the last one counts. An empty object removes them.',
  params: ofOrder,
  body: ReviewDrafts,
  output: ReviewDrafts,
  problems: mine,
} as const satisfies Endpoint;

/** Sends a review. */
export const sendReview = {
  method: 'POST',
  path: '/v1/orders/{orderId}/reviews',
  access: 'session',
  summary: 'Send a review',
  description:
    'One for each item, and one for the shop. Verified because the session is the order’s. Sending a second one for the same is a conflict: edit the first.',
  params: ofOrder,
  query: inLanguage,
  body: ReviewInput,
  output: OwnReview,
  status: 201,
  problems: [...mine, ...content, 'item_unknown', 'review_closed', 'conflict'],
} as const satisfies Endpoint;

/** Reads an own review. */
export const getReview = {
  method: 'GET',
  path: '/v1/reviews/{reviewId}',
  access: 'session',
  summary: 'Read an own review',
  description: 'Where it stands and why, and what the shop answered.',
  params: ofReview,
  query: inLanguage,
  output: OwnReview,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Edits an own review. */
export const editReview = {
  method: 'PUT',
  path: '/v1/reviews/{reviewId}',
  access: 'session',
  summary: 'Edit an own review',
  description:
    'The whole content, photos included. It is checked again as a new one is; a rejected one waits for the store once more. Writing a withdrawn one again brings it back.',
  params: ofReview,
  query: inLanguage,
  body: ReviewContent,
  output: OwnReview,
  problems: [...mine, ...content],
} as const satisfies Endpoint;

/** Withdraws an own review. */
export const withdrawReview = {
  method: 'POST',
  path: '/v1/reviews/{reviewId}/withdrawal',
  access: 'session',
  summary: 'Withdraw an own review',
  description: 'Nobody sees it from then on. Withdrawing it again changes nothing.',
  params: ofReview,
  query: inLanguage,
  output: OwnReview,
  problems: mine,
} as const satisfies Endpoint;
