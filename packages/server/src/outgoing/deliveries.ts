import type {
  DeliveryAttempt,
  Id,
  OutgoingDelivery,
  OutgoingDeliveryDetail,
  OutgoingDeliveryQuery,
} from '@postlude/contract';
import type * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';

/** What a list of deliveries may be narrowed to. */
type Query = z.output<typeof OutgoingDeliveryQuery>;

const cursorPatterns = [/^dlv_[0-9a-f]{32}$/];

/** A page of a store's deliveries, newest first. */
export async function listDeliveries(tx: Tx, storeId: string, query: Query) {
  const limit = query.limit ?? defaultLimit;
  const [after] = readCursor(query.cursor, cursorPatterns) ?? [];
  let found = deliveries(tx, storeId)
    .orderBy('d.delivery_id', 'desc')
    .limit(limit + 1);
  if (query.state !== undefined) found = found.where('d.state', '=', query.state);
  if (query.type !== undefined) found = found.where('e.type', '=', query.type);
  if (query.channel !== undefined) found = found.where('d.channel', '=', query.channel);
  if (after !== undefined) found = found.where('d.delivery_id', '<', after);
  return pageOf(await found.execute(), limit, deliveryOf, (row) => [row.delivery_id]);
}

/** One delivery with its tries, newest first; null when the store has none of this id. */
export async function readDelivery(
  tx: Tx,
  storeId: string,
  id: string,
): Promise<OutgoingDeliveryDetail | null> {
  const row = await deliveries(tx, storeId).where('d.delivery_id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const attempts = await tx
    .selectFrom('delivery_attempts')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('delivery_id', '=', id)
    .orderBy('attempt_id', 'desc')
    .limit(100)
    .execute();
  return {
    delivery: deliveryOf(row),
    attempts: attempts.map(
      (one): DeliveryAttempt => ({
        at: one.at.toISOString(),
        milliseconds: one.milliseconds,
        status: one.status,
        error: one.error,
        answer: one.answer,
      }),
    ),
  };
}

const deliveries = (tx: Tx, storeId: string) =>
  tx
    .selectFrom('deliveries as d')
    .leftJoin('outbox_events as e', (join) =>
      join.onRef('e.store_id', '=', 'd.store_id').onRef('e.event_id', '=', 'd.event_id'),
    )
    .selectAll('d')
    .select('e.type')
    .where('d.store_id', '=', storeId);

type Row = Awaited<ReturnType<ReturnType<typeof deliveries>['execute']>>[number];

function deliveryOf(row: Row): OutgoingDelivery {
  return {
    id: row.delivery_id as Id<'delivery'>,
    channel: row.channel,
    eventId: row.event_id as Id<'event'> | null,
    type: row.type,
    webhookId: row.outgoing_webhook_id as Id<'outgoingWebhook'> | null,
    target: row.target,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.state === 'waiting' ? row.next_attempt_at.toISOString() : null,
    lastStatus: row.last_status,
    lastError: row.last_error,
    createdAt: row.created_at.toISOString(),
    deliveredAt: row.delivered_at?.toISOString() ?? null,
  };
}
