// The offer to a friend for the harness's page.
import {
  createReferralOfferModel,
  type OfferSource,
  ReferralOffer,
  referralOfferStyles,
} from '../src/referral-offer/index.ts';
import { sampleStates } from '../src/referral-offer/samples.ts';
import { galleryWidget, silent } from './gallery-widget.tsx';

/** An offer in every state. */
export const referralOffer = galleryWidget(
  'referral-offer',
  referralOfferStyles,
  sampleStates,
  (state, look) => {
    const model = createReferralOfferModel({ source: silent<OfferSource>() });
    (model.state as { value: unknown }).value = state;
    return { model, view: <ReferralOffer model={model} {...look} shop="#shop" /> };
  },
);
