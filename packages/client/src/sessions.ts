import type { Session, SessionRequest } from '@postlude/contract';
import { openSession as row } from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { Transport } from './transport.ts';

type OpenSession = typeof row;
const wire: WireOf<OpenSession> = {
  method: row.method,
  path: row.path,
  access: row.access,
  output: row.output,
};

/**
 * Opens a shopper session and reads its order, in one round trip and without a preflight.
 *
 * By **proof**: the storefront's server rendered HMAC-SHA256(embed secret, order number) in hexadecimal.
 * By **lookup**: the shopper types the order number and the e-mail, phone or postcode the order was placed with.
 *
 * Opening a session changes nothing, so it is tried again like a read.
 *
 * @throws ApiError `proof_invalid`; `not_found` (the proof is right, but the order has not reached the backend yet: try
 *   again in a moment); `lookup_failed` (no such order or another contact: the answer does not tell
 *   which); `lookup_locked` (`retryAt` says until when); `unknown_store`; `origin_not_allowed`; `invalid_input`
 *   (`fields` says what); `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * try {
 *   const { token, order } = await openSession(transport, { by: 'lookup', order: '1001', contact: '10115' });
 *   show(order);
 * } catch (error) {
 *   if (isProblem(error, 'lookup_failed')) askAgain();
 *   else if (isProblem(error, 'lookup_locked')) showLock(error.retryAt);
 *   else throw error;
 * }
 * ```
 */
export function openSession(
  transport: Transport,
  request: SessionRequest,
  options: CallOptions = {},
): Promise<Session> {
  return call<OpenSession>(
    transport,
    wire,
    { body: request },
    { signal: options.signal, repeatable: true, contentType: 'text/plain;charset=UTF-8' },
  );
}
