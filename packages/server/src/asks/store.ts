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
export async function readAskedElsewhere(tx: Tx, { storeId, orderId }: OrderKey): Promise<AskRow[]> {
  // Found by the orders and sorted afterwards: a planner without statistics would walk through all asks of the store in order.
  const { rows } = await sql<AskRow>`
    with others as materialized (
      select others.order_id from orders as mine join orders as others using (store_id, email_key)
      where mine.store_id = ${storeId} and mine.order_id = ${orderId} and others.order_id <> mine.order_id
    ),
    shown as materialized (
      select asks.* from asks
      where store_id = ${storeId} and order_id = any(array(select order_id from others))
        and (offered_at is not null or times_shown > 0)
    )
    select * from shown order by ask_id desc limit ${mostAsked}`.execute(tx);
  return rows;
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
