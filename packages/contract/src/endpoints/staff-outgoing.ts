import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import {
  OutgoingDelivery,
  OutgoingDeliveryDetail,
  OutgoingDeliveryQuery,
  OutgoingEvent,
  OutgoingEventQuery,
  OutgoingRotation,
  OutgoingWebhook,
  OutgoingWebhookInput,
  OutgoingWebhookUpdate,
  OutgoingWebhookWithSecret,
  ReplayReport,
} from '../outgoing.ts';
import { pageOf } from '../pages.ts';

const webhookParams = z.strictObject({ outgoingWebhookId: idOf('outgoingWebhook') });
const deliveryParams = z.strictObject({ deliveryId: idOf('delivery') });

/** Adds an endpoint of the shop. */
export const createOutgoingWebhook = {
  method: 'POST',
  path: '/v1/staff/outgoing/webhooks',
  access: 'staff',
  summary: 'Add an endpoint for events',
  description:
    'From now on events are delivered to it, signed by Standard Webhooks with the secret that is told this once. https only, and only to the public internet unless the operator allows more.',
  body: OutgoingWebhookInput,
  output: OutgoingWebhookWithSecret,
  status: 201,
  answersSecret: true,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Lists the endpoints of the shop. */
export const listOutgoingWebhooks = {
  method: 'GET',
  path: '/v1/staff/outgoing/webhooks',
  access: 'staff',
  summary: 'List endpoints for events',
  description: 'All of them, oldest first, without their secrets.',
  output: z.object({ items: z.array(OutgoingWebhook) }),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Changes an endpoint, switches it off or on. */
export const updateOutgoingWebhook = {
  method: 'PATCH',
  path: '/v1/staff/outgoing/webhooks/{outgoingWebhookId}',
  access: 'staff',
  summary: 'Change an endpoint for events',
  description:
    'Fields that are left out stay. Switched off, what waits for it is given up and can be replayed; switched on, it gets what happens from then on.',
  params: webhookParams,
  body: OutgoingWebhookUpdate,
  output: OutgoingWebhook,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Removes an endpoint. */
export const deleteOutgoingWebhook = {
  method: 'DELETE',
  path: '/v1/staff/outgoing/webhooks/{outgoingWebhookId}',
  access: 'staff',
  summary: 'Remove an endpoint for events',
  description: 'With its secrets and deliveries; the events stay. Safe to repeat.',
  params: webhookParams,
  output: z.object({ deleted: z.boolean() }),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Exchanges an endpoint's secret. */
export const rotateOutgoingSecret = {
  method: 'POST',
  path: '/v1/staff/outgoing/webhooks/{outgoingWebhookId}/rotate',
  access: 'staff',
  summary: 'Exchange an endpoint’s secret',
  description:
    'The new secret is told this once. Until the old one ends, every delivery carries a signature of each.',
  params: webhookParams,
  body: OutgoingRotation,
  output: OutgoingWebhookWithSecret,
  answersSecret: true,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Lists what happened that others can be told. */
export const listOutgoingEvents = {
  method: 'GET',
  path: '/v1/staff/outgoing/events',
  access: 'staff',
  summary: 'List events',
  description: 'Newest first, also those that no endpoint wanted. Kept for 90 days.',
  query: OutgoingEventQuery,
  output: pageOf(OutgoingEvent),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Sends an event once more. */
export const replayOutgoingEvent = {
  method: 'POST',
  path: '/v1/staff/outgoing/events/{eventId}/replay',
  access: 'staff',
  summary: 'Replay an event',
  description:
    'Delivers it once more, under the same id, to every endpoint that wants its type, also to one that was added later.',
  params: z.strictObject({ eventId: idOf('event') }),
  output: OutgoingEvent,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Lists what goes out. */
export const listOutgoingDeliveries = {
  method: 'GET',
  path: '/v1/staff/outgoing/deliveries',
  access: 'staff',
  summary: 'List deliveries',
  description:
    'Webhooks and mails, newest first. `state=dead` are those that were given up; replay them after the fix.',
  query: OutgoingDeliveryQuery,
  output: pageOf(OutgoingDelivery),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads a delivery with its tries. */
export const getOutgoingDelivery = {
  method: 'GET',
  path: '/v1/staff/outgoing/deliveries/{deliveryId}',
  access: 'staff',
  summary: 'Read a delivery',
  description: 'With its tries, newest first, and the beginning of what was answered.',
  params: deliveryParams,
  output: OutgoingDeliveryDetail,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Sends a delivery once more. */
export const replayOutgoingDelivery = {
  method: 'POST',
  path: '/v1/staff/outgoing/deliveries/{deliveryId}/replay',
  access: 'staff',
  summary: 'Replay a delivery',
  description:
    'Whatever became of it before; one that waits is tried now. The id of the event stays the same.',
  params: deliveryParams,
  output: OutgoingDeliveryDetail,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Sends everything once more that was given up. */
export const replayDeadDeliveries = {
  method: 'POST',
  path: '/v1/staff/outgoing/replay-dead',
  access: 'staff',
  summary: 'Replay all dead deliveries',
  description: 'Everything that was given up waits again, with the full schedule of tries before it.',
  output: ReplayReport,
  problems: ['key_invalid'],
} as const satisfies Endpoint;
