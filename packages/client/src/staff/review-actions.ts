import type { EndpointInput, StaffReview } from '@postlude/contract';
import {
  approveReview as approveReviewRow,
  featureReview as featureReviewRow,
  hideReviewMedia as hideReviewMediaRow,
  hideReview as hideReviewRow,
  rejectReview as rejectReviewRow,
  removeReviewReply as removeReviewReplyRow,
  replyToReview as replyToReviewRow,
  showReviewMedia as showReviewMediaRow,
  showReview as showReviewRow,
  translateReview as translateReviewRow,
  undoReviewAction as undoReviewActionRow,
  unfeatureReview as unfeatureReviewRow,
} from '@postlude/contract/endpoints';
import { call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type WriteOptions, write } from './writes.ts';

/**
 * Approves a review: it becomes public. Approving an approved one changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await approveReview(transport, 'rev_…', { by: 'Mia' });
 * ```
 */
export function approveReview(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof approveReviewRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    approveReviewRow,
    { params: { reviewId }, body: input },
    write(approveReviewRow, options),
  );
}

/**
 * Rejects a review with a reason of the fixed list, which knows no stars. The author reads it and may edit.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await rejectReview(transport, 'rev_…', { reason: 'spam', by: 'Mia' });
 * ```
 */
export function rejectReview(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof rejectReviewRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    rejectReviewRow,
    { params: { reviewId }, body: input },
    write(rejectReviewRow, options),
  );
}

/**
 * Hides a public review with a reason of the same list.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await hideReview(transport, 'rev_…', { reason: 'personal_data', note: 'A telephone number.' });
 * ```
 */
export function hideReview(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof hideReviewRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(transport, hideReviewRow, { params: { reviewId }, body: input }, write(hideReviewRow, options));
}

/**
 * Shows a hidden review again; not one its author has withdrawn.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await showReview(transport, 'rev_…', { by: 'Mia' });
 * ```
 */
export function showReview(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof showReviewRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(transport, showReviewRow, { params: { reviewId }, body: input }, write(showReviewRow, options));
}

/**
 * Puts a review first; it is marked, average and counts stay.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await featureReview(transport, 'rev_…', { by: 'Mia' });
 * ```
 */
export function featureReview(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof featureReviewRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    featureReviewRow,
    { params: { reviewId }, body: input },
    write(featureReviewRow, options),
  );
}

/**
 * Puts a review back in line.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await unfeatureReview(transport, 'rev_…', { by: 'Mia' });
 * ```
 */
export function unfeatureReview(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof unfeatureReviewRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    unfeatureReviewRow,
    { params: { reviewId }, body: input },
    write(unfeatureReviewRow, options),
  );
}

/**
 * Answers a review publicly; the answer takes the place of the one before.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await replyToReview(transport, 'rev_…', { text: 'Thank you!' });
 * ```
 */
export function replyToReview(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof replyToReviewRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    replyToReviewRow,
    { params: { reviewId }, body: input },
    write(replyToReviewRow, options),
  );
}

/**
 * Removes the store’s answer.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await removeReviewReply(transport, 'rev_…', { by: 'Mia' });
 * ```
 */
export function removeReviewReply(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof removeReviewReplyRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    removeReviewReplyRow,
    { params: { reviewId }, body: input },
    write(removeReviewReplyRow, options),
  );
}

/**
 * Hides one photo or video; the words stay.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await hideReviewMedia(transport, 'rev_…', { uploadId: 'upl_…' });
 * ```
 */
export function hideReviewMedia(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof hideReviewMediaRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    hideReviewMediaRow,
    { params: { reviewId }, body: input },
    write(hideReviewMediaRow, options),
  );
}

/**
 * Shows a hidden photo or video again.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await showReviewMedia(transport, 'rev_…', { uploadId: 'upl_…' });
 * ```
 */
export function showReviewMedia(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof showReviewMediaRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    showReviewMediaRow,
    { params: { reviewId }, body: input },
    write(showReviewMediaRow, options),
  );
}

/**
 * Keeps a translation of title and text; both null removes it.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await translateReview(transport, 'rev_…', { locale: 'de', title: null, text: 'Gut.' });
 * ```
 */
export function translateReview(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof translateReviewRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    translateReviewRow,
    { params: { reviewId }, body: input },
    write(translateReviewRow, options),
  );
}

/**
 * Takes back the last action, while nothing came after it.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { review } = await undoReviewAction(transport, 'rev_…', { by: 'Mia' });
 * ```
 */
export function undoReviewAction(
  transport: Transport,
  reviewId: string,
  input: EndpointInput<typeof undoReviewActionRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReview> {
  return call(
    transport,
    undoReviewActionRow,
    { params: { reviewId }, body: input },
    write(undoReviewActionRow, options),
  );
}
