import type {
  EndpointInput,
  Id,
  ReviewPage,
  ReviewReportInput,
  ReviewReportReceipt,
  ReviewVote,
} from '@postlude/contract';
import {
  listReviews as listRow,
  reportReview as reportRow,
  voteOnReview as voteRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, type Conditional, call, callConditionally, type WireOf } from './call.ts';
import type { OnceOptions } from './return-writes.ts';
import type { ReadAgain } from './returns.ts';
import type { Transport } from './transport.ts';

type List = typeof listRow;
const listWire: WireOf<List> = {
  method: listRow.method,
  path: listRow.path,
  access: listRow.access,
  output: listRow.output,
};
type Vote = typeof voteRow;
const voteWire: WireOf<Vote> = {
  method: voteRow.method,
  path: voteRow.path,
  access: voteRow.access,
  output: voteRow.output,
};
type Report = typeof reportRow;
const reportWire: WireOf<Report> = {
  method: reportRow.method,
  path: reportRow.path,
  access: reportRow.access,
  output: reportRow.output,
};

/** A review by its id. */
export interface ReviewRef {
  readonly reviewId: Id<'review'> | (string & {});
}

/** Which reviews: of a product, of the shop (`subject: 'store'`), or of all products; sorted, narrowed, from a cursor on. */
export type ReviewsWanted = NonNullable<EndpointInput<List>['query']>;

/**
 * Lists public reviews. The first page brings the summary.
 *
 * @throws ApiError `unknown_store`, `origin_not_allowed`, `invalid_input`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await listReviews(transport, { product: '8200000000001', sort: 'newest' });
 * if (answer.state === 'fresh') show(answer.value.items, answer.value.summary);
 * ```
 */
export function listReviews(
  transport: Transport,
  { etag, ...query }: ReviewsWanted & ReadAgain,
  options: CallOptions = {},
): Promise<Conditional<ReviewPage>> {
  return callConditionally<List>(transport, listWire, { query }, { signal: options.signal, etag });
}

/**
 * Finds a review helpful, or takes that back. The same again changes nothing.
 *
 * @throws ApiError `not_found`, `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { helpful } = await voteOnReview(transport, { reviewId }, { helpful: true });
 * ```
 */
export function voteOnReview(
  transport: Transport,
  { reviewId }: ReviewRef,
  vote: ReviewVote,
  options: CallOptions = {},
): Promise<{ helpful: number; mine: boolean }> {
  return call<Vote>(transport, voteWire, { params: { reviewId }, body: vote }, { signal: options.signal });
}

/**
 * Reports a review to the store. `illegal` is a notice under Article 16 of the Digital Services Act and needs who says so, why,
 * and that they believe it.
 *
 * @throws ApiError `not_found`, `invalid_input`, `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await reportReview(transport, { reviewId }, { reason: 'spam' });
 * ```
 */
export function reportReview(
  transport: Transport,
  { reviewId }: ReviewRef,
  report: ReviewReportInput,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<ReviewReportReceipt> {
  return call<Report>(
    transport,
    reportWire,
    { params: { reviewId }, body: report },
    { signal, idempotencyKey },
  );
}
