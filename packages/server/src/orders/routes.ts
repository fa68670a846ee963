import type { Id } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { StaffCaller } from '../http/access.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import type { Source } from '../ingest/facts.ts';
import { parcelDelivery } from '../tracking/parcel-delivery.ts';
import { addTracking } from './add-tracking.ts';
import { applyFacts } from './apply-facts.ts';
import { listEvents } from './list-events.ts';
import { listOrders } from './list-orders.ts';
import { type OrderKey, readKnownOrder } from './read-known.ts';
import { readShopperOrder, readStaffOrder } from './read-order.ts';
import { nowAfter, orderFact, shipmentFact } from './staff-facts.ts';

/** Answers the endpoints about orders, of shoppers and of staff. */
export const orderRoutes = {
  async getOrder(call) {
    const key = { storeId: call.storeId, orderId: ownOrder(call) };
    return there(await call.inStore((tx) => readShopperOrder(tx, key, call.context.clock.now())));
  },

  async getParcelDelivery(call) {
    const key = { storeId: call.storeId, orderId: ownOrder(call) };
    const known = there(await call.inStore((tx) => readKnownOrder(tx, key)));
    return there(parcelDelivery(known, call.params.shipmentId, call.context.clock.now()));
  },

  listOrders: (call) => call.inStore((tx) => listOrders(tx, call.storeId, call.query)),

  getStaffOrder: (call) => call.inStore((tx) => staffView(tx, call, call.params.orderId)),

  async putOrder(call) {
    const { storeId, params, context } = call;
    return call.inStore(async (tx) => {
      const now = context.clock.now();
      const before = await tx
        .selectFrom('orders')
        .select('version_at')
        .where('store_id', '=', storeId)
        .where('source', '=', 'staff')
        .where('external_id', '=', params.externalId)
        .executeTakeFirst();
      const spokenAt = nowAfter(now, before?.version_at ?? null);
      await applyFacts(tx, storeId, [orderFact(params.externalId, call.body, spokenAt)], now);
      const { order_id } = await tx
        .selectFrom('orders')
        .select('order_id')
        .where('store_id', '=', storeId)
        .where('source', '=', 'staff')
        .where('external_id', '=', params.externalId)
        .executeTakeFirstOrThrow();
      return staffView(tx, call, order_id);
    });
  },

  putShipment: (call) =>
    call.inStore(async (tx) => {
      const { storeId, params, context } = call;
      const now = context.clock.now();
      const order = there(await findOrder(tx, { storeId, orderId: params.orderId }));
      const before = await findOwnShipment(tx, storeId, order, params.externalId);
      const fact = shipmentFact(order, params.externalId, call.body, nowAfter(now, before));
      await applyFacts(tx, storeId, [fact], now);
      return staffView(tx, call, params.orderId);
    }),

  addTracking: (call) =>
    call.inStore(async (tx) => {
      const { storeId, params, context } = call;
      const found = await addTracking(tx, { storeId, ...params }, call.body, context.clock.now());
      if (!found) throw new ApiProblem('not_found');
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

/**
 * When the shipment with this id was last told of, null when it is new. The id is the shop's own, and a shipment does not
 * move from one order to another: if it belongs to another one, two programs use one id.
 */
async function findOwnShipment(
  tx: Tx,
  storeId: string,
  order: { source: Source; externalId: string },
  externalId: string,
): Promise<Date | null> {
  const known = await tx
    .selectFrom('shipments')
    .select(['order_external_id', 'version_at'])
    .where('store_id', '=', storeId)
    .where('source', '=', order.source)
    .where('external_id', '=', externalId)
    .where('parcel', '=', 0)
    .executeTakeFirst();
  if (known && known.order_external_id !== order.externalId) {
    throw new ApiProblem('conflict', { detail: 'Another order has a shipment with this id.' });
  }
  return known?.version_at ?? null;
}
