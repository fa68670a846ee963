import type { StaffReferralDetail } from '@postlude/contract';
import { readAudit } from '../../case-log/audit.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { type LifeReader, storyWords } from '../life/sentences.ts';
import { logOf, type ReferralKey } from '../life/store.ts';
import { staffReward } from '../rewards/view.ts';
import { possibleActions } from './possible.ts';
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
  const story = await readAudit(tx, logOf(row));
  return {
    referral: staffReferral(row, reader),
    score: (row.score_parts ?? []).map((part) => ({ ...part })),
    rewards: rewards.map((reward) => staffReward(reward, reader.locale)),
    story: story.map((entry) => ({
      at: entry.at.toISOString(),
      by: entry.by,
      words: storyWords(entry, reader),
    })),
    actions: possibleActions(row, row.advocate_blocked_at !== null),
  };
}
