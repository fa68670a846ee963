import type { Order, Session, SessionRequest } from '@postlude/contract';

/** What a session needs for reading its order again. `etag` is that of the last answer, null when there is none. */
export interface OrderReading {
  readonly token: string;
  readonly orderId: string;
  readonly etag: string | null;
}

/** The order as it is now, or the word that nothing changed since the `etag` that was sent. */
export type OrderAnswer =
  | { readonly state: 'fresh'; readonly order: Order; readonly etag: string | null }
  | { readonly state: 'unchanged' };

/**
 * Where the model gets orders from. `clientSource` builds one on `@postlude/client`; anything else that answers the
 * same way will do (a storefront's own backend, a test).
 *
 * Both methods reject with something that has a `code`: one of the contract's problems or of the client's errors
 * (`offline`, `unreachable`, `timeout`, …); and, where the server said so, `retryAt`, `requestId` and `fields`. Anything
 * else counts as an unexpected error.
 */
export interface OrderSource {
  open(request: SessionRequest, signal: AbortSignal): Promise<Session>;
  read(session: OrderReading, signal: AbortSignal): Promise<OrderAnswer>;
}
