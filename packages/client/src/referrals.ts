import type { AdvocateReferral, ReferralCard, ReferralJoin, ReferralShare } from '@postlude/contract';
import {
  getReferralCard as cardRow,
  joinReferrals as joinRow,
  listReferrals as listRow,
  shareReferral as shareRow,
} from '@postlude/contract/endpoints';
import {
  type CallDetails,
  type CallOptions,
  type Conditional,
  call,
  callConditionally,
  type WireOf,
} from './call.ts';
import type { OnceOptions } from './return-writes.ts';
import type { ReadAgain, ReturnsOf } from './returns.ts';
import type { Transport } from './transport.ts';

type Card = typeof cardRow;
const cardWire: WireOf<Card> = {
  method: cardRow.method,
  path: cardRow.path,
  access: cardRow.access,
  output: cardRow.output,
};
type Join = typeof joinRow;
const joinWire: WireOf<Join> = {
  method: joinRow.method,
  path: joinRow.path,
  access: joinRow.access,
  output: joinRow.output,
};
type List = typeof listRow;
const listWire: WireOf<List> = {
  method: listRow.method,
  path: listRow.path,
  access: listRow.access,
  output: listRow.output,
};
type Share = typeof shareRow;
const shareWire: WireOf<Share> = {
  method: shareRow.method,
  path: shareRow.path,
  access: shareRow.access,
  output: shareRow.output,
};

/** Who recommends: the shopper of a session's order, and what opens it. */
export interface ReferralsOf extends ReturnsOf {
  /** The language sentences come in; the order's unless told. */
  readonly locale?: string | undefined;
}

/**
 * Reads what the shopper can share, and what became of it.
 *
 * @throws ApiError `session_invalid` (ended: open a new one), `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await getReferralCard(transport, { token, orderId: order.id });
 * if (answer.state === 'fresh') show(answer.value.invitation, answer.value.referrals);
 * ```
 */
export function getReferralCard(
  transport: Transport,
  { token, orderId, locale, etag }: ReferralsOf & ReadAgain,
  options: CallOptions = {},
): Promise<Conditional<ReferralCard>> {
  return callConditionally<Card>(
    transport,
    cardWire,
    { params: { orderId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}

/**
 * Takes part in a programme: the answer holds the code and the link. Again it changes the name friends see.
 *
 * @throws ApiError `referral_closed` (`detail` says why), `invalid_input`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { invitation } = await joinReferrals(transport, { token, orderId }, { programmeId, name: 'Ada' });
 * ```
 */
export function joinReferrals(
  transport: Transport,
  { token, orderId, locale }: ReferralsOf,
  joining: ReferralJoin,
  options: CallOptions = {},
): Promise<ReferralCard> {
  return call<Join>(
    transport,
    joinWire,
    { params: { orderId }, query: { locale }, body: joining },
    { signal: options.signal, bearer: token, repeatable: true },
  );
}

/**
 * Lists the referrals of the shopper, newest first: the card has the first of them.
 *
 * @throws ApiError `session_invalid`, `not_found`, `invalid_input`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { items, next } = await listReferrals(transport, { token, orderId, cursor: card.next });
 * ```
 */
export function listReferrals(
  transport: Transport,
  {
    token,
    orderId,
    locale,
    cursor,
    limit,
  }: ReferralsOf & { readonly cursor?: string | undefined; readonly limit?: number | undefined },
  options: CallOptions = {},
): Promise<{ items: AdvocateReferral[]; next: string | null }> {
  return call<List>(
    transport,
    listWire,
    { params: { orderId }, query: { locale, cursor, limit } },
    { signal: options.signal, bearer: token },
  );
}

/**
 * Tells that the invitation was shared, and how. `keepalive` lets it arrive even when the page goes to another app.
 *
 * @throws ApiError `referral_closed`, `invalid_input`, `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * await shareReferral(transport, { token, orderId }, { channel: 'copy_link' });
 * ```
 */
export async function shareReferral(
  transport: Transport,
  { token, orderId }: ReferralsOf,
  share: ReferralShare,
  {
    signal,
    keepalive,
    idempotencyKey = crypto.randomUUID(),
  }: OnceOptions & Pick<CallDetails, 'keepalive'> = {},
): Promise<void> {
  await call<Share>(
    transport,
    shareWire,
    { params: { orderId }, body: share },
    { signal, bearer: token, keepalive, idempotencyKey },
  );
}
