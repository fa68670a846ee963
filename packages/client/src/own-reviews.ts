import type { OwnReview, ReviewContent, ReviewDrafts, ReviewForm, ReviewInput } from '@postlude/contract';
import {
  putReviewDrafts as draftsRow,
  editReview as editRow,
  getReviewForm as formRow,
  getReview as readRow,
  sendReview as sendRow,
  withdrawReview as withdrawRow,
} from '@postlude/contract/endpoints';
import {
  type CallDetails,
  type CallOptions,
  type Conditional,
  call,
  callConditionally,
  type WireOf,
} from './call.ts';
import type { ReviewRef } from './public-reviews.ts';
import type { OnceOptions } from './return-writes.ts';
import type { ReadAgain, ReturnsOf } from './returns.ts';
import type { Transport } from './transport.ts';

type Form = typeof formRow;
const formWire: WireOf<Form> = {
  method: formRow.method,
  path: formRow.path,
  access: formRow.access,
  output: formRow.output,
};
type Drafts = typeof draftsRow;
const draftsWire: WireOf<Drafts> = {
  method: draftsRow.method,
  path: draftsRow.path,
  access: draftsRow.access,
  output: draftsRow.output,
};
type Send = typeof sendRow;
const sendWire: WireOf<Send> = {
  method: sendRow.method,
  path: sendRow.path,
  access: sendRow.access,
  output: sendRow.output,
};
type Read = typeof readRow;
const readWire: WireOf<Read> = {
  method: readRow.method,
  path: readRow.path,
  access: readRow.access,
  output: readRow.output,
};
type Edit = typeof editRow;
const editWire: WireOf<Edit> = {
  method: editRow.method,
  path: editRow.path,
  access: editRow.access,
  output: editRow.output,
};
type Withdraw = typeof withdrawRow;
const withdrawWire: WireOf<Withdraw> = {
  method: withdrawRow.method,
  path: withdrawRow.path,
  access: withdrawRow.access,
  output: withdrawRow.output,
};

/** Whose reviews: the order of a session, and what opens it. */
export type ReviewsOf = ReturnsOf;

/** An own review, and what opens its order. */
export interface OwnReviewAddress extends ReviewRef {
  /** The session's token. */
  readonly token: string;
}

type InLanguage = { readonly locale?: string | undefined };

/**
 * Reads everything the review form of an order needs: its items, what is asked of each, what was written already.
 *
 * @throws ApiError `session_invalid` (ended: open a new one), `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await getReviewForm(transport, { token, orderId: order.id });
 * if (answer.state === 'fresh') show(answer.value.subjects);
 * ```
 */
export function getReviewForm(
  transport: Transport,
  { token, orderId, locale, etag }: ReviewsOf & InLanguage & ReadAgain,
  options: CallOptions = {},
): Promise<Conditional<ReviewForm>> {
  return callConditionally<Form>(
    transport,
    formWire,
    { params: { orderId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}

/**
 * Keeps what is being written of an order, all of it at once. `keepalive` lets it arrive even when the page goes.
 *
 * @throws ApiError `invalid_input`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await putReviewDrafts(transport, { token, orderId }, { drafts: { [lineId]: { stars: 4 } } });
 * ```
 */
export function putReviewDrafts(
  transport: Transport,
  { token, orderId }: ReviewsOf,
  drafts: ReviewDrafts,
  { signal, keepalive }: CallOptions & Pick<CallDetails, 'keepalive'> = {},
): Promise<ReviewDrafts> {
  return call<Drafts>(
    transport,
    draftsWire,
    { params: { orderId }, body: drafts },
    { signal, bearer: token, keepalive, repeatable: true },
  );
}

/**
 * Sends a review of an item, or of the shop (`lineId: null`).
 *
 * @throws ApiError `review_incomplete`, `terms_required`, `upload_unknown` (`fields` says what), `review_closed`, `item_unknown`,
 *   `conflict` (there is one: read the form and edit that), `too_many`, `idempotency_conflict`, `session_invalid`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const review = await sendReview(transport, { token, orderId }, { lineId, content: { stars: 4, name: null } });
 * ```
 */
export function sendReview(
  transport: Transport,
  { token, orderId, locale }: ReviewsOf & InLanguage,
  review: ReviewInput,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<OwnReview> {
  return call<Send>(
    transport,
    sendWire,
    { params: { orderId }, query: { locale }, body: review },
    { signal, bearer: token, idempotencyKey },
  );
}

/**
 * Reads an own review: where it stands and why, and what the shop answered.
 *
 * @throws ApiError `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await getReview(transport, { token, reviewId, etag });
 * ```
 */
export function getReview(
  transport: Transport,
  { token, reviewId, locale, etag }: OwnReviewAddress & InLanguage & ReadAgain,
  options: CallOptions = {},
): Promise<Conditional<OwnReview>> {
  return callConditionally<Read>(
    transport,
    readWire,
    { params: { reviewId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}

/**
 * Replaces the content of an own review; one that was withdrawn comes back. Sending the same again changes nothing more.
 *
 * @throws ApiError `review_incomplete`, `upload_unknown`, `too_many`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await editReview(transport, { token, reviewId }, { ...review.content, text: 'Still good after a year.' });
 * ```
 */
export function editReview(
  transport: Transport,
  { token, reviewId, locale }: OwnReviewAddress & InLanguage,
  content: ReviewContent,
  options: CallOptions = {},
): Promise<OwnReview> {
  return call<Edit>(
    transport,
    editWire,
    { params: { reviewId }, query: { locale }, body: content },
    { signal: options.signal, bearer: token, repeatable: true },
  );
}

/**
 * Withdraws an own review: nobody sees it from then on. Withdrawing it again changes nothing.
 *
 * @throws ApiError `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await withdrawReview(transport, { token, reviewId });
 * ```
 */
export function withdrawReview(
  transport: Transport,
  { token, reviewId, locale }: OwnReviewAddress & InLanguage,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<OwnReview> {
  return call<Withdraw>(
    transport,
    withdrawWire,
    { params: { reviewId }, query: { locale } },
    { signal, bearer: token, idempotencyKey },
  );
}
