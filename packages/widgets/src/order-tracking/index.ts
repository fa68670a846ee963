export type { Environment } from './environment.ts';
export type { OrderAnswer, OrderReading, OrderSource } from './order-source.ts';
export type { OrderTrackingMessage, OrderTrackingMessages } from './order-tracking.messages.ts';
export type { OrderTrackingModel, OrderTrackingOptions } from './order-tracking.model.ts';
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
} from './state.ts';
