import type { PublicStore } from '@postlude/contract';
import { getStore as row } from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { Transport } from './transport.ts';

type GetStore = typeof row;
const wire: WireOf<GetStore> = { method: row.method, path: row.path, access: row.access, output: row.output };

/**
 * Reads what anybody may know of the store the publishable key belongs to: name, language, time zone, contact.
 *
 * @throws ApiError `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { name, contact } = await getStore(transport);
 * ```
 */
export function getStore(transport: Transport, options: CallOptions = {}): Promise<PublicStore> {
  return call<GetStore>(transport, wire, {}, { signal: options.signal });
}
