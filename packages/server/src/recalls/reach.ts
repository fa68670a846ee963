import type { RecallReach, RecallScope } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { concernedUnits, type MatchingStore } from './matching.ts';

/** Whom a scope concerns at this moment. Several orders with one e-mail address are one owner. */
export async function reachOf(
  tx: Tx,
  store: MatchingStore,
  scope: RecallScope,
): Promise<Pick<RecallReach, 'items' | 'owners' | 'reachable'>> {
  const { rows } = await sql<{ items: number; owners: number; reachable: number }>`
    select count(*)::integer as items, count(distinct coalesce(owner.email_key, owner.order_id))::integer as owners,
      count(distinct owner.email_key)::integer as reachable
    from (${concernedUnits(store, scope, 'all')}) as concerned
    join orders as owner on owner.store_id = ${store.storeId} and owner.order_id = concerned.order_id`.execute(
    tx,
  );
  return rows[0] ?? { items: 0, owners: 0, reachable: 0 };
}

/** What came of a recall so far. */
export async function answersOf(
  tx: Tx,
  storeId: string,
  recallId: string,
): Promise<Pick<RecallReach, 'mailed' | 'failed' | 'acknowledged' | 'remedies'>> {
  const { rows: mails } = await sql<{ mailed: number; failed: number }>`
    select count(*) filter (where sent.state = 'delivered')::integer as mailed,
      count(*) filter (where sent.state = 'dead')::integer as failed
    from recall_mails as mail
    join deliveries as sent on sent.store_id = mail.store_id and sent.delivery_id = mail.delivery_id
    where mail.store_id = ${storeId} and mail.recall_id = ${recallId}`.execute(tx);
  const { rows: answers } = await sql<{
    acknowledged: number;
    repair: number;
    replacement: number;
    refund: number;
  }>`
    select count(*)::integer as acknowledged, count(*) filter (where remedy = 'repair')::integer as repair,
      count(*) filter (where remedy = 'replacement')::integer as replacement,
      count(*) filter (where remedy = 'refund')::integer as refund
    from recall_answers where store_id = ${storeId} and recall_id = ${recallId}`.execute(tx);
  const { acknowledged = 0, repair = 0, replacement = 0, refund = 0 } = answers[0] ?? {};
  const { mailed = 0, failed = 0 } = mails[0] ?? {};
  return { mailed, failed, acknowledged, remedies: { repair, replacement, refund } };
}
