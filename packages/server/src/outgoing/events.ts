import type { Id, OutgoingEvent, OutgoingEventQuery } from '@postlude/contract';
import type * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';

/** What a list of events may be narrowed to. */
type Query = z.output<typeof OutgoingEventQuery>;

const cursorPatterns = [/^oev_[0-9a-f]{32}$/];

/** A page of a store's events, newest first, with how their deliveries stand. */
export async function listEvents(tx: Tx, storeId: string, query: Query) {
  const limit = query.limit ?? defaultLimit;
  const [after] = readCursor(query.cursor, cursorPatterns) ?? [];
  let found = events(tx, storeId)
    .orderBy('event_id', 'desc')
    .limit(limit + 1);
  if (query.type !== undefined) found = found.where('type', '=', query.type);
  if (after !== undefined) found = found.where('event_id', '<', after);
  const rows = await found.execute();
  const counts = await countsOf(
    tx,
    storeId,
    rows.map((row) => row.event_id),
  );
  return pageOf(
    rows,
    limit,
    (row) => eventOf(row, counts),
    (row) => [row.event_id],
  );
}

/** One event; null when the store has none of this id. */
export async function readEvent(tx: Tx, storeId: string, id: string): Promise<OutgoingEvent | null> {
  const row = await events(tx, storeId).where('event_id', '=', id).executeTakeFirst();
  return row === undefined ? null : eventOf(row, await countsOf(tx, storeId, [id]));
}

const events = (tx: Tx, storeId: string) =>
  tx.selectFrom('outbox_events').selectAll().where('store_id', '=', storeId);

type Row = Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number];
type Counts = ReadonlyMap<string, OutgoingEvent['deliveries']>;

async function countsOf(tx: Tx, storeId: string, ids: readonly string[]): Promise<Counts> {
  const counts = new Map<string, OutgoingEvent['deliveries']>();
  if (ids.length === 0) return counts;
  const rows = await tx
    .selectFrom('deliveries')
    .select(['event_id', 'state', (select) => select.fn.countAll<number>().as('count')])
    .where('store_id', '=', storeId)
    .where('event_id', 'in', ids)
    .groupBy(['event_id', 'state'])
    .execute();
  for (const { event_id: id, state, count } of rows) {
    if (id !== null) counts.set(id, { ...(counts.get(id) ?? none), [state]: Number(count) });
  }
  return counts;
}

const none = { waiting: 0, delivered: 0, dead: 0 };

function eventOf(row: Row, counts: Counts): OutgoingEvent {
  return {
    id: row.event_id as Id<'event'>,
    type: row.type,
    data: row.payload,
    createdAt: row.created_at.toISOString(),
    deliveries: counts.get(row.event_id) ?? none,
  };
}
