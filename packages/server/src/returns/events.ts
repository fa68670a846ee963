import type { OutgoingEventType } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { SoldOrder } from '../orders/read-sold.ts';
import { enqueueEvent } from '../outbox/enqueue.ts';
import type { ReturnCase } from './case.ts';

/** An event about a return. */
export type ReturnEventType = Extract<OutgoingEventType, `return.${string}`>;

/**
 * Tells the shop's systems what happened to a return, in the transaction that makes it so. Returns the event's id. What is in
 * it is described in docs/outgoing-events.md.
 */
export function tellEvent(tx: Tx, type: ReturnEventType, of: ReturnCase): Promise<string> {
  return enqueueEvent(tx, of.row.store_id, { type, data: eventData(of) }, of.now);
}

/** What an event says: no name, no contact and nothing the shopper wrote. */
export function eventData({
  sold: order,
  row,
  items,
}: Pick<ReturnCase, 'sold' | 'row' | 'items'>): Record<string, unknown> {
  const lines = new Map<string, SoldOrder['lines'][number]>(order.lines.map((line) => [line.id, line]));
  const told = items.map((item) => {
    const line = lines.get(item.line_id);
    return {
      returnItemId: item.return_item_id,
      lineId: item.line_id,
      lineExternalId: line?.externalId ?? null,
      sku: line?.sku ?? null,
      variantId: line?.variantId ?? null,
      shipmentId: item.shipment_id,
      quantity: item.quantity,
      reason: item.reason,
      resolution: item.resolution,
      exchangeFor: item.exchange && { variantId: item.exchange.variantId, sku: item.exchange.sku },
      received:
        item.received_quantity === null
          ? null
          : { quantity: item.received_quantity, grade: item.grade, restock: item.restock ?? false },
    };
  });
  return {
    returnId: row.return_id,
    number: row.number,
    revision: row.revision,
    status: row.status,
    route: row.route,
    problem: row.problem,
    isGift: row.is_gift,
    order: { id: order.id, number: order.number, source: order.source, externalId: order.externalId },
    policyVersion: row.policy_version,
    method: row.method_id,
    items: told,
    declined: row.declined && { code: row.declined.code },
    parcel: row.tracking_number && { carrier: row.carrier_name, trackingNumber: row.tracking_number },
    settlement: row.settlement,
    settled: row.settled && {
      at: row.settled.at,
      refund: row.settled.refund,
      storeCredit: row.settled.storeCredit,
      toPay: row.settled.toPay,
      breakdown: row.settled.breakdown,
    },
  };
}
