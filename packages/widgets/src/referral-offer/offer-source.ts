import type {
  ReferralClaim,
  ReferralClaimInput,
  ReferralOffer,
  ReferralVisitInput,
} from '@postlude/contract';

/** Where offers come from. */
export interface OfferSource {
  /** Reads the offer of a code. */
  visit(visit: ReferralVisitInput, signal: AbortSignal): Promise<ReferralOffer>;
  /** Claims one. With the same key it is the same claim, however often it is sent. */
  claim(claim: ReferralClaimInput, key: string, signal: AbortSignal): Promise<ReferralClaim>;
  /** Reads a claim again. */
  read(token: string, signal: AbortSignal): Promise<ReferralClaim>;
}
