export { adoptStyles } from '../kit/styles.ts';
export type { Theme } from '../kit/theme.ts';
export type { Catalogue } from '../locales/catalogue.ts';
export type { OfferSource } from './offer-source.ts';
export type { ReferralOfferModel, ReferralOfferOptions } from './options.ts';
export { english, type ReferralOfferMessages } from './referral-offer.messages.ts';
export { createReferralOfferModel } from './referral-offer.model.ts';
export { ReferralOffer, type ReferralOfferProps } from './referral-offer.tsx';
export type {
  AskState,
  ClaimedState,
  ClosedState,
  FailedState,
  LoadingState,
  OfferState,
  ReferralOfferEvent,
  ReferralOfferNews,
  ReferralOfferSnapshot,
  ReferralOfferState,
} from './state.ts';
export { referralOfferStyles } from './styles.ts';
export { referralOfferTexts } from './texts.ts';
