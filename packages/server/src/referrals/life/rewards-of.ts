import type { ReferralProgrammeInput, ReferralReason } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { issueReward } from '../rewards/issue.ts';
import { earnReward, holdReward, moveReward } from '../rewards/ledger.ts';
import { mayMove } from '../rewards/machine.ts';
import { mailRevoked } from '../rewards/mails.ts';
import type { OrderToPlace } from './friend-order.ts';
import type { ReferralRow } from './store.ts';

/** Gives the advocate what a friend who counts is worth: once, however often it is called. */
export async function rewardAdvocate(
  tx: Tx,
  context: Context,
  row: ReferralRow,
  { advocate: reward }: Pick<ReferralProgrammeInput, 'advocate'>,
  now: Date,
): Promise<void> {
  if (reward === null) return;
  const {
    store_id: storeId,
    referral_id: referralId,
    advocate_id: advocateId,
    programme_id: programmeId,
  } = row;
  const earned = await earnReward(
    tx,
    { storeId, referralId, advocateId, programmeId, side: 'advocate', reward },
    now,
  );
  await issueReward(tx, context, { storeId, rewardId: earned.reward_id }, now);
}

/** Takes back the rewards of a referral that were not used yet. An advocate who holds one by mail is told why by mail. */
export async function endRewards(
  tx: Tx,
  context: Pick<Context, 'config'>,
  { store_id: storeId, referral_id: referralId }: ReferralRow,
  because: ReferralReason,
  now: Date,
): Promise<void> {
  const rows = await tx
    .selectFrom('rewards')
    .select('reward_id')
    .where('store_id', '=', storeId)
    .where('referral_id', '=', referralId)
    // In one order everywhere, so that two never wait for each other in a circle.
    .orderBy('reward_id')
    .execute();
  for (const { reward_id: rewardId } of rows) {
    const row = await holdReward(tx, { storeId, rewardId });
    if (!row || !mayMove(row.state, 'revoked')) continue;
    const revoked = await moveReward(tx, row, 'revoked', { because }, now);
    // Of one that was not there yet nobody was told, so there is nothing to take back in words.
    if (row.state === 'sent') await mailRevoked(tx, context, revoked, because, now);
  }
}

/** Notes which rewards an order was paid with. */
export async function redeemCodes(
  tx: Tx,
  { storeId, orderId, codes }: OrderToPlace,
  now: Date,
): Promise<void> {
  if (codes.length === 0) return;
  const rows = await tx
    .selectFrom('rewards')
    .select('reward_id')
    .where('store_id', '=', storeId)
    .where('code_key', 'in', [...codes])
    .orderBy('reward_id')
    .execute();
  for (const { reward_id: rewardId } of rows) {
    const row = await holdReward(tx, { storeId, rewardId });
    if (row && mayMove(row.state, 'redeemed')) await moveReward(tx, row, 'redeemed', { orderId }, now);
  }
}
