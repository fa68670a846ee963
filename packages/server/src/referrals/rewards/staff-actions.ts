import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { enqueueEvent } from '../../outbox/enqueue.ts';
import { moveReferral } from '../life/record.ts';
import { holdReferral } from '../life/store.ts';
import { rewardData } from './events.ts';
import { issueReward, type RewardKey } from './issue.ts';
import { holdReward, moveReward, type RewardRow } from './ledger.ts';
import { mailWinner } from './mails.ts';

/** Who wants it, and why. */
export interface ResendWish {
  readonly by: string;
  readonly note: string | null;
}

/**
 * Issues a reward again that failed or that the shop has not answered for, and tells one again that is there: to whom it is for by mail,
 * and to the shop by `reward.issued`, with the same code. It stands in the story of its referral.
 *
 * @throws ApiProblem `action_not_possible` of one that was used or taken back; `not_found`.
 */
export async function resendReward(
  tx: Tx,
  context: Pick<Context, 'config'>,
  key: RewardKey,
  { by, note }: ResendWish,
  now: Date,
): Promise<RewardRow> {
  const found = await readReward(tx, key);
  // The referral first: whoever decides about it takes both in this order.
  const referral = await holdReferral(tx, { storeId: key.storeId, referralId: found.referral_id });
  const row = await holdReward(tx, key);
  if (!row) throw new ApiProblem('not_found');
  if (row.state === 'redeemed' || row.state === 'revoked') {
    throw new ApiProblem('action_not_possible', {
      detail: row.state === 'redeemed' ? 'The reward was used.' : 'The reward was taken back.',
    });
  }
  const data = { rewardId: row.reward_id, side: row.side };
  const { state: to, reason } = referral;
  await moveReferral(tx, referral, { to, reason, by, action: 'resend', note, data }, now);
  if (row.state === 'earned' || row.state === 'failed') {
    return (await issueReward(tx, context, key, now, true)) ?? row;
  }
  await mailWinner(tx, context, row, now);
  await enqueueEvent(tx, row.store_id, { type: 'reward.issued', data: rewardData(row) }, now);
  return row;
}

/**
 * Notes that a reward was used, where no order says so. Again it changes nothing.
 *
 * @throws ApiProblem `action_not_possible` of one that was not issued or was taken back; `not_found`, also for the order.
 */
export async function redeemReward(
  tx: Tx,
  key: RewardKey,
  orderId: string | null,
  now: Date,
): Promise<RewardRow> {
  const row = await holdReward(tx, key);
  if (!row) throw new ApiProblem('not_found');
  if (row.state === 'redeemed') return row;
  if (row.state !== 'issued' && row.state !== 'sent') {
    const detail =
      row.state === 'revoked' ? 'The reward was taken back.' : 'The reward has not been issued yet.';
    throw new ApiProblem('action_not_possible', { detail });
  }
  if (orderId !== null) {
    const order = await tx
      .selectFrom('orders')
      .select('order_id')
      .where('store_id', '=', key.storeId)
      .where('order_id', '=', orderId)
      .executeTakeFirst();
    if (!order) throw new ApiProblem('not_found');
  }
  return moveReward(tx, row, 'redeemed', orderId === null ? {} : { orderId }, now);
}

async function readReward(tx: Tx, { storeId, rewardId }: RewardKey): Promise<RewardRow> {
  const row = await tx
    .selectFrom('rewards')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('reward_id', '=', rewardId)
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not_found');
  return row;
}
