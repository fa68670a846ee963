import type { Order, OrderSummary, StaffOrder } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { countRecalls } from '../recalls/of-order.ts';
import { giftCodeOf } from '../sessions/gift-code.ts';
import { proofOf } from '../sessions/proof.ts';
import { readOrder } from '../tracking/index.ts';
import { type OrderKey, readKnownOrder } from './read-known.ts';

/** An order as the shopper's card shows it; null when the store has none with this id. */
export async function readShopperOrder(tx: Tx, key: OrderKey, now: Date): Promise<Order | null> {
  const known = await readKnownOrder(tx, key);
  if (!known) return null;
  const order = readOrder(known, now);
  const recalls = await countRecalls(tx, key, now);
  return recalls === 0 ? order : { ...order, recalls };
}

/** An order as staff see it, with the proof that opens it; null when the store has none with this id. */
export async function readStaffOrder(
  tx: Tx,
  key: OrderKey,
  embedSecret: string,
  now: Date,
): Promise<StaffOrder | null> {
  const order = await readShopperOrder(tx, key, now);
  const row = await summaries(tx, key.storeId).where('order_id', '=', key.orderId).executeTakeFirst();
  if (!order || !row) return null;
  return {
    summary: summaryOf(row),
    order,
    proof: proofOf(embedSecret, order.number),
    giftCode: giftCodeOf(embedSecret, order.number),
  };
}

/** The query all summaries come from. */
export const summaries = (tx: Tx, storeId: string) =>
  tx
    .selectFrom('orders')
    .where('store_id', '=', storeId)
    .select([
      'order_id',
      'external_id',
      'source',
      'number',
      'placed_at',
      'email',
      'total_amount',
      'total_currency',
      'cancelled_at',
      sql<number>`(
        select count(*)::integer from shipments
        where shipments.store_id = orders.store_id and shipments.source = orders.source
          and shipments.order_external_id = orders.external_id and not shipments.cancelled
      )`.as('shipments'),
    ]);

/** A row of `summaries`. */
export type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['executeTakeFirstOrThrow']>>;

/** A summary as it travels. */
export function summaryOf(row: SummaryRow): OrderSummary {
  return {
    id: row.order_id as OrderSummary['id'],
    externalId: row.external_id,
    source: row.source,
    number: row.number,
    placedAt: row.placed_at.toISOString(),
    email: row.email,
    total:
      row.total_amount === null || row.total_currency === null
        ? null
        : { amount: row.total_amount, currency: row.total_currency },
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
    shipments: row.shipments,
  };
}
