import type { Id, OutgoingEventType } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import { newId } from '../secrets/ids.ts';
import { shownUrl } from './shown-url.ts';

/** A fact that goes out. `data` is what receivers read: no secrets, and of the shopper only what the shop's systems need. */
export interface OutgoingEvent {
  readonly type: OutgoingEventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Writes an event and its deliveries in the caller's transaction: there with the fact or not at all. Returns the event's id. */
export async function enqueueEvent(
  tx: Tx,
  storeId: string,
  event: OutgoingEvent,
  now: Date,
): Promise<Id<'event'>> {
  const eventId = newId('event', now.getTime());
  await tx
    .insertInto('outbox_events')
    .values({
      store_id: storeId,
      event_id: eventId,
      type: event.type,
      payload: toJson(event.data),
      created_at: now,
    })
    .execute();
  await addDeliveries(tx, storeId, { eventId, type: event.type }, now);
  return eventId;
}

/**
 * Makes a delivery of an event for each endpoint that wants its type and has none yet. Returns how many were made.
 */
export async function addDeliveries(
  tx: Tx,
  storeId: string,
  event: { readonly eventId: string; readonly type: string },
  now: Date,
): Promise<number> {
  const endpoints = await tx
    .selectFrom('outgoing_webhooks')
    .select(['outgoing_webhook_id', 'url', 'event_types'])
    .where('store_id', '=', storeId)
    .where('disabled_at', 'is', null)
    .orderBy('outgoing_webhook_id')
    // An endpoint that is being removed at this moment must not make the fact itself fail.
    .forKeyShare()
    .execute();
  const wanting = endpoints.filter(({ event_types: types }) => types === null || types.includes(event.type));
  if (wanting.length === 0) return 0;
  const added = await tx
    .insertInto('deliveries')
    .values(
      wanting.map((endpoint) => ({
        store_id: storeId,
        delivery_id: newId('delivery', now.getTime()),
        channel: 'webhook' as const,
        event_id: event.eventId,
        outgoing_webhook_id: endpoint.outgoing_webhook_id,
        target: shownUrl(endpoint.url),
        next_attempt_at: now,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['store_id', 'event_id', 'outgoing_webhook_id']).doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0);
}
