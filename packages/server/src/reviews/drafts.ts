import type { ReviewDrafts } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import type { OrderKey } from '../orders/read-known.ts';

/** Days a draft is kept after it was last written. */
const keptDays = 30;

type Drafts = ReviewDrafts['drafts'];

/** What is being written for an order; nothing when that has run out. */
export async function readDrafts(tx: Tx, { storeId, orderId }: OrderKey, now: Date): Promise<Drafts> {
  const row = await tx
    .selectFrom('review_drafts')
    .select('drafts')
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return (row?.drafts as Drafts | undefined) ?? {};
}

/** Keeps what is being written in place of what was; nothing at all removes it. */
export async function keepDrafts(
  tx: Tx,
  { storeId, orderId }: OrderKey,
  drafts: Drafts,
  now: Date,
): Promise<void> {
  if (Object.keys(drafts).length === 0) {
    await tx
      .deleteFrom('review_drafts')
      .where('store_id', '=', storeId)
      .where('order_id', '=', orderId)
      .execute();
    return;
  }
  const row = {
    drafts: toJson(drafts),
    updated_at: now,
    expires_at: new Date(now.getTime() + keptDays * 86_400_000),
  };
  await tx
    .insertInto('review_drafts')
    .values({ store_id: storeId, order_id: orderId, ...row })
    .onConflict((conflict) => conflict.columns(['store_id', 'order_id']).doUpdateSet(row))
    .execute();
}

/** Forgets the draft of what was sent. */
export async function forgetDraft(tx: Tx, of: OrderKey, subject: string, now: Date): Promise<void> {
  const { [subject as keyof Drafts]: sent, ...others } = await readDrafts(tx, of, now);
  if (sent) await keepDrafts(tx, of, others as Drafts, now);
}
