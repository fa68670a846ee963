import type { Store } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { concernedUnits } from './matching.ts';
import type { StoredRecall } from './store.ts';

/**
 * Writes down every mailbox that a recall concerns and that is not written down yet, once each, however many orders it has; of
 * these the newest says the language. Answers how many came. A choice about safety messages or marketing is not asked: the law
 * has owners told who are known (Regulation (EU) 2023/988, Article 35(1)), and says nothing else in the same mail.
 */
export async function findMailboxes(
  tx: Tx,
  store: Pick<Store, 'id' | 'timeZone'>,
  recall: Pick<StoredRecall, 'recall_id' | 'recall'>,
): Promise<number> {
  const matching = { storeId: store.id, timeZone: store.timeZone };
  const done = await sql`
    insert into recall_mails (store_id, recall_id, email_key, order_id)
    select distinct on (owner.email_key) ${store.id}, ${recall.recall_id}, owner.email_key, owner.order_id
    from (${concernedUnits(matching, recall.recall.scope, 'all')}) as concerned
    join orders as owner on owner.store_id = ${store.id} and owner.order_id = concerned.order_id
    where owner.email is not null and owner.email_key is not null
    order by owner.email_key, owner.placed_at desc, owner.order_id desc
    on conflict (store_id, recall_id, email_key) do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}
