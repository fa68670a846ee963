import type { Order } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { readKnownOrder } from '../orders/read-known.ts';
import { readSoldOrder, type SoldOrder } from '../orders/read-sold.ts';
import { refundsBeside, unitsTaken } from '../returns/given.ts';
import { type ReturnItemRow, type ReturnRow, readItems, readReturnsOf } from '../returns/store.ts';
import { type KnownOrder, readOrder } from '../tracking/index.ts';

/** What its owner told of something that was bought elsewhere. */
export interface OutsideFacts {
  readonly purchasedOn: string;
  readonly about: boolean;
  readonly boughtAt: string;
}

/** The order units were bought with, and what became of them. */
export interface Origin {
  readonly sold: SoldOrder;
  readonly known: KnownOrder;
  readonly order: Order;
  readonly returns: readonly ReturnRow[];
  readonly items: readonly ReturnItemRow[];
  readonly outside: OutsideFacts | null;
}

/** Reads the orders units were bought with; by order id. */
export async function readOrigins(
  tx: Tx,
  storeId: string,
  orderIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Origin>> {
  const outside = await tx
    .selectFrom('outside_purchases')
    .select(['order_id', 'purchased_on', 'about', 'bought_at'])
    .where('store_id', '=', storeId)
    .where('order_id', 'in', [...orderIds])
    .execute();
  const told = new Map(outside.map((row) => [row.order_id, row]));
  const origins = new Map<string, Origin>();
  for (const orderId of orderIds) {
    const known = await readKnownOrder(tx, { storeId, orderId });
    const sold = await readSoldOrder(tx, { storeId, orderId });
    if (!known || !sold) continue;
    const returns = await readReturnsOf(tx, { storeId, orderId });
    const items = await readItems(
      tx,
      storeId,
      returns.map((row) => row.return_id),
    );
    const row = told.get(orderId);
    origins.set(orderId, {
      sold,
      known,
      order: readOrder(known, now),
      returns,
      items,
      outside: row ? { purchasedOn: row.purchased_on, about: row.about, boughtAt: row.bought_at } : null,
    });
  }
  return origins;
}

const gone: ReadonlySet<ReturnRow['status']> = new Set([
  'shipped',
  'received',
  'inspected',
  'refunded',
  'closed',
]);

/** How many units of a line are with the store again, or on their way to it, or were never sent. */
export function unitsGone({ sold, returns, items }: Origin, lineId: string): number {
  const line = sold.lines.find(({ id }) => id === lineId);
  const sentBack = returns
    .filter(({ status }) => gone.has(status))
    .flatMap((row) =>
      items
        .filter((item) => item.return_id === row.return_id && item.line_id === lineId)
        .map((item) => unitsTaken(row, item)),
    );
  const refunded = refundsBeside(sold, returns, items)
    .flatMap((refund) => refund.items)
    .filter((item) => item.lineId === lineId)
    .map(({ quantity }) => quantity);
  return [...sentBack, ...refunded, line?.removed ?? 0].reduce((sum, units) => sum + units, 0);
}
