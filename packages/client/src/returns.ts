import type {
  Id,
  Return,
  ReturnOptions,
  ReturnQuote,
  ReturnQuoteRequest,
  ReturnSummary,
} from '@postlude/contract';
import {
  getReturn as getRow,
  listReturns as listRow,
  getReturnOptions as optionsRow,
  quoteReturn as quoteRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, type Conditional, call, callConditionally, type WireOf } from './call.ts';
import type { Transport } from './transport.ts';

type GetOptions = typeof optionsRow;
const optionsWire: WireOf<GetOptions> = {
  method: optionsRow.method,
  path: optionsRow.path,
  access: optionsRow.access,
  output: optionsRow.output,
};
type Quote = typeof quoteRow;
const quoteWire: WireOf<Quote> = {
  method: quoteRow.method,
  path: quoteRow.path,
  access: quoteRow.access,
  output: quoteRow.output,
};
type ListReturns = typeof listRow;
const listWire: WireOf<ListReturns> = {
  method: listRow.method,
  path: listRow.path,
  access: listRow.access,
  output: listRow.output,
};
type GetReturn = typeof getRow;
const getWire: WireOf<GetReturn> = {
  method: getRow.method,
  path: getRow.path,
  access: getRow.access,
  output: getRow.output,
};

/** Whose returns: the order of a session, and what opens it. */
export interface ReturnsOf {
  /** The session's token. */
  readonly token: string;
  readonly orderId: Id<'order'> | (string & {});
}

/** Which return, and what opens its order. */
export interface ReturnAddress {
  readonly token: string;
  readonly returnId: Id<'return'> | (string & {});
}

/** What every read takes beside whose it is. */
export interface ReadAgain {
  /** The language the store's own texts come in; the order's unless told. */
  readonly locale?: string | undefined;
  /** The tag the last answer came with; then the answer may be that nothing changed. */
  readonly etag?: string | null | undefined;
}

/**
 * Reads what can be done with each item of an order: every route, open or closed and why, the reasons and the draft.
 *
 * @throws ApiError `session_invalid` (ended: open a new one), `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await getReturnOptions(transport, { token, orderId: order.id, locale: 'de' });
 * if (answer.state === 'fresh') show(answer.value.items);
 * ```
 */
export function getReturnOptions(
  transport: Transport,
  { token, orderId, locale, etag }: ReturnsOf & ReadAgain,
  options: CallOptions = {},
): Promise<Conditional<ReturnOptions>> {
  return callConditionally<GetOptions>(
    transport,
    optionsWire,
    { params: { orderId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}

/**
 * Works out what a return would come to: the sums of each resolution side by side, the methods, and the whole once all is
 * chosen. Changes nothing, so it is tried again like a read.
 *
 * @throws ApiError `item_unknown`, `quantity_unavailable`, `route_closed`, `reason_unknown`, `resolution_unavailable`,
 *   `variant_unavailable`, `method_unavailable` (`fields` says where), `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { items, methods } = await quoteReturn(transport, { token, orderId }, {
 *   route: 'return', items: [{ lineId, shipmentId, quantity: 1 }],
 * });
 * ```
 */
export function quoteReturn(
  transport: Transport,
  { token, orderId, locale }: ReturnsOf & { readonly locale?: string | undefined },
  asked: ReturnQuoteRequest,
  options: CallOptions = {},
): Promise<ReturnQuote> {
  return call<Quote>(
    transport,
    quoteWire,
    { params: { orderId }, query: { locale }, body: asked },
    { signal: options.signal, bearer: token, repeatable: true },
  );
}

/**
 * Lists the returns of an order, newest first.
 *
 * @throws ApiError `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await listReturns(transport, { token, orderId });
 * ```
 */
export function listReturns(
  transport: Transport,
  { token, orderId, etag }: ReturnsOf & Pick<ReadAgain, 'etag'>,
  options: CallOptions = {},
): Promise<Conditional<{ items: ReturnSummary[] }>> {
  return callConditionally<ListReturns>(
    transport,
    listWire,
    { params: { orderId } },
    { signal: options.signal, bearer: token, etag },
  );
}

/**
 * Reads a return with its parcel, documents and messages. `refreshAfter` says in how many seconds it is worth asking again.
 *
 * @throws ApiError `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await getReturn(transport, { token, returnId, etag });
 * if (answer.state === 'fresh') show(answer.value);
 * ```
 */
export function getReturn(
  transport: Transport,
  { token, returnId, locale, etag }: ReturnAddress & ReadAgain,
  options: CallOptions = {},
): Promise<Conditional<Return>> {
  return callConditionally<GetReturn>(
    transport,
    getWire,
    { params: { returnId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}
