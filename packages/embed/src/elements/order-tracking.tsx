import {
  createOrderTrackingModel,
  OrderTracking,
  type OrderTrackingModel,
  type OrderTrackingSnapshot,
  orderTrackingStyles,
  orderTrackingTexts,
} from '@postlude/widgets/order-tracking';
import { mountWidget } from './mount-widget.ts';

/** Puts the tracking card into an element. */
export const mount = mountWidget<OrderTrackingModel, OrderTrackingSnapshot>({
  styles: orderTrackingStyles,
  texts: orderTrackingTexts,
  create: ({ sessions, settings: _, load: __, ...parts }) =>
    createOrderTrackingModel({
      ...parts,
      source: {
        open: sessions.open,
        read: async (reading, signal) => (await sessions.client()).read(reading, signal),
      },
    }),
  view: (model, look) => <OrderTracking model={model} {...look} />,
});
