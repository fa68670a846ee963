import type { Id } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { StaffCaller } from '../http/access.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import type { Source } from '../ingest/facts.ts';
import { settleQuietly } from '../referrals/life/told.ts';
import { giftView } from '../sessions/gift-view.ts';
import { parcelDelivery } from '../tracking/parcel-delivery.ts';
import { addTracking } from './add-tracking.ts';
import { buyerKeys } from './buyer-keys.ts';
import { listEvents } from './list-events.ts';
import { listOrders } from './list-orders.ts';
import { putOrder, putShipment } from './put-by-external-id.ts';
import { type OrderKey, readKnownOrder } from './read-known.ts';
import { readShopperOrder, readStaffOrder } from './read-order.ts';

/** Answers the endpoints about orders, of shoppers and of staff. */
export const orderRoutes = {
  async getOrder(call) {
    const key = { storeId: call.storeId, orderId: ownOrder(call) };
    const order = there(await call.inStore((tx) => readShopperOrder(tx, key, call.context.clock.now())));
    return call.session.gift ? giftView(order) : order;
  },

  async getParcelDelivery(call) {
    const key = { storeId: call.storeId, orderId: ownOrder(call) };
    const known = there(await call.inStore((tx) => readKnownOrder(tx, key)));
    const seen = call.session.gift
      ? { ...known, order: { ...known.order, total: null, destination: null } }
      : known;
    return there(parcelDelivery(seen, call.params.shipmentId, call.context.clock.now()));
  },

  listOrders: (call) => call.inStore((tx) => listOrders(tx, call.storeId, call.query)),

  getStaffOrder: (call) => call.inStore((tx) => staffView(tx, call, call.params.orderId)),

  putOrder: (call) =>
    call.inStore(async (tx) => {
      const { storeId, params, context } = call;
      const now = context.clock.now();
      const keys = buyerKeys(context.secrets, storeId);
      const orderId = await putOrder(tx, storeId, params.externalId, call.body, now, keys);
      await settleQuietly(tx, context, { storeId, orderId }, now);
      return staffView(tx, call, orderId);
    }),

  putShipment: (call) =>
    call.inStore(async (tx) => {
      const { storeId, params, context } = call;
      const order = there(await findOrder(tx, { storeId, orderId: params.orderId }));
      const now = context.clock.now();
      await putShipment(tx, storeId, order, params.externalId, call.body, now);
      await settleQuietly(tx, context, { storeId, orderId: params.orderId }, now);
      return staffView(tx, call, params.orderId);
    }),

  addTracking: (call) =>
    call.inStore(async (tx) => {
      const { storeId, params, context } = call;
      const now = context.clock.now();
      const found = await addTracking(tx, { storeId, ...params }, call.body, now);
      if (!found) throw new ApiProblem('not_found');
      await settleQuietly(tx, context, { storeId, orderId: params.orderId }, now);
      return staffView(tx, call, params.orderId);
    }),

  listTrackingEvents: (call) =>
    call.inStore(async (tx) =>
      there(await listEvents(tx, { storeId: call.storeId, ...call.params }, call.query)),
    ),
} satisfies Partial<Handlers>;

/** A session opens one order; every other one does not exist for it. */
function ownOrder({
  session,
  params,
}: {
  session: { orderId: Id<'order'> };
  params: { orderId: Id<'order'> };
}): Id<'order'> {
  if (session.orderId !== params.orderId) throw new ApiProblem('not_found');
  return params.orderId;
}

function there<T>(value: T | null): T {
  if (value === null) throw new ApiProblem('not_found');
  return value;
}

async function staffView(
  tx: Tx,
  { storeId, embedSecret, context }: StaffCaller & { context: Context },
  orderId: string,
) {
  return there(await readStaffOrder(tx, { storeId, orderId }, embedSecret, context.clock.now()));
}

async function findOrder(
  tx: Tx,
  { storeId, orderId }: OrderKey,
): Promise<{ source: Source; externalId: string } | null> {
  const row = await tx
    .selectFrom('orders')
    .select(['source', 'external_id'])
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return row ? { source: row.source as Source, externalId: row.external_id } : null;
}
