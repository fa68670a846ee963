import type { Beat, DemoOrder, DemoParcel } from '../orders/demo-order.ts';
import { aftershipUpdate } from './aftership.ts';
import { easypostUpdate } from './easypost.ts';
import type { ProviderMessage } from './message.ts';
import { shippoUpdate } from './shippo.ts';
import { shopifyFulfillment, shopifyOrder, shopifyRefund } from './shopify.ts';
import { wooOrder } from './woocommerce.ts';

/** What the platform sends when an order is placed. `pictures` is where the shop serves its product pictures. */
export function orderPlaced(order: DemoOrder, pictures: string): ProviderMessage {
  const withoutParcels = { ...order, parcels: [], cancelledAt: null, refundedAt: null };
  return order.platform === 'shopify'
    ? shopifyOrder(withoutParcels, 'orders/create', order.placedAt)
    : wooOrder(withoutParcels, 'order.created', order.placedAt, pictures);
}

/** What the platform sends when an order is cancelled. */
export function orderCancelled(order: DemoOrder, at: string, pictures: string): ProviderMessage {
  return order.platform === 'shopify'
    ? shopifyOrder(order, 'orders/cancelled', at)
    : wooOrder(order, 'order.updated', at, pictures);
}

/** What the platform sends when everything is given back. The demo plays it with its Shopify orders only. */
export function orderRefunded(order: DemoOrder, at: string): ProviderMessage[] {
  return [shopifyRefund(order, at), shopifyOrder(order, 'orders/updated', at)];
}

/** What the platform sends when something was added to an order. */
export function orderUpdated(order: DemoOrder, at: string, pictures: string): ProviderMessage {
  return order.platform === 'shopify'
    ? shopifyOrder(order, 'orders/updated', at)
    : wooOrder(order, 'order.updated', at, pictures);
}

/** What the platform sends when a parcel was packed. */
export function parcelPacked(order: DemoOrder, parcel: DemoParcel, pictures: string): ProviderMessage {
  if (order.platform === 'shopify') return shopifyFulfillment(order, parcel, parcel.shippedAt);
  const known = order.parcels.slice(0, order.parcels.indexOf(parcel) + 1);
  return wooOrder({ ...order, parcels: known }, 'order.updated', parcel.shippedAt, pictures);
}

/** What the aggregator that watches a parcel sends once `beats` have happened. */
export function parcelMoved(order: DemoOrder, parcel: DemoParcel, beats: readonly Beat[]): ProviderMessage {
  switch (parcel.tracker) {
    case 'aftership':
      return aftershipUpdate(order, parcel, beats);
    case 'easypost':
      return easypostUpdate(parcel, beats);
    case 'shippo':
      return shippoUpdate(order, parcel, beats);
  }
}

/** Everything the providers sent for an order so far, in the order in which it happened. */
export function historyOf(order: DemoOrder, pictures: string): ProviderMessage[] {
  const parcels = order.parcels.flatMap((parcel) => [
    parcelPacked(order, parcel, pictures),
    // A new promise is only remembered when a message told it; what lies between may come at once.
    ...parcel.beats.flatMap((beat, index) =>
      beat.promise || index === parcel.beats.length - 1
        ? [parcelMoved(order, parcel, parcel.beats.slice(0, index + 1))]
        : [],
    ),
  ]);
  const cancelled = order.cancelledAt ? [orderCancelled(order, order.cancelledAt, pictures)] : [];
  const refunded = order.refundedAt ? orderRefunded(order, order.refundedAt) : [];
  return [orderPlaced(order, pictures), ...parcels, ...cancelled, ...refunded];
}
