import type { ReturnDraft } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';

/** Days a draft is kept after it was last written. */
const keptDays = 7;

/** Whose draft: of an order, and of its shopper or of the gift's receiver. */
export interface DraftOf {
  readonly storeId: string;
  readonly orderId: string;
  readonly isGift: boolean;
}

/** The draft; null when there is none, or it has run out. */
export async function readDraft(tx: Tx, of: DraftOf, now: Date): Promise<ReturnDraft | null> {
  const row = await tx
    .selectFrom('return_drafts')
    .select('draft')
    .where('store_id', '=', of.storeId)
    .where('order_id', '=', of.orderId)
    .where('is_gift', '=', of.isGift)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.draft ?? null;
}

/** Keeps a draft in place of the one before. */
export async function keepDraft(tx: Tx, of: DraftOf, draft: ReturnDraft, now: Date): Promise<void> {
  const row = {
    draft: toJson(draft),
    updated_at: now,
    expires_at: new Date(now.getTime() + keptDays * 86_400_000),
  };
  await tx
    .insertInto('return_drafts')
    .values({ store_id: of.storeId, order_id: of.orderId, is_gift: of.isGift, ...row })
    .onConflict((conflict) => conflict.columns(['store_id', 'order_id', 'is_gift']).doUpdateSet(row))
    .execute();
}

/** Forgets a draft, if there is one. */
export async function forgetDraft(tx: Tx, of: DraftOf): Promise<void> {
  await tx
    .deleteFrom('return_drafts')
    .where('store_id', '=', of.storeId)
    .where('order_id', '=', of.orderId)
    .where('is_gift', '=', of.isGift)
    .execute();
}
