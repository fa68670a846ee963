import type { Store, StoreUpdate } from '@postlude/contract';
import { getStaffStore as getRow, updateStaffStore as updateRow } from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { write } from './writes.ts';

/**
 * Reads the store's settings.
 *
 * @throws ApiError `key_invalid`; NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { name, origins } = await getStaffStore(transport);
 * ```
 */
export function getStaffStore(transport: Transport, options: CallOptions = {}): Promise<Store> {
  return call(transport, getRow, {}, options);
}

/**
 * Changes the store's settings; what is left out stays.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * await updateStaffStore(transport, { stalledAfterDays: 5 });
 * ```
 */
export function updateStaffStore(
  transport: Transport,
  update: StoreUpdate,
  options: CallOptions = {},
): Promise<Store> {
  return call(transport, updateRow, { body: update }, write(updateRow, options));
}
