import type { Id } from '@postlude/contract';
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { AsksTable } from '../db/schema/asks.ts';
import type { OrderKey } from '../orders/read-known.ts';
import type { AskedFact } from './facts.ts';

/** An ask as it is kept. */
export type AskRow = Selectable<AsksTable>;

/** The id of a row. */
export const idOfAsk = (row: Pick<AskRow, 'ask_id'>): Id<'ask'> => row.ask_id as Id<'ask'>;

/**
 * Holds the shopper of an order until the transaction ends: everybody who decides what they are asked waits for each other,
 * over all orders placed with one e-mail address. False when the store has no such order.
 */
export async function holdShopper(tx: Tx, { storeId, orderId }: OrderKey): Promise<boolean> {
  const order = await tx
    .selectFrom('orders')
    .select('email_key')
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  if (!order) return false;
  const key = `${storeId} ${order.email_key ?? orderId}`;
  await sql`select pg_advisory_xact_lock(${shopperLockClass}, hashtext(${key}))`.execute(tx);
  return true;
}

/** The first half of the advisory locks taken here, so that they meet no others. */
const shopperLockClass = 7050;

/** The asks of an order. */
export const readAsksOf = (tx: Tx, { storeId, orderId }: OrderKey): Promise<AskRow[]> =>
  tx
    .selectFrom('asks')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .orderBy('ask_id')
    .execute();

/** An ask; null when the store has none with this id. */
export async function readAsk(
  tx: Tx,
  { storeId, askId }: { readonly storeId: string; readonly askId: string },
): Promise<AskRow | null> {
  const row = await tx
    .selectFrom('asks')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('ask_id', '=', askId)
    .executeTakeFirst();
  return row ?? null;
}

/** Most asks of other orders that are looked at; the newest ones. */
const mostAsked = 1_000;

/**
 * What the shopper of an order was asked about their other orders in the store: what a page was given to show. Orders placed
 * with the same e-mail address are one shopper's, on whatever device they are looked at.
 */
export function readAskedElsewhere(tx: Tx, { storeId, orderId }: OrderKey): Promise<AskRow[]> {
  return tx
    .selectFrom('orders as mine')
    .innerJoin('orders as others', (join) =>
      join
        .onRef('others.store_id', '=', 'mine.store_id')
        .onRef('others.email_key', '=', 'mine.email_key')
        .onRef('others.order_id', '<>', 'mine.order_id'),
    )
    .innerJoin('asks', (join) =>
      join.onRef('asks.store_id', '=', 'others.store_id').onRef('asks.order_id', '=', 'others.order_id'),
    )
    .selectAll('asks')
    .where('mine.store_id', '=', storeId)
    .where('mine.order_id', '=', orderId)
    .where((is) => is.or([is('asks.offered_at', 'is not', null), is('asks.times_shown', '>', 0)]))
    .orderBy('asks.ask_id', 'desc')
    .limit(mostAsked)
    .execute();
}

/** A row as the rules take it. */
export const askedFactOf = (row: AskRow): AskedFact => ({
  kind: row.kind,
  orderId: row.order_id,
  lineId: row.line_id,
  isOpen: row.state !== 'ended',
  offeredAt: row.offered_at,
  firstShownAt: row.first_shown_at,
  lastShownAt: row.last_shown_at,
  turns: row.turns,
  turnAt: row.turn_at,
  dismissals: row.dismissals.map((at) => new Date(at)),
});
