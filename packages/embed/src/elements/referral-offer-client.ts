import { claimReferral, createTransport, getReferralClaim } from '@postlude/client';
import type { OfferSource } from '@postlude/widgets/referral-offer';
import type { WidgetSettings } from '../settings.ts';

/** Claims at the store an element belongs to. Looking an offer up needs no client. */
export function createOfferSource(
  { store, api }: Pick<WidgetSettings, 'store' | 'api'>,
  locale: string | undefined,
): Pick<OfferSource, 'claim' | 'read'> {
  const transport = createTransport({ store, baseUrl: api });
  return {
    claim: (claim, idempotencyKey, signal) =>
      claimReferral(transport, locale ? { ...claim, locale } : claim, { signal, idempotencyKey }),
    read: (token, signal) => getReferralClaim(transport, { token, locale }, { signal }),
  };
}
