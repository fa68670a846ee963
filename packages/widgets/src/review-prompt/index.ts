export { adoptStyles } from '../kit/styles.ts';
export type { Theme } from '../kit/theme.ts';
export type { Catalogue } from '../locales/catalogue.ts';
export { browserEnvironment } from '../order-session/browser-environment.ts';
export type { Environment } from '../order-session/environment.ts';
export { browserDrafts, type DraftStore, type KeptDrafts } from './draft-store.ts';
export type { LaterScreens, LoadLater } from './later.ts';
export type { FirstActions, LaterActions, ReviewPromptModel, ReviewPromptOptions } from './options.ts';
export { english, type ReviewPromptMessages } from './review-prompt.messages.ts';
export { createReviewPromptModel } from './review-prompt.model.ts';
export { ReviewPrompt, type ReviewPromptProps } from './review-prompt.tsx';
export type { ReviewSource } from './review-source.ts';
export type {
  Draft,
  Mistakes,
  ReadyState,
  ReviewAction,
  ReviewPromptEvent,
  ReviewPromptNews,
  ReviewPromptSnapshot,
  ReviewPromptState,
  Step,
  SubjectKey,
  Trouble,
} from './state.ts';
export { reviewPromptStyles } from './styles.ts';
export { reviewPromptTexts } from './texts.ts';
export type { HelpPages } from './ui.ts';
