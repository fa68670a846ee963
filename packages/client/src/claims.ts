import type { Claim, ClaimOptions, Id } from '@postlude/contract';
import { getClaim as claimRow, getClaimOptions as optionsRow } from '@postlude/contract/endpoints';
import { type CallOptions, type Conditional, callConditionally, type WireOf } from './call.ts';
import type { ReadAgain } from './returns.ts';
import type { Transport } from './transport.ts';

type GetOptions = typeof optionsRow;
const optionsWire: WireOf<GetOptions> = {
  method: optionsRow.method,
  path: optionsRow.path,
  access: optionsRow.access,
  output: optionsRow.output,
};
type GetClaim = typeof claimRow;
const claimWire: WireOf<GetClaim> = {
  method: claimRow.method,
  path: claimRow.path,
  access: claimRow.access,
  output: claimRow.output,
};

/** Whose claims: one bought unit, and what opens its order. */
export interface ClaimsOf {
  /** The session's token. */
  readonly token: string;
  readonly passportId: Id<'passport'> | (string & {});
}

/** Which claim, and what opens its order. */
export interface ClaimAddress {
  readonly token: string;
  readonly claimId: Id<'claim'> | (string & {});
}

/**
 * Reads every door for an item with which something is wrong, the best one first, and what a claim asks.
 *
 * @throws ApiError `session_invalid` (ended: open a new one), `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await getClaimOptions(transport, { token, passportId, locale: 'de' });
 * if (answer.state === 'fresh') show(answer.value.doors);
 * ```
 */
export function getClaimOptions(
  transport: Transport,
  { token, passportId, locale, etag }: ClaimsOf & ReadAgain,
  options: CallOptions = {},
): Promise<Conditional<ClaimOptions>> {
  return callConditionally<GetOptions>(
    transport,
    optionsWire,
    { params: { passportId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}

/**
 * Reads a claim: its timeline, quote, parcels, documents and messages.
 *
 * @throws ApiError `session_invalid`, `not_found`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const answer = await getClaim(transport, { token, claimId, etag });
 * if (answer.state === 'fresh') show(answer.value.status);
 * ```
 */
export function getClaim(
  transport: Transport,
  { token, claimId, locale, etag }: ClaimAddress & ReadAgain,
  options: CallOptions = {},
): Promise<Conditional<Claim>> {
  return callConditionally<GetClaim>(
    transport,
    claimWire,
    { params: { claimId }, query: { locale } },
    { signal: options.signal, bearer: token, etag },
  );
}
