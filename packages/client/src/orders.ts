import type { Id, Order } from '@postlude/contract';
import { getOrder as row } from '@postlude/contract/endpoints';
import { type CallOptions, callConditionally, type WireOf } from './call.ts';
import type { Transport } from './transport.ts';

type GetOrder = typeof row;
const wire: WireOf<GetOrder> = { method: row.method, path: row.path, access: row.access, output: row.output };

/** Which order to read, and what opens it. */
export interface OrderRequest {
  /** The session's token. */
  readonly token: string;
  /** The order the session opens. */
  readonly orderId: Id<'order'> | (string & {});
  /** The tag the last answer came with; then the answer may be that nothing changed. */
  readonly etag?: string | null | undefined;
}

/** An order, or the news that it is as it was. */
export type OrderAnswer =
  | { readonly state: 'fresh'; readonly order: Order; readonly etag: string | null }
  | { readonly state: 'unchanged' };

/**
 * Reads the order of a session. Asking again with the `etag` of the last answer costs next to nothing while nothing
 * changed; `order.refreshAfter` says in how many seconds that is worth it.
 *
 * @throws ApiError `session_invalid` (ended: open a new one), `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await getOrder(transport, { token, orderId: order.id, etag });
 * if (answer.state === 'fresh') {
 *   etag = answer.etag;
 *   show(answer.order);
 * }
 * ```
 */
export async function getOrder(
  transport: Transport,
  request: OrderRequest,
  options: CallOptions = {},
): Promise<OrderAnswer> {
  const { token, orderId, etag } = request;
  const answer = await callConditionally<GetOrder>(
    transport,
    wire,
    { params: { orderId } },
    { signal: options.signal, bearer: token, etag },
  );
  return answer.state === 'fresh' ? { state: 'fresh', order: answer.value, etag: answer.etag } : answer;
}
