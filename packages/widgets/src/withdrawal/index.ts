export { adoptStyles } from '../kit/styles.ts';
export type { Theme } from '../kit/theme.ts';
export type { Catalogue } from '../locales/catalogue.ts';
export { browserEnvironment } from '../order-session/browser-environment.ts';
export type { Environment } from '../order-session/environment.ts';
export type { WithdrawalModel, WithdrawalOptions } from './options.ts';
export type {
  CheckState,
  DoneState,
  Entered,
  FailedState,
  FormState,
  Known,
  LoadingState,
  Mistakes,
  OfferedItem,
  OffState,
  Sent,
  WithdrawalEvent,
  WithdrawalField,
  WithdrawalNews,
  WithdrawalSnapshot,
  WithdrawalState,
  WithdrawalValues,
} from './state.ts';
export { withdrawalStyles } from './styles.ts';
export { withdrawalTexts } from './texts.ts';
export { english, type WithdrawalMessages } from './withdrawal.messages.ts';
export { createWithdrawalModel } from './withdrawal.model.ts';
export { Withdrawal, type WithdrawalProps } from './withdrawal.tsx';
export type { WithdrawalSource } from './withdrawal-source.ts';
