import type { Tx } from '../db/database.ts';
import { addDeliveries } from '../outbox/enqueue.ts';

/**
 * A delivery that waits as if it had just been made. Its event, and so the id receivers know it by, stays the same. A lease
 * is left alone: whoever is trying at this moment is not joined by a second one.
 */
const again = (now: Date) => ({
  state: 'waiting' as const,
  attempts: 0,
  next_attempt_at: now,
  delivered_at: null,
});

/**
 * Sends one delivery once more, whatever became of it; one that waits is tried now. Returns how many wait again: 0 when
 * the store has none of this id.
 */
export async function replayDelivery(tx: Tx, storeId: string, id: string, now: Date): Promise<number> {
  const result = await tx
    .updateTable('deliveries')
    .set(again(now))
    .where('store_id', '=', storeId)
    .where('delivery_id', '=', id)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Sends everything once more that was given up. Returns how many wait again. */
export async function replayDead(tx: Tx, storeId: string, now: Date): Promise<number> {
  const result = await tx
    .updateTable('deliveries')
    .set(again(now))
    .where('store_id', '=', storeId)
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/**
 * Sends an event once more to every endpoint that wants its type, also to one that was added later. Returns how many
 * deliveries wait again, null when the store has no such event.
 */
export async function replayEvent(
  tx: Tx,
  storeId: string,
  eventId: string,
  now: Date,
): Promise<number | null> {
  const event = await tx
    .selectFrom('outbox_events')
    .select('type')
    .where('store_id', '=', storeId)
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  if (event === undefined) return null;
  const result = await tx
    .updateTable('deliveries')
    .set(again(now))
    .where('store_id', '=', storeId)
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return (
    Number(result.numUpdatedRows) + (await addDeliveries(tx, storeId, { eventId, type: event.type }, now))
  );
}
