import type { Passport, Session, Transfer, TransferAcceptance } from '@postlude/contract';
import {
  acceptTransfer as acceptRow,
  cancelTransfer as cancelRow,
  startTransfer as startRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { PassportAddress } from './passports.ts';
import type { OnceOptions } from './return-writes.ts';
import type { Transport } from './transport.ts';

type Start = typeof startRow;
const startWire: WireOf<Start> = {
  method: startRow.method,
  path: startRow.path,
  access: startRow.access,
  output: startRow.output,
};
type Cancel = typeof cancelRow;
const cancelWire: WireOf<Cancel> = {
  method: cancelRow.method,
  path: cancelRow.path,
  access: cancelRow.access,
  output: cancelRow.output,
};
type Accept = typeof acceptRow;
const acceptWire: WireOf<Accept> = {
  method: acceptRow.method,
  path: acceptRow.path,
  access: acceptRow.access,
  output: acceptRow.output,
};

/**
 * Makes a hand-over code for the next owner, or gives the one that is open.
 *
 * @throws ApiError `transfer_closed`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { code, expiresAt } = await startTransfer(transport, { token, passportId });
 * ```
 */
export function startTransfer(
  transport: Transport,
  { token, passportId }: PassportAddress,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<Transfer> {
  return call<Start>(
    transport,
    startWire,
    { params: { passportId } },
    { signal, bearer: token, idempotencyKey },
  );
}

/**
 * Takes a hand-over code back. Taking back what is not there changes nothing.
 *
 * @throws ApiError `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await cancelTransfer(transport, { token, passportId });
 * ```
 */
export function cancelTransfer(
  transport: Transport,
  { token, passportId }: PassportAddress,
  options: CallOptions = {},
): Promise<Passport> {
  return call<Cancel>(
    transport,
    cancelWire,
    { params: { passportId } },
    { signal: options.signal, bearer: token, repeatable: true },
  );
}

/**
 * Takes an item over with the code of its owner, and opens a session for the new one.
 *
 * @throws ApiError `transfer_code_invalid`; `lookup_locked` (`retryAt` says until when); `invalid_input`,
 *   `idempotency_conflict`, `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { token, order } = await acceptTransfer(transport, {
 *   code: '7K3D-9QXM-2F4T', email: 'kim@example.com', consents: { safety: true, marketing: false },
 * });
 * ```
 */
export function acceptTransfer(
  transport: Transport,
  acceptance: TransferAcceptance,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<Session> {
  return call<Accept>(transport, acceptWire, { body: acceptance }, { signal, idempotencyKey });
}
