import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { OrderKey } from '../../orders/read-known.ts';

/**
 * Whether an order may have to do with referrals: it tells a code or a claim, it is a friend's, or it is of somebody who claimed
 * or has been a friend. One query, for every order there is news of; no lock is taken for it.
 */
export async function concernsReferrals(tx: Tx, { storeId, orderId }: OrderKey): Promise<boolean> {
  const { rows } = await sql<{ concerns: boolean }>`
    select cardinality(discount_codes) > 0 or claim_token is not null
      or exists (
        select 1 from referrals
        where referrals.store_id = placed.store_id and referrals.order_id = placed.order_id)
      or exists (
        select 1 from referrals
        where referrals.store_id = placed.store_id and referrals.email_key = placed.email_key)
      or exists (
        select 1 from orders as others join referrals using (store_id, order_id)
        where others.store_id = placed.store_id and others.email_key = placed.email_key) as concerns
    from orders as placed
    where store_id = ${storeId} and order_id = ${orderId}`.execute(tx);
  return rows[0]?.concerns === true;
}
