import type { ReferralReward, RewardState } from '@postlude/contract';

/**
 * Where a reward may go from each state. What was used cannot be taken back, and what was taken back is never given again; but
 * a shop that is told too late, or looks away, lets it be used all the same, and the books say so.
 */
const transitions: Readonly<Record<RewardState, readonly RewardState[]>> = {
  earned: ['issued', 'failed', 'revoked'],
  issued: ['sent', 'redeemed', 'revoked'],
  sent: ['redeemed', 'revoked'],
  // Staff try again, or the shop answers late.
  failed: ['earned', 'issued', 'revoked'],
  redeemed: [],
  revoked: ['redeemed'],
};

/** Whether a reward may go from one state to another. */
export const mayMove = (from: RewardState, to: RewardState): boolean => transitions[from].includes(to);

/** What a reward is worth to the shop's books, as far as that is a sum; null for what is no sum. */
export function worthOfReward(reward: ReferralReward): { amount: number; currency: string } | null {
  if (reward.kind === 'amount' || reward.kind === 'store_credit') return reward.amount;
  return reward.kind === 'product' ? reward.worth : null;
}
