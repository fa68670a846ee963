import type { StaffReferralDetail } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import type { LifeReader } from '../life/sentences.ts';
import type { ReferralKey } from '../life/store.ts';
import { staffReward } from '../rewards/view.ts';
import { possibleActions } from './possible.ts';
import { readStory } from './story.ts';
import { staffReferral, staffRows } from './view.ts';

/**
 * A referral with its story, the parts of its score, its rewards, and what can be done now.
 *
 * @throws ApiProblem `not_found`.
 */
export async function readDetail(
  tx: Tx,
  { storeId, referralId }: ReferralKey,
  reader: LifeReader,
): Promise<StaffReferralDetail> {
  const row = await staffRows(tx, storeId).where('referrals.referral_id', '=', referralId).executeTakeFirst();
  if (!row) throw new ApiProblem('not_found');
  const rewards = await tx
    .selectFrom('rewards')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('referral_id', '=', referralId)
    .orderBy('reward_id')
    .execute();
  return {
    referral: staffReferral(row, reader),
    score: (row.score_parts ?? []).map((part) => ({ ...part })),
    rewards: rewards.map((reward) => staffReward(reward, reader.locale)),
    story: await readStory(tx, row, reader),
    actions: possibleActions(row, row.advocate_blocked_at !== null),
  };
}
