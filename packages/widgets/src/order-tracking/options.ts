import type { LookupActions, WidgetModel, WidgetModelOptions } from '../order-session/widget-model.ts';
import type { OrderSource } from './order-source.ts';
import type { News, OrderTrackingEvent, OrderTrackingSnapshot, OrderTrackingState } from './state.ts';

/** What an order-tracking model is made of. A session that is given is shown at once, without a request. */
export type OrderTrackingOptions = WidgetModelOptions<OrderSource, OrderTrackingSnapshot, OrderTrackingEvent>;

/** The state of one tracking card and what can be done to it. Has no DOM and no text. */
export interface OrderTrackingModel
  extends WidgetModel<OrderTrackingState, News, OrderTrackingSnapshot>,
    LookupActions {}
