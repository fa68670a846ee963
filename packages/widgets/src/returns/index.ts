export { adoptStyles } from '../kit/styles.ts';
export type { Theme } from '../kit/theme.ts';
export type { Catalogue } from '../locales/catalogue.ts';
export { browserEnvironment } from '../order-session/browser-environment.ts';
export type { Environment } from '../order-session/environment.ts';
export { browserDrafts, type DraftStore, type KeptDraft, type SentFiling } from './drafts.ts';
export type { LaterSteps, LoadLater } from './later.ts';
export type { ChoosingActions, FiledActions, ReturnsModel, ReturnsModelOptions } from './options.ts';
export type { Photo, PhotoPreview, PreparedPhoto, PreparePhoto } from './photos/photo.ts';
export { english, type ReturnsMessages } from './returns.messages.ts';
export { createReturnsModel } from './returns.model.ts';
export { Returns, type ReturnsProps } from './returns.tsx';
export type { OrderAccess, ReturnAnswer, ReturnsSource, UploadOptions } from './returns-source.ts';
export type {
  ChoosingState,
  ChosenItem,
  FiledState,
  Mistakes,
  Quoted,
  ReturnAction,
  ReturnsEvent,
  ReturnsNews,
  ReturnsSnapshot,
  ReturnsState,
  Step,
} from './state.ts';
export { returnsStyles } from './styles.ts';
export { returnsTexts } from './texts.ts';
