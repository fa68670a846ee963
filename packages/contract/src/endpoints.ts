import './zod-setup.ts';
import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { idOf } from './ids.ts';
import { IncomingMessage, MessageQuery, Provider, Receipt, UnknownStatus } from './ingest.ts';
import { Order, OrderInput, OrderSummary, StaffOrder } from './orders.ts';
import { pageOf, pageQuery } from './pages.ts';
import { Session, SessionRequest } from './sessions.ts';
import { ShipmentInput, TrackingInput } from './shipments.ts';
import { PublicStore, Store, StoreUpdate } from './stores.ts';
import { text } from './text.ts';
import { Instant } from './time.ts';
import { TrackingEvent } from './tracking.ts';

const orderParams = z.strictObject({ orderId: idOf('order') });
const shipmentParams = z.strictObject({ orderId: idOf('order'), shipmentId: idOf('shipment') });

/** Public facts of the store a page belongs to. */
export const getStore = endpoint({
  method: 'GET',
  path: '/v1/store',
  access: 'publishable',
  summary: 'Read the store',
  description: 'Name, language, time zone and contact of the store the publishable key belongs to.',
  output: PublicStore,
  conditional: true,
  problems: ['unknown_store', 'origin_not_allowed'],
});

/** Opens a shopper session by proof or by lookup. */
export const openSession = endpoint({
  method: 'POST',
  path: '/v1/sessions',
  access: 'publishable',
  summary: 'Open a shopper session',
  description:
    'By proof (rendered by the storefront) or by lookup (order number and e-mail, phone or postcode). A wrong contact and an ' +
    'unknown order get the same answer. Lookups are limited per address and per order; the lock says until when in `retryAt`. ' +
    'The body may be sent as text/plain, which spares browsers a preflight. Opening a session changes nothing, so the ' +
    'Idempotency-Key is accepted and ignored.',
  body: SessionRequest,
  output: Session,
  status: 201,
  problems: ['unknown_store', 'origin_not_allowed', 'proof_invalid', 'lookup_failed', 'lookup_locked'],
});

/** Reads the order of a session. */
export const getOrder = endpoint({
  method: 'GET',
  path: '/v1/orders/{orderId}',
  access: 'session',
  summary: 'Read an order',
  description: 'The order of the session with its parcels. Cheap to ask again with If-None-Match.',
  params: orderParams,
  output: Order,
  conditional: true,
  problems: ['session_invalid', 'not_found'],
});

/** A parcel as schema.org ParcelDelivery, ready for a page or an e-mail. */
export const getParcelDelivery = endpoint({
  method: 'GET',
  path: '/v1/orders/{orderId}/shipments/{shipmentId}/parcel-delivery',
  access: 'session',
  summary: 'Read a parcel as JSON-LD',
  description:
    'schema.org ParcelDelivery for a page or a confirmation e-mail (https://schema.org/ParcelDelivery).',
  params: shipmentParams,
  output: z.record(z.string(), z.unknown()),
  contentType: 'application/ld+json',
  conditional: true,
  problems: ['session_invalid', 'not_found'],
});

/** The store's settings. */
export const getStaffStore = endpoint({
  method: 'GET',
  path: '/v1/staff/store',
  access: 'staff',
  summary: 'Read the store’s settings',
  description: 'The settings of the store the secret key belongs to.',
  output: Store,
  problems: ['key_invalid'],
});

/** Changes the store's settings. */
export const updateStaffStore = endpoint({
  method: 'PATCH',
  path: '/v1/staff/store',
  access: 'staff',
  summary: 'Change the store’s settings',
  description: 'Fields that are left out stay as they are.',
  body: StoreUpdate,
  output: Store,
  problems: ['key_invalid'],
});

/** Creates or replaces an order under the shop's own id. */
export const putOrder = endpoint({
  method: 'PUT',
  path: '/v1/staff/orders/by-external-id/{externalId}',
  access: 'staff',
  summary: 'Create or replace an order',
  description:
    'Under the shop’s own id of the order. Sending the same order again changes nothing; one with an older `updatedAt` is ignored.',
  params: z.strictObject({ externalId: text(128) }),
  body: OrderInput,
  output: StaffOrder,
  problems: ['key_invalid', 'conflict'],
});

