import { claimReferral, getReferralClaim, visitReferralOffer } from './referral-offers.ts';
import { getReferralCard, joinReferrals, listReferrals, shareReferral } from './referrals.ts';
import type { Transport } from './transport.ts';

/** A function of this package without its transport. */
type Bound<F> = F extends (transport: Transport, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

/** Recommending the shop. */
export interface ClientReferrals {
  /** `getReferralCard`: what can be shared, and what became of it. */
  readonly card: Bound<typeof getReferralCard>;
  /** `joinReferrals`: takes part, or changes the name friends see. */
  readonly join: Bound<typeof joinReferrals>;
  /** `listReferrals`: more of what became of it. */
  readonly list: Bound<typeof listReferrals>;
  /** `shareReferral`: the invitation was shared. */
  readonly share: Bound<typeof shareReferral>;
}

/** Being recommended to. */
export interface ClientReferralOffers {
  /** `visitReferralOffer`: the offer of a code. */
  readonly visit: Bound<typeof visitReferralOffer>;
  /** `claimReferral`: takes it. */
  readonly claim: Bound<typeof claimReferral>;
  /** `getReferralClaim`: reads a claim again. */
  readonly get: Bound<typeof getReferralClaim>;
}

/** The calls with their transport. */
export const referralsOf = (transport: Transport): ClientReferrals => ({
  card: (...rest) => getReferralCard(transport, ...rest),
  join: (...rest) => joinReferrals(transport, ...rest),
  list: (...rest) => listReferrals(transport, ...rest),
  share: (...rest) => shareReferral(transport, ...rest),
});

/** The calls with their transport. */
export const referralOffersOf = (transport: Transport): ClientReferralOffers => ({
  visit: (...rest) => visitReferralOffer(transport, ...rest),
  claim: (...rest) => claimReferral(transport, ...rest),
  get: (...rest) => getReferralClaim(transport, ...rest),
});
