import type { OutgoingEventType } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { enqueueEvent } from '../outbox/enqueue.ts';
import type { ClaimCase } from './case.ts';
import { totalOf } from './quote-rows.ts';

/** An event about a claim or its repair. */
export type ClaimEventType = Extract<OutgoingEventType, `claim.${string}` | `repair.${string}`>;

/** Tells the shop's systems what happened to a claim, in the transaction that makes it so. See docs/outgoing-events.md. */
export function tellEvent(tx: Tx, type: ClaimEventType, of: ClaimCase): Promise<string> {
  return enqueueEvent(tx, of.row.store_id, { type, data: eventData(of) }, of.now);
}

/** What an event says: no name, no contact and nothing the shopper wrote. */
export function eventData({ row, facts, quotes }: ClaimCase): Record<string, unknown> {
  const { sold, line, reader } = facts;
  const quote = quotes.at(-1);
  return {
    claimId: row.claim_id,
    number: row.number,
    revision: row.revision,
    status: row.status,
    route: row.route,
    symptom: row.symptom,
    resolution: row.resolution,
    place: row.place_id,
    policyVersion: row.policy_version,
    passportId: row.passport_id,
    serial: facts.serial,
    order: { id: reader.orderId, number: reader.orderNumber },
    item: {
      orderId: sold.id,
      source: sold.source,
      orderExternalId: sold.externalId,
      lineId: line.id,
      lineExternalId: line.externalId,
      sku: line.sku,
      productId: line.productId,
      variantId: line.variantId,
      unit: facts.unit,
    },
    declined: row.declined && { code: row.declined.code },
    quote: quote
      ? {
          id: quote.repair_quote_id,
          state: quote.state,
          price: quote.quote.price,
          total: totalOf(quote.quote),
          validUntil: quote.valid_until,
        }
      : null,
    inbound: row.tracking_number && { carrier: row.carrier_name, trackingNumber: row.tracking_number },
    outbound: row.back_tracking_number && {
      carrier: row.back_carrier_name,
      trackingNumber: row.back_tracking_number,
    },
    outcome: row.outcome,
    doneOn: row.done_on,
  };
}
