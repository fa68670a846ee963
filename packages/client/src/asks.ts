import type { AskResponse, CurrentAsk } from '@postlude/contract';
import { getCurrentAsk as currentRow, respondToAsk as respondRow } from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { OnceOptions } from './return-writes.ts';
import type { ReturnsOf } from './returns.ts';
import type { Transport } from './transport.ts';

type Current = typeof currentRow;
const currentWire: WireOf<Current> = {
  method: currentRow.method,
  path: currentRow.path,
  access: currentRow.access,
  output: currentRow.output,
};
type Respond = typeof respondRow;
const respondWire: WireOf<Respond> = {
  method: respondRow.method,
  path: respondRow.path,
  access: respondRow.access,
  output: respondRow.output,
};

/** Whom to ask: the shopper of a session's order, and what opens it. */
export interface AsksOf extends ReturnsOf {
  /** The language the store's own texts come in; the order's unless told. */
  readonly locale?: string | undefined;
}

/**
 * Reads what the shopper of an order may be asked now: one kind at most, and mostly nothing.
 *
 * @throws ApiError `session_invalid` (ended: open a new one), `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { offer } = await getCurrentAsk(transport, { token, orderId: order.id });
 * if (offer?.kind === 'review') show(offer.asks);
 * ```
 */
export function getCurrentAsk(
  transport: Transport,
  { token, orderId, locale }: AsksOf,
  options: CallOptions = {},
): Promise<CurrentAsk> {
  return call<Current>(
    transport,
    currentWire,
    { params: { orderId }, query: { locale } },
    { signal: options.signal, bearer: token },
  );
}

/**
 * Tells that an offer was shown, or dismissed. Telling the same again on a day changes nothing.
 *
 * @throws ApiError `invalid_input`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await respondToAsk(transport, { token, orderId }, { askIds: offer.asks.map(({ id }) => id), response: 'shown' });
 * ```
 */
export function respondToAsk(
  transport: Transport,
  { token, orderId, locale }: AsksOf,
  response: AskResponse,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<CurrentAsk> {
  return call<Respond>(
    transport,
    respondWire,
    { params: { orderId }, query: { locale }, body: response },
    { signal, bearer: token, idempotencyKey },
  );
}
