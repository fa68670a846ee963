export { adoptStyles } from '../kit/styles.ts';
export type { Theme } from '../kit/theme.ts';
export type { Catalogue } from '../locales/catalogue.ts';
export type { ReferralModel, ReferralOptions } from './options.ts';
export { english, type ReferralMessages } from './referral.messages.ts';
export { createReferralModel } from './referral.model.ts';
export { Referral, type ReferralProps } from './referral.tsx';
export type { ReferralSource } from './referral-source.ts';
export type {
  Channel,
  ReadyState,
  ReferralEvent,
  ReferralNews,
  ReferralSnapshot,
  ReferralState,
} from './state.ts';
export { referralStyles } from './styles.ts';
export { referralTexts } from './texts.ts';
