import type { OutgoingEventType, RewardState } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { enqueueEvent } from '../../outbox/enqueue.ts';
import type { RewardRow } from './ledger.ts';

/** The states others are told of. That it was earned they learn when they are asked to issue it; that it was sent is between us and the shopper. */
const told: Partial<Record<RewardState, OutgoingEventType>> = {
  issued: 'reward.issued',
  redeemed: 'reward.redeemed',
  failed: 'reward.failed',
  revoked: 'reward.revoked',
};

/** What is told of a reward: no name and no contact. See docs/outgoing-events.md. */
export const rewardData = (row: RewardRow) => ({
  rewardId: row.reward_id,
  revision: row.revision,
  referralId: row.referral_id,
  advocateId: row.advocate_id,
  programmeId: row.programme_id,
  side: row.side,
  state: row.state,
  reward: row.reward,
  code: row.code,
  creditId: row.credit_id,
  because: row.because,
  redeemedOrderId: row.redeemed_order_id,
});

/** Tells the shop's systems how a reward stands now, in the transaction that makes it so; nothing where that is nothing to tell. */
export async function tellReward(tx: Tx, row: RewardRow, now: Date): Promise<void> {
  const type = told[row.state];
  if (type !== undefined) await enqueueEvent(tx, row.store_id, { type, data: rewardData(row) }, now);
}
