import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { isPassing } from '../../http/failures.ts';
import type { Fact } from '../../ingest/facts.ts';
import { subjectOf } from '../../orders/apply-tracking.ts';
import { settleOrder } from './settle.ts';

/**
 * Settles the referrals of the orders that facts tell of, in the transaction that wrote them: whoever is told of a payment or a
 * refund sees at once what became of it, and a process that is killed has done both or nothing. A referral that cannot be decided
 * makes no message fail: what it wrote is undone, and the job tries again.
 */
export async function settleTold(
  tx: Tx,
  context: Context,
  storeId: string,
  facts: readonly Fact[],
  now: Date,
): Promise<void> {
  const orderIds = await ordersOf(tx, storeId, facts);
  for (const orderId of orderIds) await settleQuietly(tx, context, { storeId, orderId }, now);
}

/** Settles the referrals of an order, as `settleTold` does. */
export async function settleQuietly(
  tx: Tx,
  context: Context,
  key: { readonly storeId: string; readonly orderId: string },
  now: Date,
): Promise<void> {
  await sql`savepoint settling`.execute(tx);
  try {
    await settleOrder(tx, context, key, now);
    await sql`release savepoint settling`.execute(tx);
  } catch (error) {
    if (isPassing(error)) throw error;
    await sql`rollback to savepoint settling`.execute(tx);
    context.log.error({ err: error, ...key }, 'the referral of an order could not be decided');
  }
}

/** The orders of the store that facts are about, in one order everywhere. */
async function ordersOf(tx: Tx, storeId: string, facts: readonly Fact[]): Promise<string[]> {
  const own = new Set<string>();
  const subjects = new Set<string>();
  for (const fact of facts) {
    if (fact.kind === 'order') own.add(`${fact.source} ${fact.externalId}`);
    if (fact.kind === 'shipment' || fact.kind === 'refund') own.add(`${fact.source} ${fact.orderExternalId}`);
    if (fact.kind === 'tracking') subjects.add(subjectOf(fact.subject));
  }
  if (own.size === 0 && subjects.size === 0) return [];
  const { rows } = await sql<{ order_id: string }>`
    select order_id from orders
    where store_id = ${storeId} and (source, external_id) in (
      select split_part(told, ' ', 1), substr(told, strpos(told, ' ') + 1) from unnest(${[...own]}::text[]) as told
      union all
      select source, order_external_id from shipments
      where store_id = ${storeId} and subject = any(${[...subjects]}::text[]))
    order by order_id`.execute(tx);
  return rows.map((row) => row.order_id);
}
