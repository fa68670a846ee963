import type {
  ReferralClaim,
  ReferralClaimInput,
  ReferralOffer,
  ReferralVisitInput,
} from '@postlude/contract';
import {
  claimReferral as claimRow,
  getReferralClaim as readRow,
  visitReferralOffer as visitRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call, type WireOf } from './call.ts';
import type { OnceOptions } from './return-writes.ts';
import type { Transport } from './transport.ts';

type Visit = typeof visitRow;
const visitWire: WireOf<Visit> = {
  method: visitRow.method,
  path: visitRow.path,
  access: visitRow.access,
  output: visitRow.output,
};
type Claim = typeof claimRow;
const claimWire: WireOf<Claim> = {
  method: claimRow.method,
  path: claimRow.path,
  access: claimRow.access,
  output: claimRow.output,
};
type Read = typeof readRow;
const readWire: WireOf<Read> = {
  method: readRow.method,
  path: readRow.path,
  access: readRow.access,
  output: readRow.output,
};

type InLanguage = { readonly locale?: string | undefined };

/**
 * Reads the offer of a code. With `followed` it counts as a visit; the answer's `referralId` goes with the claim.
 *
 * @throws ApiError `unknown_store`, `origin_not_allowed`, `invalid_input`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const offer = await visitReferralOffer(transport, { code: 'ADA-7K3M', followed: true });
 * if (offer.closed === null) show(offer.words);
 * ```
 */
export function visitReferralOffer(
  transport: Transport,
  { locale, ...visit }: ReferralVisitInput & InLanguage,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<ReferralOffer> {
  return call<Visit>(transport, visitWire, { query: { locale }, body: visit }, { signal, idempotencyKey });
}

/**
 * Claims an offer. An answer with `closed` is no error: it says kindly why it is not for them.
 *
 * @throws ApiError `unknown_store`, `origin_not_allowed`, `invalid_input`, `idempotency_conflict`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { reward, token } = await claimReferral(transport, { code: 'ADA-7K3M', email: 'bea@example.com' });
 * ```
 */
export function claimReferral(
  transport: Transport,
  claim: ReferralClaimInput,
  { signal, idempotencyKey = crypto.randomUUID() }: OnceOptions = {},
): Promise<ReferralClaim> {
  return call<Claim>(transport, claimWire, { body: claim }, { signal, idempotencyKey });
}

/**
 * Reads a claim again: after a reload, and while the shop makes the reward.
 *
 * @throws ApiError `not_found`, `unknown_store`, `origin_not_allowed`, `rate_limited`.
 * @throws NetworkError, TimeoutError, AbortedError, ContractError as every call.
 * @example
 * ```ts
 * const { reward } = await getReferralClaim(transport, { token: claim.token });
 * ```
 */
export function getReferralClaim(
  transport: Transport,
  { token, locale }: { readonly token: string } & InLanguage,
  options: CallOptions = {},
): Promise<ReferralClaim> {
  return call<Read>(
    transport,
    readWire,
    { params: { token }, query: { locale } },
    { signal: options.signal },
  );
}
