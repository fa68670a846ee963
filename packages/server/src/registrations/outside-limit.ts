import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { emailKey } from '../sessions/contact.ts';
import type { Trying } from './tries.ts';

const hour = 3_600_000;

/** How many things one address, and one mailbox, may tell to have bought elsewhere. */
const limits = { address: { most: 60, window: hour }, email: { most: 40, window: 24 * hour } } as const;

/**
 * Counts something that was told to be bought elsewhere.
 *
 * @throws ApiProblem `rate_limited` when it is one too many.
 */
export async function countOutside(
  tx: Tx,
  { context, storeId, request }: Trying,
  email: string,
): Promise<void> {
  const now = context.clock.now();
  const secret = context.secrets.derive(`attempts:${storeId}`);
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  const counted = [
    { bucket: 'outside:address', key: hash(request.address), ...limits.address },
    { bucket: 'outside:email', key: hash(emailKey(email)), ...limits.email },
  ];
  for (const { bucket, key, most, window } of counted) {
    const end = new Date(now.getTime() + window);
    const { rows } = await sql<{ count: number; window_ends_at: Date }>`
      insert into attempt_limits as known (store_id, bucket, key, count, window_ends_at)
      values (${storeId}, ${bucket}, ${key}, 1, ${end})
      on conflict (store_id, bucket, key) do update set
        count = case when known.window_ends_at <= ${now} then 1 else known.count + 1 end,
        window_ends_at = case when known.window_ends_at <= ${now} then excluded.window_ends_at
          else known.window_ends_at end
      returning count, window_ends_at`.execute(tx);
    const counter = rows[0];
    if (counter && counter.count > most) {
      throw new ApiProblem('rate_limited', { retryAt: counter.window_ends_at });
    }
  }
}
