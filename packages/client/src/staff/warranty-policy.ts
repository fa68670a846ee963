import type { WarrantyPolicy, WarrantyPolicyInput } from '@postlude/contract';
import {
  getWarrantyPolicy as getRow,
  listWarrantyPolicies as listRow,
  putWarrantyPolicy as putRow,
} from '@postlude/contract/endpoints';
import { call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { PolicyOptions } from './policy.ts';
import { write } from './writes.ts';

/**
 * Reads the warranty policy in force, as data and in sentences.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { version, policy, words } = await getWarrantyPolicy(transport, { locale: 'en' });
 * ```
 */
export function getWarrantyPolicy(
  transport: Transport,
  { locale, ...options }: PolicyOptions = {},
): Promise<WarrantyPolicy> {
  return call(transport, getRow, { query: { locale } }, options);
}

/**
 * Writes a new version of the warranty policy, in force at once for what is filed from now on. Writing the same again
 * makes no new version.
 *
 * @throws ApiError `key_invalid`, `invalid_input`, `policy_contradiction` (`fields` says what does not go together); the
 *   others as every call.
 * @example
 * ```ts
 * const { policy } = await getWarrantyPolicy(transport);
 * await putWarrantyPolicy(transport, { ...policy, registerOnDelivery: true });
 * ```
 */
export function putWarrantyPolicy(
  transport: Transport,
  policy: WarrantyPolicyInput,
  { locale, ...options }: PolicyOptions = {},
): Promise<WarrantyPolicy> {
  return call(transport, putRow, { query: { locale }, body: policy }, write(putRow, options));
}

/**
 * Lists every version of the warranty policy, newest first.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listWarrantyPolicies(transport);
 * ```
 */
export function listWarrantyPolicies(
  transport: Transport,
  { locale, ...options }: PolicyOptions = {},
): Promise<{ items: WarrantyPolicy[] }> {
  return call(transport, listRow, { query: { locale } }, options);
}
