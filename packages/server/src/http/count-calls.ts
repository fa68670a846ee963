import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from './api-problem.ts';

/** What is counted: in a bucket of a store, by a key that nobody can read back. */
export interface CountedCalls {
  readonly storeId: string;
  readonly bucket: string;
  readonly key: string;
  readonly most: number;
  /** Milliseconds. */
  readonly window: number;
}

/**
 * Counts a call in the database, so that the limit holds across processes.
 *
 * @throws ApiProblem `rate_limited` when it is one too many. What was counted in this transaction is undone with it: the limit holds
 *   for what was taken.
 */
export async function countCall(
  tx: Tx,
  { storeId, bucket, key, most, window }: CountedCalls,
  now: Date,
): Promise<void> {
  const end = new Date(now.getTime() + window);
  const { rows } = await sql<{ count: number; window_ends_at: Date }>`
    insert into attempt_limits as known (store_id, bucket, key, count, window_ends_at)
    values (${storeId}, ${bucket}, ${key}, 1, ${end})
    on conflict (store_id, bucket, key) do update set
      count = case when known.window_ends_at <= ${now} then 1 else known.count + 1 end,
      window_ends_at = case when known.window_ends_at <= ${now} then excluded.window_ends_at
        else known.window_ends_at end
    returning count, window_ends_at`.execute(tx);
  const [counter] = rows;
  if (counter && counter.count > most)
    throw new ApiProblem('rate_limited', { retryAt: counter.window_ends_at });
}
