import type { CertificateCheck } from '@postlude/contract';
import { checkCertificate as row } from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { Transport } from './transport.ts';

type Check = typeof row;
const wire: WireOf<Check> = { method: row.method, path: row.path, access: row.access, output: row.output };

/**
 * Checks a certificate by its code: whether there is such a registration, and what it is worth. Says nobody's name.
 *
 * @throws ApiError `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { valid, status, covers } = await checkCertificate(transport, '7K3D-9QXM-2F4T');
 * ```
 */
export function checkCertificate(
  transport: Transport,
  code: string,
  options: CallOptions = {},
): Promise<CertificateCheck> {
  return call<Check>(transport, wire, { params: { code } }, { signal: options.signal });
}
