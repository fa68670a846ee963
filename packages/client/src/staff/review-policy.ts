import type { ReviewPolicy, ReviewPolicyInput } from '@postlude/contract';
import {
  getReviewPolicy as getRow,
  listReviewPolicies as listRow,
  putReviewPolicy as putRow,
} from '@postlude/contract/endpoints';
import { call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { PolicyOptions } from './policy.ts';
import { write } from './writes.ts';

/**
 * Reads the review policy in force, as data and in sentences.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { version, policy, words } = await getReviewPolicy(transport, { locale: 'en' });
 * ```
 */
export function getReviewPolicy(
  transport: Transport,
  { locale, ...options }: PolicyOptions = {},
): Promise<ReviewPolicy> {
  return call(transport, getRow, { query: { locale } }, options);
}

/**
 * Writes a new version of the review policy, in force at once. A reward that was promised stays as it was promised.
 * Writing the same again makes no new version.
 *
 * @throws ApiError `key_invalid`, `invalid_input`, `policy_contradiction` (`fields` says what does not go together); the
 *   others as every call.
 * @example
 * ```ts
 * const { policy } = await getReviewPolicy(transport);
 * await putReviewPolicy(transport, { ...policy, asks: { ...policy.asks, usageDays: 21 } });
 * ```
 */
export function putReviewPolicy(
  transport: Transport,
  policy: ReviewPolicyInput,
  { locale, ...options }: PolicyOptions = {},
): Promise<ReviewPolicy> {
  return call(transport, putRow, { query: { locale }, body: policy }, write(putRow, options));
}

/**
 * Lists every version of the review policy, newest first.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listReviewPolicies(transport);
 * ```
 */
export function listReviewPolicies(
  transport: Transport,
  { locale, ...options }: PolicyOptions = {},
): Promise<{ items: ReviewPolicy[] }> {
  return call(transport, listRow, { query: { locale } }, options);
}
