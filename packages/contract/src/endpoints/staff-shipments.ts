import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { ShipmentInput, TrackingInput } from '../shipments.ts';
import { StaffOrder } from '../staff-orders.ts';
import { text } from '../text.ts';
import { Instant } from '../time.ts';
import { TrackingEvent } from '../tracking.ts';

const shipmentParams = z.strictObject({ orderId: idOf('order'), shipmentId: idOf('shipment') });

/** Creates or replaces a shipment of an order. */
export const putShipment = {
  method: 'PUT',
  path: '/v1/staff/orders/{orderId}/shipments/by-external-id/{externalId}',
  access: 'staff',
  summary: 'Create or replace a shipment',
  description: 'Under the shop’s own id of the shipment. One with an older `updatedAt` is ignored.',
  params: z.strictObject({ orderId: idOf('order'), externalId: text(128) }),
  body: ShipmentInput,
  output: StaffOrder,
  problems: ['key_invalid', 'not_found', 'conflict'],
} as const satisfies Endpoint;

/** Adds news of a parcel. */
export const addTracking = {
  method: 'POST',
  path: '/v1/staff/orders/{orderId}/shipments/{shipmentId}/tracking',
  access: 'staff',
  summary: 'Add tracking events',
  description:
    'Events, a new promise, a pick-up point or a proof of delivery. Events that are already there are kept once.',
  params: shipmentParams,
  body: TrackingInput,
  output: StaffOrder,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Pages through every event of a parcel. */
export const listTrackingEvents = {
  method: 'GET',
  path: '/v1/staff/orders/{orderId}/shipments/{shipmentId}/events',
  access: 'staff',
  summary: 'List tracking events',
  description: 'All events of a parcel, newest first, with the provider’s own words.',
  params: shipmentParams,
  query: z.strictObject({ ...pageQuery }),
  output: pageOf(
    z.object({
      event: TrackingEvent,
      source: z.string(),
      raw: z.record(z.string(), z.unknown()),
      receivedAt: Instant,
    }),
  ),
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;
