export type {
  ClaimedItem,
  ClaimsEvent,
  ClaimsOptions,
  ClaimsPart,
  ClaimsProps,
  LoadClaims,
} from '../claims/seam.ts';
export { adoptStyles } from '../kit/styles.ts';
export type { Theme } from '../kit/theme.ts';
export type { Catalogue } from '../locales/catalogue.ts';
export { browserEnvironment } from '../order-session/browser-environment.ts';
export type { Environment } from '../order-session/environment.ts';
export type { LaterScreens, LoadLater } from './later.ts';
export type { FirstActions, LaterActions, RegistrationModel, RegistrationOptions } from './options.ts';
export type { PassportsAnswer, RegistrationSource } from './registration-source.ts';
export type {
  ElsewhereState,
  FieldMistakes,
  Mistakes,
  Origin,
  PurchaseValues,
  ReadyState,
  RegistrationEvent,
  RegistrationNews,
  RegistrationSnapshot,
  RegistrationState,
  SerialMistake,
  StartState,
  TakeOverState,
  TakeOverValues,
} from './state.ts';
export { registrationStyles } from './styles.ts';
export { registrationTexts } from './texts.ts';
export { english, type WarrantyRegistrationMessages } from './warranty-registration.messages.ts';
export { createRegistrationModel } from './warranty-registration.model.ts';
export { WarrantyRegistration, type WarrantyRegistrationProps } from './warranty-registration.tsx';
