import type { WithdrawalInput, WithdrawalReceipt, WithdrawalTerms } from '@postlude/contract';
import {
  declareWithdrawal as declareRow,
  getWithdrawalTerms as termsRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { Transport } from './transport.ts';

type GetTerms = typeof termsRow;
type Declare = typeof declareRow;
const termsWire: WireOf<GetTerms> = {
  method: termsRow.method,
  path: termsRow.path,
  access: termsRow.access,
  output: termsRow.output,
};
const declareWire: WireOf<Declare> = {
  method: declareRow.method,
  path: declareRow.path,
  access: declareRow.access,
  output: declareRow.output,
};

/** What a declaration takes beside its input. */
export interface DeclareOptions extends CallOptions {
  /**
   * The same key and input are one declaration, however often they are sent. One is made for each call and kept over its
   * tries; keep one of your own as long as the shopper may press the button again.
   */
  readonly idempotencyKey?: string | undefined;
}

/**
 * Reads whether the store offers the withdrawal function, and where its plain page is.
 *
 * @throws ApiError `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { offered, page } = await getWithdrawalTerms(transport);
 * if (offered !== 'off') showLink(page);
 * ```
 */
export function getWithdrawalTerms(
  transport: Transport,
  options: CallOptions = {},
): Promise<WithdrawalTerms> {
  return call<GetTerms>(transport, termsWire, {}, { signal: options.signal });
}

/**
 * Declares withdrawal from a contract, after the shopper has confirmed it. Never refused for a doubt: a late one, or one
 * about an order nobody knows, is acknowledged too.
 *
 * @throws ApiError `not_found` (the store does not offer the function), `invalid_input` (`fields` says what),
 *   `idempotency_conflict` (your key was used with another input), `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { number, text, url } = await declareWithdrawal(transport, {
 *   name: 'Mia Keller', contract: '1001', email: 'mia@example.com', locale: 'de',
 * });
 * ```
 */
export function declareWithdrawal(
  transport: Transport,
  declared: WithdrawalInput,
  options: DeclareOptions = {},
): Promise<WithdrawalReceipt> {
  const { signal, idempotencyKey = crypto.randomUUID() } = options;
  return call<Declare>(transport, declareWire, { body: declared }, { signal, idempotencyKey });
}
