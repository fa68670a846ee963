import type { OrderInput, ShipmentInput } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { RefundFact, Source } from '../ingest/facts.ts';
import { applyFacts } from './apply-facts.ts';
import type { BuyerKeys } from './buyer-keys.ts';
import { nowAfter, orderFact, refundFacts, shipmentFact } from './staff-facts.ts';

/** An order under its shop's own id, as shipments refer to it. */
export interface ExternalOrder {
  readonly source: Source;
  readonly externalId: string;
}

/** Creates or replaces an order as a staff program sends it, and returns its id. Without `keys` nothing is kept to compare buyers by. */
export async function putOrder(
  tx: Tx,
  storeId: string,
  externalId: string,
  input: OrderInput,
  now: Date,
  keys?: BuyerKeys,
): Promise<string> {
  const known = () =>
    tx
      .selectFrom('orders')
      .select(['order_id', 'version_at'])
      .where('store_id', '=', storeId)
      .where('source', '=', 'staff')
      .where('external_id', '=', externalId);
  const before = await known().executeTakeFirst();
  const spokenAt = nowAfter(now, before?.version_at ?? null);
  const refunds = refundFacts(externalId, input);
  await checkOwnRefunds(tx, storeId, externalId, refunds);
  const applying = { again: false, ...(keys && { keys }) };
  await applyFacts(tx, storeId, [orderFact(externalId, input, spokenAt), ...refunds], now, applying);
  return (await known().executeTakeFirstOrThrow()).order_id;
}

/** As with shipments, a refund under an id that another order uses means that two programs use one id. */
async function checkOwnRefunds(
  tx: Tx,
  storeId: string,
  orderExternalId: string,
  refunds: readonly RefundFact[],
): Promise<void> {
  if (refunds.length === 0) return;
  const foreign = await tx
    .selectFrom('refunds')
    .select('external_id')
    .where('store_id', '=', storeId)
    .where('source', '=', 'staff')
    .where(sql<boolean>`external_id = any(${refunds.map((refund) => refund.externalId)}::text[])`)
    .where('order_external_id', '<>', orderExternalId)
    .executeTakeFirst();
  if (foreign) throw new ApiProblem('conflict', { detail: 'Another order has a refund with this id.' });
}

/** Creates or replaces a shipment of an order as a staff program sends it. Throws `conflict` when it is another order's. */
export async function putShipment(
  tx: Tx,
  storeId: string,
  order: ExternalOrder,
  externalId: string,
  input: ShipmentInput,
  now: Date,
): Promise<void> {
  const before = await findOwnShipment(tx, storeId, order, externalId);
  await applyFacts(tx, storeId, [shipmentFact(order, externalId, input, nowAfter(now, before))], now);
}

/**
 * When the shipment with this id was last told of, null when it is new. The id is the shop's own, and a shipment does not
 * move from one order to another: if it belongs to another one, two programs use one id.
 */
async function findOwnShipment(
  tx: Tx,
  storeId: string,
  order: ExternalOrder,
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