/** Lists and searches orders. */
export const listOrders = endpoint({
  method: 'GET',
  path: '/v1/staff/orders',
  access: 'staff',
  summary: 'List and search orders',
  description: 'Newest first. `q` finds by order number, e-mail or tracking number.',
  query: z.strictObject({ ...pageQuery, q: z.optional(text(255)) }),
  output: pageOf(OrderSummary),
  problems: ['key_invalid'],
});

/** Reads one order with what only staff may see. */
export const getStaffOrder = endpoint({
  method: 'GET',
  path: '/v1/staff/orders/{orderId}',
  access: 'staff',
  summary: 'Read an order',
  description:
    'What the shopper sees, the contact it was placed with, and the proof that opens it on the storefront.',
  params: orderParams,
  output: StaffOrder,
  problems: ['key_invalid', 'not_found'],
});

/** Creates or replaces a shipment of an order. */
export const putShipment = endpoint({
  method: 'PUT',
  path: '/v1/staff/orders/{orderId}/shipments/by-external-id/{externalId}',
  access: 'staff',
  summary: 'Create or replace a shipment',
  description: 'Under the shop’s own id of the shipment. One with an older `updatedAt` is ignored.',
  params: z.strictObject({ orderId: idOf('order'), externalId: text(128) }),
  body: ShipmentInput,
  output: StaffOrder,
  problems: ['key_invalid', 'not_found', 'conflict'],
});

/** Adds news of a parcel. */
export const addTracking = endpoint({
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
});

/** Pages through every event of a parcel. */
export const listTrackingEvents = endpoint({
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
});

/** Lists what came in. */
export const listMessages = endpoint({
  method: 'GET',
  path: '/v1/staff/messages',
  access: 'staff',
  summary: 'List incoming messages',
  description: 'Newest first. `state=failed` are those set aside with a reason; replay them after the fix.',
  query: MessageQuery,
  output: pageOf(IncomingMessage),
  problems: ['key_invalid'],
});

/** Reads a set-aside message once more. */
export const replayMessage = endpoint({
  method: 'POST',
  path: '/v1/staff/messages/{messageId}/replay',
  access: 'staff',
  summary: 'Replay an incoming message',
  description: 'Reads a stored message again, as if it had just come in. Safe to repeat.',
  params: z.strictObject({ messageId: idOf('message') }),
  output: IncomingMessage,
  problems: ['key_invalid', 'not_found'],
});

/** Lists the provider words that are in no table. */
export const listUnknownStatuses = endpoint({
  method: 'GET',
  path: '/v1/staff/unknown-statuses',
  access: 'staff',
  summary: 'List unknown provider statuses',
  description:
    'What providers said that no mapping knows, most frequent first. Parcels show the nearest safe status meanwhile.',
  query: z.strictObject({ ...pageQuery }),
  output: pageOf(UnknownStatus),
  problems: ['key_invalid'],
});

/** Takes a webhook of a platform or a carrier. */
export const receiveWebhook = endpoint({
  method: 'POST',
  path: '/v1/webhooks/{provider}/{webhookId}',
  access: 'signature',
  summary: 'Receive a webhook',
  description:
    'The address `postlude webhook add` prints. The signature is checked over the raw bytes with each of the webhook’s secrets; ' +
    'the message is stored before it is read and answered with 200 once it is stored.',
  params: z.strictObject({ provider: Provider, webhookId: idOf('webhook') }),
  bodyKind: 'raw',
  output: Receipt,
  problems: [
    'not_found',
    'webhook_unconfigured',
    'signature_missing',
    'signature_invalid',
    'signature_expired',
    'too_large',
    'invalid_json',
  ],
});

/** The whole API. An endpoint that is not here does not exist. */
export const endpoints = {
  getStore,
  openSession,
  getOrder,
  getParcelDelivery,
  getStaffStore,
  updateStaffStore,
  putOrder,
  listOrders,
  getStaffOrder,
  putShipment,
  addTracking,
  listTrackingEvents,
  listMessages,
  replayMessage,
  listUnknownStatuses,
  receiveWebhook,
};

/** The name of an endpoint. */
export type EndpointName = keyof typeof endpoints;
