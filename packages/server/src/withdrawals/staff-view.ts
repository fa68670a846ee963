import type { Id, StaffWithdrawal, Store } from '@postlude/contract';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { WithdrawalsTable } from '../db/schema/withdrawals.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';
import { dayIn } from '../tracking/calendar.ts';
import { marksOf } from './marks.ts';
import { orderOf } from './order-of.ts';

type Row = Pick<
  Selectable<WithdrawalsTable>,
  'withdrawal_id' | 'number' | 'received_at' | 'name' | 'contract' | 'email' | 'items' | 'settled_at'
>;

/** The day of a moment in a store's zone. */
export const dayOf = (moment: Date, timeZone: string): string => dayIn(timeZone, moment.getTime());

/** A page of a store's declarations, newest first. What we think of each is worked out now, from what is known now. */
export async function listWithdrawals(
  tx: Tx,
  context: Context,
  store: Store,
  query: {
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
    readonly open?: string | undefined;
  },
): Promise<{ items: StaffWithdrawal[]; next: string | null }> {
  const { limit = defaultLimit } = query;
  let rows = withdrawalRows(tx, store.id).limit(limit + 1);
  const after = readCursor(query.cursor, [/^wdr_[0-9a-f]{32}$/]);
  if (after) rows = rows.where(sql<boolean>`withdrawal_id < ${after[0]}::text collate "C"`);
  if (query.open !== undefined)
    rows = rows.where('settled_at', query.open === 'true' ? 'is' : 'is not', null);
  const page = pageOf(
    await rows.execute(),
    limit,
    (row) => row,
    (row) => [row.withdrawal_id],
  );
  const items: StaffWithdrawal[] = [];
  for (const row of page.items) items.push(await staffView(tx, context, store, row));
  return { items, next: page.next };
}

/** Ticks a declaration off; the first tick stays. Null when the store has no such declaration. */
export async function settleWithdrawal(
  tx: Tx,
  context: Context,
  store: Store,
  withdrawalId: string,
): Promise<StaffWithdrawal | null> {
  await tx
    .updateTable('withdrawals')
    .set({ settled_at: context.clock.now() })
    .where('store_id', '=', store.id)
    .where('withdrawal_id', '=', withdrawalId)
    .where('settled_at', 'is', null)
    .execute();
  const row = await withdrawalRows(tx, store.id).where('withdrawal_id', '=', withdrawalId).executeTakeFirst();
  return row === undefined ? null : staffView(tx, context, store, row);
}

/** The id of a declaration that somebody names by its number, as it was read out to them, or by its id; null when there is none. */
export async function withdrawalCalled(tx: Tx, storeId: string, named: string): Promise<string | null> {
  const row = await tx
    .selectFrom('withdrawals')
    .select('withdrawal_id')
    .where('store_id', '=', storeId)
    .where((name) =>
      name.or([name('withdrawal_id', '=', named.trim()), name('number', '=', named.trim().toUpperCase())]),
    )
    .executeTakeFirst();
  return row?.withdrawal_id ?? null;
}

const withdrawalRows = (tx: Tx, storeId: string) =>
  tx
    .selectFrom('withdrawals')
    .select(['withdrawal_id', 'number', 'received_at', 'name', 'contract', 'email', 'items', 'settled_at'])
    .where('store_id', '=', storeId)
    .orderBy('withdrawal_id', 'desc');

async function staffView(tx: Tx, context: Context, store: Store, row: Row): Promise<StaffWithdrawal> {
  const order = await orderOf(tx, context, store.id, row);
  return {
    id: row.withdrawal_id as Id<'withdrawal'>,
    number: row.number,
    receivedAt: row.received_at.toISOString(),
    name: row.name,
    contract: row.contract,
    email: row.email,
    items: row.items,
    orderId: (order?.orderId ?? null) as Id<'order'> | null,
    lastDay: order?.facts.lastDay ?? null,
    marks: marksOf({ order: order?.facts ?? null, receivedOn: dayOf(row.received_at, store.timeZone) }),
    settledAt: row.settled_at?.toISOString() ?? null,
  };
}
