import type { Tx } from '../db/database.ts';

/** True when another review of the store says the same. */
export async function isSaidElsewhere(
  tx: Tx,
  storeId: string,
  textHash: string | null,
  except: string | null,
): Promise<boolean> {
  if (textHash === null) return false;
  const other = await tx
    .selectFrom('reviews')
    .select('review_id')
    .where('store_id', '=', storeId)
    .where('text_hash', '=', textHash)
    .where('review_id', '<>', except ?? '')
    .executeTakeFirst();
  return other !== undefined;
}
