import type { EndpointOutput, ShipmentInput, StaffOrder, TrackingInput } from '@postlude/contract';
import {
  addTracking as addRow,
  listTrackingEvents as listRow,
  putShipment as putRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page, PageQuery } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/** Which parcel of which order. */
export interface ShipmentAddress {
  readonly orderId: string;
  readonly shipmentId: string;
}

/** A tracking event with who sent it, when, and the provider's own words. */
export type RecordedEvent = EndpointOutput<typeof listRow>['items'][number];

/**
 * Creates or replaces a shipment under the shop's own id. One with an older `updatedAt` is ignored.
 *
 * @throws ApiError `key_invalid`, `not_found`, `invalid_input` (`fields` says what), `conflict`; the others as every call.
 * @example
 * ```ts
 * await putShipment(transport, { orderId: order.id, externalId: 'parcel-1' }, {
 *   carrier: 'DHL', trackingNumber: '00340434161094000000', items: [{ lineExternalId: '1', quantity: 1 }],
 * });
 * ```
 */
export function putShipment(
  transport: Transport,
  address: { readonly orderId: string; readonly externalId: string },
  shipment: ShipmentInput,
  options: CallOptions = {},
): Promise<StaffOrder> {
  const { orderId, externalId } = address;
  return call(transport, putRow, { params: { orderId, externalId }, body: shipment }, write(putRow, options));
}

/**
 * Adds news of a parcel: events, a new promise, a pick-up point, a proof of delivery. Events that are there already
 * are kept once.
 *
 * @throws ApiError `key_invalid`, `not_found`, `invalid_input`, `idempotency_conflict` (your key was used with another
 *   input); the others as every call.
 * @example
 * ```ts
 * await addTracking(transport, { orderId: order.id, shipmentId }, {
 *   events: [{ at: '2026-11-26T08:12:00+01:00', status: 'out_for_delivery' }],
 * });
 * ```
 */
export function addTracking(
  transport: Transport,
  address: ShipmentAddress,
  news: TrackingInput,
  options: WriteOptions = {},
): Promise<StaffOrder> {
  const { orderId, shipmentId } = address;
  return call(transport, addRow, { params: { orderId, shipmentId }, body: news }, write(addRow, options));
}

/**
 * Lists every event of a parcel, newest first: one page.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { items, next } = await listTrackingEvents(transport, { orderId: order.id, shipmentId });
 * ```
 */
export function listTrackingEvents(
  transport: Transport,
  address: ShipmentAddress,
  query: PageQuery = {},
  options: CallOptions = {},
): Promise<Page<RecordedEvent>> {
  const { orderId, shipmentId } = address;
  return call(transport, listRow, { params: { orderId, shipmentId }, query }, options);
}
