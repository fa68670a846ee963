import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** Begins anew with pictures that were given up, of the imported reviews that have these keys. */
export async function tryPicturesAgain(
  tx: Tx,
  storeId: string,
  sourceKeys: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    update imported_pictures as picture
    set state = 'waiting', because = null, status = null, attempts = 0, next_attempt_at = ${now}
    from imported_reviews as known
    where known.store_id = ${storeId} and known.source_key = any(${sourceKeys}::text[])
      and picture.store_id = known.store_id and picture.review_id = known.review_id
      and picture.state = 'failed' and picture.because <> 'too_many'`.execute(tx);
}
