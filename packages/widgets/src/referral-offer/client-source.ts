import { claimReferral, getReferralClaim, type Transport, visitReferralOffer } from '@postlude/client';
import type { OfferSource } from './offer-source.ts';

/** Offers from a Postlude backend, through the typed client. */
export const offerClientSource = (
  transport: Transport,
  { locale }: { readonly locale?: string },
): OfferSource => ({
  visit: (visit, signal) => visitReferralOffer(transport, { ...visit, locale }, { signal }),
  claim: (claim, idempotencyKey, signal) =>
    claimReferral(transport, { ...claim, ...(locale ? { locale } : {}) }, { signal, idempotencyKey }),
  read: (token, signal) => getReferralClaim(transport, { token, locale }, { signal }),
});
