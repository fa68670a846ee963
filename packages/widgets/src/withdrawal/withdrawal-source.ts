import type {
  Session,
  SessionRequest,
  WithdrawalInput,
  WithdrawalReceipt,
  WithdrawalTerms,
} from '@postlude/contract';

/**
 * What the model needs from a backend. `clientSource` builds one on `@postlude/client`; anything else that answers the
 * same way will do (a storefront's own backend, a test).
 *
 * All reject with something that has a `code`: one of the contract's problems or of the client's errors (`offline`,
 * `unreachable`, `timeout`, …); and, where the server said so, `requestId` and `fields`. Anything else counts as an
 * unexpected error.
 */
export interface WithdrawalSource {
  /** Whether the store offers the function, and where its plain page is. */
  terms(signal: AbortSignal): Promise<WithdrawalTerms>;
  /** Opens the order the page knows, for its number and items. */
  open(request: SessionRequest, signal: AbortSignal): Promise<Session>;
  /** Declares. The same key and input are one declaration, however often they are sent. */
  declare(declared: WithdrawalInput, idempotencyKey: string, signal: AbortSignal): Promise<WithdrawalReceipt>;
}
