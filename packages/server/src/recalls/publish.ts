import type { RecallInput, RecallReach, StaffRecall, Store } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { enqueueEvent } from '../outbox/enqueue.ts';
import { newId } from '../secrets/ids.ts';
import { checkScope } from './check-scope.ts';
import { findMailboxes } from './mailboxes.ts';
import { checkWords } from './playing-down.ts';
import { reachOf } from './reach.ts';
import { addRecallEntry, readRecall, saysTheSame, showRecall } from './store.ts';

/** What is needed of the store. */
type RecallingStore = Pick<Store, 'id' | 'timeZone'>;

/**
 * Whom a recall would reach. Writes nothing.
 *
 * @throws ApiProblem `recall_text`, `invalid_input`.
 */
export async function previewRecall(tx: Tx, store: RecallingStore, input: RecallInput): Promise<RecallReach> {
  checkScope(input);
  checkWords(input);
  const reach = await reachOf(tx, { storeId: store.id, timeZone: store.timeZone }, input.scope);
  const remedies = { repair: 0, replacement: 0, refund: 0 };
  return { ...reach, mailed: 0, failed: 0, acknowledged: 0, remedies };
}

/**
 * Publishes a recall: from here on its owners see it, and every mailbox it concerns is written down to be mailed. The same reference with the
 * same recall changes nothing, also once it has ended.
 *
 * @throws ApiProblem `recall_text`, `invalid_input`; `conflict` when the reference stands for another recall.
 */
export async function publishRecall(
  tx: Tx,
  context: Context,
  store: RecallingStore,
  input: RecallInput,
  by: string,
): Promise<StaffRecall> {
  checkScope(input);
  checkWords(input);
  const now = context.clock.now();
  const recallId = newId('recall', now.getTime());
  const published = await tx
    .insertInto('recalls')
    .values({
      store_id: store.id,
      recall_id: recallId,
      reference: input.reference,
      state: 'published',
      recall: toJson(input),
      product_ids: [...new Set(input.scope.productIds)],
      published_at: now,
    })
    .onConflict((conflict) => conflict.columns(['store_id', 'reference']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!published) {
    const there = await readRecall(tx, store.id, input.reference);
    if (!there || !saysTheSame(there.recall, input)) {
      throw new ApiProblem('conflict', {
        detail: 'Another recall was published under this reference. Publish it under one of its own.',
      });
    }
    return showRecall(tx, store, there);
  }
  await findMailboxes(tx, store, published);
  const shown = await showRecall(tx, store, published);
  await addRecallEntry(tx, store.id, recallId, {
    ...{ sequence: 1, at: now, by, action: 'publish' },
    data: { items: shown.reach.items, owners: shown.reach.owners, reachable: shown.reach.reachable },
  });
  await enqueueEvent(tx, store.id, { type: 'recall.published', data: { recall: shown } }, now);
  return shown;
}

/** Ends a recall: it is shown no more, and who was not mailed yet is not mailed. Ending an ended one changes nothing. Null when there is none. */
export async function endRecall(
  tx: Tx,
  context: Context,
  store: RecallingStore,
  named: string,
  by: string,
): Promise<StaffRecall | null> {
  const found = await readRecall(tx, store.id, named);
  if (!found) return null;
  const now = context.clock.now();
  const ended = await tx
    .updateTable('recalls')
    .set({ state: 'ended', ended_at: now })
    .where('store_id', '=', store.id)
    .where('recall_id', '=', found.recall_id)
    .where('state', '=', 'published')
    .returningAll()
    .executeTakeFirst();
  const shown = await showRecall(
    tx,
    store,
    ended ?? (await readRecall(tx, store.id, found.recall_id)) ?? found,
  );
  if (!ended) return shown;
  await addRecallEntry(tx, store.id, found.recall_id, {
    ...{ sequence: 2, at: now, by, action: 'end' },
    data: { acknowledged: shown.reach.acknowledged },
  });
  await enqueueEvent(tx, store.id, { type: 'recall.ended', data: { recall: shown } }, now);
  return shown;
}
