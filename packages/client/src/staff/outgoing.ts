import type {
  OutgoingDelivery,
  OutgoingDeliveryDetail,
  OutgoingEvent,
  OutgoingEventType,
  OutgoingRotation,
  OutgoingWebhook,
  OutgoingWebhookInput,
  OutgoingWebhookUpdate,
  OutgoingWebhookWithSecret,
  ReplayReport,
} from '@postlude/contract';
import {
  createOutgoingWebhook as createRow,
  listOutgoingDeliveries as deliveriesRow,
  getOutgoingDelivery as deliveryRow,
  listOutgoingEvents as eventsRow,
  listOutgoingWebhooks as listRow,
  deleteOutgoingWebhook as removeRow,
  replayDeadDeliveries as replayDeadRow,
  replayOutgoingDelivery as replayDeliveryRow,
  replayOutgoingEvent as replayEventRow,
  rotateOutgoingSecret as rotateRow,
  updateOutgoingWebhook as updateRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page, PageQuery } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/** What a list of events may be narrowed to. */
export interface OutgoingEventQuery extends PageQuery {
  readonly type?: OutgoingEventType | undefined;
}

/** What a list of deliveries may be narrowed to. */
export interface OutgoingDeliveryQuery extends PageQuery {
  readonly state?: OutgoingDelivery['state'] | undefined;
  readonly channel?: OutgoingDelivery['channel'] | undefined;
  readonly type?: OutgoingEventType | undefined;
}

/**
 * Adds an endpoint that events are delivered to, by Standard Webhooks. Its secret is told this once.
 *
 * @throws ApiError `key_invalid`, `invalid_input` (not https, or not in the public internet); the others as every call.
 * @example
 * ```ts
 * const { webhook, secret } = await createOutgoingWebhook(transport, {
 *   url: 'https://erp.example.com/postlude', events: ['return.refunded'],
 * });
 * ```
 */
export function createOutgoingWebhook(
  transport: Transport,
  input: OutgoingWebhookInput,
  options: WriteOptions = {},
): Promise<OutgoingWebhookWithSecret> {
  return call(transport, createRow, { body: input }, write(createRow, options));
}

/**
 * Lists the endpoints, oldest first, without their secrets.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listOutgoingWebhooks(transport);
 * ```
 */
export function listOutgoingWebhooks(
  transport: Transport,
  options: CallOptions = {},
): Promise<{ items: OutgoingWebhook[] }> {
  return call(transport, listRow, {}, options);
}

/**
 * Changes an endpoint, switches it off or on; what is left out stays.
 *
 * @throws ApiError `key_invalid`, `not_found`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * await updateOutgoingWebhook(transport, 'owh_…', { enabled: true });
 * ```
 */
export function updateOutgoingWebhook(
  transport: Transport,
  outgoingWebhookId: string,
  change: OutgoingWebhookUpdate,
  options: CallOptions = {},
): Promise<OutgoingWebhook> {
  return call(
    transport,
    updateRow,
    { params: { outgoingWebhookId }, body: change },
    write(updateRow, options),
  );
}

/**
 * Removes an endpoint with its deliveries; the events stay. Safe to repeat.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * await deleteOutgoingWebhook(transport, 'owh_…');
 * ```
 */
export function deleteOutgoingWebhook(
  transport: Transport,
  outgoingWebhookId: string,
  options: CallOptions = {},
): Promise<{ deleted: boolean }> {
  return call(transport, removeRow, { params: { outgoingWebhookId } }, write(removeRow, options));
}

/**
 * Gives an endpoint a new secret, told this once. Deliveries carry a signature of each until the old one ends.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { secret } = await rotateOutgoingSecret(transport, 'owh_…', { graceHours: 48 });
 * ```
 */
export function rotateOutgoingSecret(
  transport: Transport,
  outgoingWebhookId: string,
  rotation: OutgoingRotation = {},
  options: WriteOptions = {},
): Promise<OutgoingWebhookWithSecret> {
  return call(
    transport,
    rotateRow,
    { params: { outgoingWebhookId }, body: rotation },
    write(rotateRow, options),
  );
}

/**
 * Lists what happened that others can be told, newest first: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listOutgoingEvents(transport, { type: 'return.refunded' });
 * ```
 */
export function listOutgoingEvents(
  transport: Transport,
  query: OutgoingEventQuery = {},
  options: CallOptions = {},
): Promise<Page<OutgoingEvent>> {
  return call(transport, eventsRow, { query }, options);
}

/**
 * Delivers an event once more, under the same id, to every endpoint that wants its type.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { deliveries } = await replayOutgoingEvent(transport, 'oev_…');
 * ```
 */
export function replayOutgoingEvent(
  transport: Transport,
  eventId: string,
  options: WriteOptions = {},
): Promise<OutgoingEvent> {
  return call(transport, replayEventRow, { params: { eventId } }, write(replayEventRow, options));
}

/**
 * Lists webhooks and mails on their way, newest first: one page. `state: 'dead'` are those that were given up.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listOutgoingDeliveries(transport, { state: 'dead' });
 * ```
 */
export function listOutgoingDeliveries(
  transport: Transport,
  query: OutgoingDeliveryQuery = {},
  options: CallOptions = {},
): Promise<Page<OutgoingDelivery>> {
  return call(transport, deliveriesRow, { query }, options);
}

/**
 * Reads a delivery with its tries, newest first.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { attempts } = await getOutgoingDelivery(transport, 'dlv_…');
 * ```
 */
export function getOutgoingDelivery(
  transport: Transport,
  deliveryId: string,
  options: CallOptions = {},
): Promise<OutgoingDeliveryDetail> {
  return call(transport, deliveryRow, { params: { deliveryId } }, options);
}

/**
 * Sends one delivery once more, whatever became of it.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * await replayOutgoingDelivery(transport, 'dlv_…');
 * ```
 */
export function replayOutgoingDelivery(
  transport: Transport,
  deliveryId: string,
  options: WriteOptions = {},
): Promise<OutgoingDeliveryDetail> {
  return call(transport, replayDeliveryRow, { params: { deliveryId } }, write(replayDeliveryRow, options));
}

/**
 * Sends everything once more that was given up.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { replayed } = await replayDeadDeliveries(transport);
 * ```
 */
export function replayDeadDeliveries(
  transport: Transport,
  options: WriteOptions = {},
): Promise<ReplayReport> {
  return call(transport, replayDeadRow, {}, write(replayDeadRow, options));
}
