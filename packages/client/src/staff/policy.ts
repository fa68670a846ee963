import type { ReturnPolicy, ReturnPolicyInput } from '@postlude/contract';
import {
  getReturnPolicy as getRow,
  listReturnPolicies as listRow,
  putReturnPolicy as putRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { write } from './writes.ts';

/** What the policy's calls may be asked beside their input. */
export interface PolicyOptions extends CallOptions {
  /** The language of `words`; the store's own unless told. */
  readonly locale?: string | undefined;
}

/**
 * Reads the return policy in force, as data and in sentences.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { version, policy, words } = await getReturnPolicy(transport, { locale: 'en' });
 * ```
 */
export function getReturnPolicy(
  transport: Transport,
  { locale, ...options }: PolicyOptions = {},
): Promise<ReturnPolicy> {
  return call(transport, getRow, { query: { locale } }, options);
}

/**
 * Writes a new version of the return policy, in force at once for what is filed from now on. Writing the same again
 * makes no new version.
 *
 * @throws ApiError `key_invalid`, `invalid_input`, `policy_contradiction` (`fields` says what does not go together); the
 *   others as every call.
 * @example
 * ```ts
 * const { policy } = await getReturnPolicy(transport);
 * await putReturnPolicy(transport, { ...policy, window: { ...policy.window, days: 30 } });
 * ```
 */
export function putReturnPolicy(
  transport: Transport,
  policy: ReturnPolicyInput,
  { locale, ...options }: PolicyOptions = {},
): Promise<ReturnPolicy> {
  return call(transport, putRow, { query: { locale }, body: policy }, write(putRow, options));
}

/**
 * Lists every version of the return policy, newest first.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listReturnPolicies(transport);
 * ```
 */
export function listReturnPolicies(
  transport: Transport,
  { locale, ...options }: PolicyOptions = {},
): Promise<{ items: ReturnPolicy[] }> {
  return call(transport, listRow, { query: { locale } }, options);
}
