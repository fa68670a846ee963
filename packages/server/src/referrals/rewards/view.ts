import type { StaffReward } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../../http/cursor.ts';
import { rewardLabel } from '../programme/labels.ts';
import type { RewardRow } from './ledger.ts';

/** A reward as staff see it. */
export const staffReward = (row: RewardRow, locale: string): StaffReward => ({
  id: row.reward_id as StaffReward['id'],
  referralId: row.referral_id as StaffReward['referralId'],
  programmeId: row.programme_id as StaffReward['programmeId'],
  side: row.side,
  state: row.state,
  label: rewardLabel(row.reward, locale),
  by: row.reward.by,
  code: row.code,
  creditId: row.credit_id,
  worth:
    row.worth_amount === null || row.worth_currency === null
      ? null
      : { amount: row.worth_amount, currency: row.worth_currency },
  because: row.because,
  attempts: row.attempts,
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});

/** What a list of rewards may be narrowed to. */
export interface RewardsAsked {
  readonly state?: StaffReward['state'] | undefined;
  readonly side?: StaffReward['side'] | undefined;
  readonly programme?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const cursorPatterns = [/^rwd_[0-9a-f]{32}$/];

/** A page of a store's rewards, newest first. */
export async function listRewards(tx: Tx, storeId: string, asked: RewardsAsked, locale: string) {
  const limit = asked.limit ?? defaultLimit;
  const [after] = readCursor(asked.cursor, cursorPatterns) ?? [];
  let found = tx
    .selectFrom('rewards')
    .selectAll()
    .where('store_id', '=', storeId)
    .orderBy('reward_id', 'desc')
    .limit(limit + 1);
  if (asked.state !== undefined) found = found.where('state', '=', asked.state);
  if (asked.side !== undefined) found = found.where('side', '=', asked.side);
  if (asked.programme !== undefined) found = found.where('programme_id', '=', asked.programme);
  if (after !== undefined) found = found.where('reward_id', '<', after);
  return pageOf(
    await found.execute(),
    limit,
    (row) => staffReward(row, locale),
    (row) => [row.reward_id],
  );
}
