import type { EndpointArguments, Id, ReturnSummary, StaffReturnSummary } from '@postlude/contract';
import type { listStaffReturns } from '@postlude/contract/endpoints';
import type { Tx } from '../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';
import { emailKey, numberKey } from '../sessions/contact.ts';
import { readItems, readReturnsOf } from './store.ts';
import { summaryOf } from './view.ts';

/** The returns of an order that its shopper, or the gift's receiver, filed; newest first. */
export async function listReturnsOf(
  tx: Tx,
  of: { readonly storeId: string; readonly orderId: string; readonly isGift: boolean },
): Promise<ReturnSummary[]> {
  const rows = (await readReturnsOf(tx, of)).filter((row) => row.is_gift === of.isGift).toReversed();
  const items = await readItems(
    tx,
    of.storeId,
    rows.map((row) => row.return_id),
  );
  return rows.map((row) => summaryOf(row, items));
}

type Query = EndpointArguments<typeof listStaffReturns>['query'];

/** Lists the returns of a store, newest first. */
export async function listAllReturns(
  tx: Tx,
  storeId: string,
  { status, route, q, cursor, limit = defaultLimit }: Query,
): Promise<{ items: StaffReturnSummary[]; next: string | null }> {
  const after = readCursor(cursor, [/^ret_[0-9a-f]{32}$/]);
  let query = tx
    .selectFrom('returns')
    .innerJoin('orders', (join) =>
      join
        .onRef('orders.store_id', '=', 'returns.store_id')
        .onRef('orders.order_id', '=', 'returns.order_id'),
    )
    .selectAll('returns')
    .select(['orders.number as order_number', 'orders.email'])
    .where('returns.store_id', '=', storeId);
  if (status !== undefined) query = query.where('returns.status', '=', status);
  if (route !== undefined) query = query.where('returns.route', '=', route);
  if (q !== undefined) {
    const sought = q.trim();
    query = query.where((is) =>
      is.or([
        is('returns.number', '=', sought.toUpperCase()),
        is('orders.number_key', '=', numberKey(sought)),
        is('orders.email_key', '=', emailKey(sought)),
      ]),
    );
  }
  if (after) query = query.where('returns.return_id', '<', after[0] ?? '');
  const rows = await query
    .orderBy('returns.return_id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = await readItems(
    tx,
    storeId,
    rows.map((row) => row.return_id),
  );
  return pageOf(
    rows,
    limit,
    (row): StaffReturnSummary => ({
      ...summaryOf(row, items),
      orderId: row.order_id as Id<'order'>,
      orderNumber: row.order_number,
      email: row.email,
      updatedAt: row.updated_at.toISOString(),
      value: worthOf(row),
    }),
    (row) => [row.return_id],
  );
}

/** What comes back, however: as settled, or as filed. Null where prices are not known. */
function worthOf(row: {
  settled: { refund: Sum | null; storeCredit: Sum | null } | null;
  settlement: { refund: Sum; storeCredit: Sum } | null;
}): Sum | null {
  const { refund = null, storeCredit = null } = row.settled ?? row.settlement ?? {};
  const currency = refund?.currency ?? storeCredit?.currency;
  if (currency === undefined) return null;
  return { amount: (refund?.amount ?? 0) + (storeCredit?.amount ?? 0), currency };
}

interface Sum {
  amount: number;
  currency: string;
}
