import {
  editReview,
  getReview,
  getReviewForm,
  putReviewDrafts,
  sendReview,
  withdrawReview,
} from './own-reviews.ts';
import { listReviews, reportReview, voteOnReview } from './public-reviews.ts';
import type { Transport } from './transport.ts';

/** A function of this package without its transport. */
type Bound<F> = F extends (transport: Transport, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

/** Reviews: writing, editing and withdrawing them with a session, and reading everybody's. */
export interface ClientReviews {
  /** `getReviewForm`: every item of an order with what is asked of it. */
  readonly form: Bound<typeof getReviewForm>;
  /** `putReviewDrafts`: keeps what is being written. */
  readonly putDrafts: Bound<typeof putReviewDrafts>;
  /** `sendReview`: one for each item, and one for the shop. */
  readonly send: Bound<typeof sendReview>;
  /** `getReview`: where an own review stands. */
  readonly get: Bound<typeof getReview>;
  /** `editReview`: the whole content anew. */
  readonly edit: Bound<typeof editReview>;
  /** `withdrawReview`: nobody sees it from then on. */
  readonly withdraw: Bound<typeof withdrawReview>;
  /** `listReviews`: the public ones. */
  readonly list: Bound<typeof listReviews>;
  /** `voteOnReview`: helpful, or not any more. */
  readonly vote: Bound<typeof voteOnReview>;
  /** `reportReview`: to the store. */
  readonly report: Bound<typeof reportReview>;
}

/** The calls with their transport. */
export const reviewsOf = (transport: Transport): ClientReviews => ({
  form: (...rest) => getReviewForm(transport, ...rest),
  putDrafts: (...rest) => putReviewDrafts(transport, ...rest),
  send: (...rest) => sendReview(transport, ...rest),
  get: (...rest) => getReview(transport, ...rest),
  edit: (...rest) => editReview(transport, ...rest),
  withdraw: (...rest) => withdrawReview(transport, ...rest),
  list: (...rest) => listReviews(transport, ...rest),
  vote: (...rest) => voteOnReview(transport, ...rest),
  report: (...rest) => reportReview(transport, ...rest),
});
