import type { Id, Passport, PassportList } from '@postlude/contract';
import { getPassport as getRow, listPassports as listRow } from '@postlude/contract/endpoints';
import { type CallOptions, type Conditional, callConditionally, type WireOf } from './call.ts';
import type { Transport } from './transport.ts';

type ListPassports = typeof listRow;
const listWire: WireOf<ListPassports> = {
  method: listRow.method,
  path: listRow.path,
  access: listRow.access,
  output: listRow.output,
};
type GetPassport = typeof getRow;
const getWire: WireOf<GetPassport> = {
  method: getRow.method,
  path: getRow.path,
  access: getRow.access,
  output: getRow.output,
};

/** Whose passports: the order of a session, and what opens it. */
export interface PassportsOf {
  /** The session's token. */
  readonly token: string;
  readonly orderId: Id<'order'> | (string & {});
}

/** Which passport, and what opens its owner's order. */
export interface PassportAddress {
  readonly token: string;
  readonly passportId: Id<'passport'> | (string & {});
}

/** What reads take beside. */
export interface ReadPassports {
  /** The language the store's own texts come in; the order's unless told. */
  readonly locale?: string | undefined;
  /** The tag the last answer came with; then the answer may be that nothing changed. */
  readonly etag?: string | null | undefined;
}

/**
 * Lists the passports of an order: one for each bought unit, with what registering it needs and gives.
 *
 * @throws ApiError `session_invalid` (ended: open a new one), `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await listPassports(transport, { token, orderId: order.id });
 * if (answer.state === 'fresh') show(answer.value.items);
 * ```
 */
export function listPassports(
  transport: Transport,
  { token, orderId, locale, etag }: PassportsOf & ReadPassports,
  options: CallOptions = {},
): Promise<Conditional<PassportList>> {
  return callConditionally<ListPassports>(
    transport,
    listWire,
    { params: { orderId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}

/**
 * Reads everything about one bought unit.
 *
 * @throws ApiError `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await getPassport(transport, { token, passportId, etag });
 * ```
 */
export function getPassport(
  transport: Transport,
  { token, passportId, locale, etag }: PassportAddress & ReadPassports,
  options: CallOptions = {},
): Promise<Conditional<Passport>> {
  return callConditionally<GetPassport>(
    transport,
    getWire,
    { params: { passportId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}
