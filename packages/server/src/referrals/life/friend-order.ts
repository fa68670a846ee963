import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { isOwnOrder, ownOrderSources } from '../../orders/own-source.ts';
import type { OrderKey } from '../../orders/read-known.ts';
import { tillCodeKey } from '../codes/code-key.ts';

/** What connects an order with referrals. */
export interface OrderToPlace {
  readonly storeId: string;
  readonly orderId: string;
  readonly emailKey: string | null;
  readonly placedAt: Date;
  readonly paid: boolean;
  /** As the till knows them. */
  readonly codes: readonly string[];
  /** See `claimTokenKey`. */
  readonly claimToken: string | null;
}

/** Reads what connects an order; null when the store has none of this id, or it is no sale of the store. */
export async function readOrderToPlace(tx: Tx, { storeId, orderId }: OrderKey): Promise<OrderToPlace | null> {
  const row = await tx
    .selectFrom('orders')
    .select(['source', 'email_key', 'placed_at', 'paid', 'discount_codes', 'claim_token'])
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  if (!row || isOwnOrder(row.source)) return null;
  return {
    storeId,
    orderId,
    emailKey: row.email_key,
    placedAt: row.placed_at,
    // Who tells nothing of it sends orders that are paid.
    paid: row.paid ?? true,
    codes: [...new Set(row.discount_codes.map(tillCodeKey))].filter((code) => code !== ''),
    claimToken: row.claim_token,
  };
}

/** Of two orders the one that was placed first. */
export const isBefore = (
  a: Pick<OrderToPlace, 'placedAt' | 'orderId'>,
  b: Pick<OrderToPlace, 'placedAt' | 'orderId'>,
): boolean =>
  a.placedAt < b.placedAt || (a.placedAt.getTime() === b.placedAt.getTime() && a.orderId < b.orderId);

/** Whether somebody ordered before, and did not have it cancelled. */
export async function hasEarlierOrder(
  tx: Tx,
  { storeId, orderId, emailKey, placedAt }: OrderToPlace,
): Promise<boolean> {
  if (emailKey === null) return false;
  const earlier = await tx
    .selectFrom('orders')
    .select('order_id')
    .where('store_id', '=', storeId)
    .where('email_key', '=', emailKey)
    .where('source', 'not in', [...ownOrderSources])
    .where('cancelled_at', 'is', null)
    .where(sql<boolean>`(placed_at, order_id) < (${placedAt}::timestamptz, ${orderId})`)
    .limit(1)
    .executeTakeFirst();
  return earlier !== undefined;
}
