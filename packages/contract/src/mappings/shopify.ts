import type { MappedStatus } from '../tracking-status.ts';
import { mapped, type Row, rowOf, unknownStatus } from './mapped.ts';

/**
 * Shopify's FulfillmentEventStatus (those of the unstable version too) and what FulfillmentDisplayStatus adds.
 * https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentEventStatus
 * https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentDisplayStatus
 */
const statuses: Record<string, Row> = {
  CONFIRMED: 'pending',
  LABEL_PURCHASED: 'label_created',
  LABEL_PRINTED: 'label_created',
  CARRIER_PICKED_UP: ['in_transit', 'accepted'],
  IN_TRANSIT: 'in_transit',
  DELAYED: 'delayed',
  BUYER_ACTION_REQUIRED: 'held',
  OUT_FOR_DELIVERY: 'out_for_delivery',
  ATTEMPTED_DELIVERY: 'attempt_failed',
  READY_FOR_PICKUP: 'available_for_pickup',
  READY_FOR_RECIPIENT_PICKUP: 'available_for_pickup',
  PICKED_UP: ['delivered', 'collected'],
  DELIVERED: 'delivered',
  RETURNING_TO_SENDER: 'returning',
  FAILURE: 'exception',
  NOT_DELIVERED: 'exception',
  SUBMITTED: 'pending',
  // A voided label may be followed by another one: the parcel is not called off.
  LABEL_VOIDED: 'pending',
  // The shop says that it is done with the parcel. That a carrier has it is not said.
  FULFILLED: 'label_created',
  MARKED_AS_FULFILLED: 'label_created',
  CANCELED: 'cancelled',
};

/**
 * The canonical status of a Shopify word, as GraphQL spells it (`IN_TRANSIT`) or as REST does in fulfilment events and
 * `shipment_status` (`in_transit`). A word in no table says nothing.
 */
export function mapShopify(status: string | null): MappedStatus {
  const row = rowOf(statuses, status?.toUpperCase() ?? null);
  return row === undefined ? unknownStatus : mapped(row);
}
