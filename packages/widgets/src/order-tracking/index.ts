export { adoptStyles } from '../kit/styles.ts';
export type { Theme } from '../kit/theme.ts';
export type { Catalogue } from '../locales/catalogue.ts';
export { browserEnvironment } from '../order-session/browser-environment.ts';
export type { Environment } from '../order-session/environment.ts';
export type { OrderTrackingModel, OrderTrackingOptions } from './options.ts';
export type { OrderAnswer, OrderReading, OrderSource } from './order-source.ts';
export { english, type OrderTrackingMessage, type OrderTrackingMessages } from './order-tracking.messages.ts';
export { createOrderTrackingModel } from './order-tracking.model.ts';
export { OrderTracking, type OrderTrackingProps } from './order-tracking.tsx';
export type {
  FailedState,
  LoadingState,
  LookupField,
  LookupState,
  News,
  OrderTrackingEvent,
  OrderTrackingSnapshot,
  OrderTrackingState,
  ReadyState,
  TrackingProblem,
  WaitingState,
} from './state.ts';
export { orderTrackingStyles } from './styles.ts';
export { orderTrackingTexts } from './texts.ts';
