import type { Id } from '@postlude/contract';
import type { Tx } from '../db/database.ts';

/** An owner, by the order that is theirs. */
export interface ReaderOrder {
  readonly orderId: Id<'order'>;
  readonly number: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly locale: string | null;
}

/** Reads whose the orders of owners are; by order id. */
export async function readReaders(
  tx: Tx,
  storeId: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, ReaderOrder>> {
  const rows = await tx
    .selectFrom('orders')
    .leftJoin('outside_purchases', (join) =>
      join
        .onRef('outside_purchases.store_id', '=', 'orders.store_id')
        .onRef('outside_purchases.order_id', '=', 'orders.order_id'),
    )
    .select([
      'orders.order_id',
      'orders.number',
      'orders.email',
      'orders.locale',
      'orders.destination',
      'outside_purchases.name',
    ])
    .where('orders.store_id', '=', storeId)
    .where('orders.order_id', 'in', [...orderIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.order_id,
      {
        orderId: row.order_id as Id<'order'>,
        number: row.number,
        email: row.email,
        name: row.name ?? row.destination?.name ?? null,
        locale: row.locale,
      },
    ]),
  );
}
