import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import { uuidv7 } from '../../secrets/ids.ts';

/** A picture in our hands until its lease ends. */
export interface ClaimedPicture {
  readonly storeId: string;
  readonly reviewId: string;
  readonly position: number;
  readonly url: string;
  /** This try included. */
  readonly attempts: number;
  readonly lease: string;
}

/** Milliseconds a picture belongs to whoever claimed it: longer than any try takes, so that nobody else loads it meanwhile. */
export const pictureLease = 180_000;

/** The stores that have pictures to load now. */
export async function storesWithPictures(context: Context): Promise<string[]> {
  const now = context.clock.now();
  const rows = await context.db.withSystem((tx) =>
    tx
      .selectFrom('imported_pictures')
      .select('store_id')
      .distinct()
      .where('state', '=', 'waiting')
      .where('next_attempt_at', '<=', now)
      .where((is) => is.or([is('leased_until', 'is', null), is('leased_until', '<=', now)]))
      .execute(),
  );
  return rows.map((row) => row.store_id);
}

/**
 * Takes one picture of a store, of the newest review first. Many processes may do so at once: each picture is given to one of them. The
 * try is counted before it is made, so that one that kills its process is given up as any other. Null when there is none to take.
 */
export async function claimPicture(context: Context, storeId: string): Promise<ClaimedPicture | null> {
  const now = context.clock.now();
  const until = new Date(now.getTime() + pictureLease);
  const lease = uuidv7(now.getTime());
  const { rows } = await context.db.withStore(storeId, (tx) =>
    sql<ClaimedPicture>`
      update imported_pictures set attempts = attempts + 1, leased_until = ${until}, lease = ${lease}
      where (store_id, review_id, position) in (
        select store_id, review_id, position from imported_pictures
        where store_id = ${storeId} and state = 'waiting' and next_attempt_at <= ${now}
          and (leased_until is null or leased_until <= ${now})
        order by next_attempt_at, review_id desc, position limit 1
        for update skip locked
      )
      returning store_id as "storeId", review_id as "reviewId", position, url, attempts, lease`.execute(tx),
  );
  return rows[0] ?? null;
}
