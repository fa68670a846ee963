import type { DemoOrder, DemoParcel, ReturnParcel } from '../orders/demo-order.ts';
import { trackingNumberOf } from '../orders/story.ts';
import { aftershipUpdate } from '../providers/aftership.ts';
import { easypostUpdate } from '../providers/easypost.ts';
import type { ProviderMessage } from '../providers/message.ts';

/** The parcel of a return, before anything happened to it. The number is the shopper's own where they told it. */
export function newReturnParcel(
  order: DemoOrder,
  of: { readonly returnId: string; readonly number: string; readonly trackingNumber: string | null },
  now: Date,
): ReturnParcel {
  const id = order.externalId + 700 + order.returnParcels.length;
  const parcel: DemoParcel = {
    id,
    carrier: 'dhl',
    tracker: order.returnParcels.length % 2 === 0 ? 'aftership' : 'easypost',
    trackingNumber: of.trackingNumber ?? trackingNumberOf('dhl', id),
    shippedAt: now.toISOString(),
    items: [],
    origin: order.destination.city,
    beats: [],
  };
  return { returnId: of.returnId, number: of.number, parcel };
}

/** What the aggregator that watches a return's parcel sends once all its beats have happened. */
export function returnParcelMoved(order: DemoOrder, { number, parcel }: ReturnParcel): ProviderMessage {
  const toUs: DemoOrder = {
    ...order,
    number,
    destination: { ...order.destination, city: 'Berlin' },
  };
  return parcel.tracker === 'easypost'
    ? easypostUpdate(parcel, parcel.beats)
    : aftershipUpdate(toUs, parcel, parcel.beats);
}
