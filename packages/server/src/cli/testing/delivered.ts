import type { Order } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { CreatedStore } from '../../stores/create-store.ts';
import { apiOf, putOrder, putShipment, type Send } from '../../testing/api.ts';

/** An order of two mugs, number 1001, that arrived yesterday by the clock of this machine, and its shopper's session. */
export async function placeDelivered(context: Context, shop: CreatedStore) {
  const send: Send = apiOf(context);
  const now = Date.now();
  const at = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
  const { order, proof } = await putOrder(send, shop, { placedAt: at(72) });
  const items = [{ lineExternalId: 'l1', quantity: 2 }];
  const parcel = await putShipment(send, shop, order.id, { shippedAt: at(48), items });
  const shipmentId: string = parcel.json.order.shipments[0].id;
  await send('POST', `/v1/staff/orders/${order.id}/shipments/${shipmentId}/tracking`, {
    key: shop.secretKey,
    json: { events: [{ at: at(24), status: 'delivered' }] },
  });
  const session = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
    json: { by: 'proof', order: '1001', proof },
  });
  const token: string = session.json.token;
  return {
    send,
    order: order as Order,
    shipmentId,
    token,
    now: new Date(now),
    yesterday: at(24).slice(0, 10),
  };
}
