import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import type { RefundFact } from '../ingest/facts.ts';

const saysMore = sql<boolean>`
  (jsonb_array_length(refunds.items), coalesce(refunds.amount, -1), refunds.items::text)
  <= (jsonb_array_length(excluded.items), coalesce(excluded.amount, -1), excluded.items::text)`;

/**
 * Writes a refund. Refunds have no version, because platforms never change one; but one message may name a refund
 * without its items and another with them, so the one that says more stays, whichever comes first. A platform that gives
 * no time of the refund is read as if it were that of the change it came with: the earliest told is the nearest to the truth.
 */
export async function applyRefund(tx: Tx, storeId: string, fact: RefundFact): Promise<void> {
  const row = {
    order_external_id: fact.orderExternalId,
    refunded_at: fact.createdAt,
    amount: fact.amount?.amount ?? null,
    currency: fact.amount?.currency ?? null,
    items: toJson(fact.items),
  };
  await tx
    .insertInto('refunds')
    .values({ store_id: storeId, source: fact.source, external_id: fact.externalId, ...row })
    .onConflict((conflict) =>
      conflict.columns(['store_id', 'source', 'external_id']).doUpdateSet({
        refunded_at: sql`least(refunds.refunded_at, excluded.refunded_at)`,
        amount: sql`case when ${saysMore} then excluded.amount else refunds.amount end`,
        currency: sql`case when ${saysMore} then excluded.currency else refunds.currency end`,
        items: sql`case when ${saysMore} then excluded.items else refunds.items end`,
      }),
    )
    .execute();
}
