import { createHmac } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { countCall } from '../../http/count-calls.ts';
import { holdReview, type ReviewKey } from '../store.ts';

/** Votes of one address in ten minutes. */
const limit = { most: 60, window: 600_000 } as const;

/** Days after which an address is hashed with another key: who voted cannot be followed over the years. */
const keyDays = 90;

/**
 * Finds a public review helpful, or takes that back: one vote for each network address. Voting the same again changes nothing.
 *
 * @throws ApiProblem `not_found`, `rate_limited`.
 */
export async function vote(
  tx: Tx,
  context: Pick<Context, 'clock' | 'secrets'>,
  { storeId, reviewId }: ReviewKey,
  { address, helpful }: { readonly address: string; readonly helpful: boolean },
): Promise<{ helpful: number; mine: boolean }> {
  const now = context.clock.now();
  const row = await holdReview(tx, { storeId, reviewId });
  if (row.published_at === null) throw new ApiProblem('not_found');
  const hash = (purpose: string) =>
    createHmac('sha256', context.secrets.derive(purpose)).update(address).digest('base64url');
  await countCall(tx, { storeId, bucket: 'vote:address', key: hash(`attempts:${storeId}`), ...limit }, now);
  const period = Math.floor(now.getTime() / (keyDays * 86_400_000));
  // The key before counts as well: nobody votes twice because a key has changed in the night.
  const [voter = '', before = ''] = [period, period - 1].map((one) => hash(`vote:${reviewId}:${one}`));
  const mine = tx
    .selectFrom('review_votes')
    .select('voter')
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .where('voter', 'in', [voter, before]);
  const voted = (await mine.executeTakeFirst()) !== undefined;
  if (voted === helpful) return { helpful: row.helpful, mine: helpful };
  if (helpful) {
    await tx
      .insertInto('review_votes')
      .values({ store_id: storeId, review_id: reviewId, voter, at: now })
      .execute();
  } else {
    await tx
      .deleteFrom('review_votes')
      .where('store_id', '=', storeId)
      .where('review_id', '=', reviewId)
      .where('voter', 'in', [voter, before])
      .execute();
  }
  const { votes } = await tx
    .selectFrom('review_votes')
    .select((one) => one.fn.countAll<number>().as('votes'))
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .executeTakeFirstOrThrow();
  const count = Number(votes);
  await tx
    .updateTable('reviews')
    .set({ helpful: count })
    .where('store_id', '=', storeId)
    .where('review_id', '=', reviewId)
    .execute();
  return { helpful: count, mine: helpful };
}
