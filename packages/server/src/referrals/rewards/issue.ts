import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { enqueueEvent } from '../../outbox/enqueue.ts';
import { takeCode } from '../codes/pool.ts';
import { rewardData } from './events.ts';
import { holdReward, moveReward, type RewardRow } from './ledger.ts';
import { tellWinner } from './tell.ts';

/** Which reward. */
export interface RewardKey {
  readonly storeId: string;
  readonly rewardId: string;
}

const minute = 60_000;
const hour = 60 * minute;

/** How long the shop has to answer `reward.issue` before it is asked again, each time; after the last the reward has failed. */
const answerTimes = [hour, 6 * hour, 24 * hour, 48 * hour, 72 * hour] as const;

/** How often an empty pool is looked into again. Codes that are imported are given at once; this is for what was missed. */
const poolPause = 10 * minute;

/** Why rewards fail, for staff. */
export const failures = {
  poolEmpty: 'There is no code left in the pool.',
  noAnswer: 'The shop was asked by reward.issue and did not answer.',
} as const;

/**
 * Issues a reward that is earned, or tries one again that failed. From the pool: it gets the next code and is told; with none left it
 * has failed and is tried again as soon as there are codes. By webhook: the shop is asked by `reward.issue`, and it stays earned
 * until the shop has answered (`acknowledgeReward`). Does nothing to one in any other state. Returns it as it stands then; null when
 * the store has none of this id.
 *
 * @param fromStart the shop has as long to answer as when it was asked first
 */
export async function issueReward(
  tx: Tx,
  context: Pick<Context, 'config'>,
  key: RewardKey,
  now: Date,
  fromStart = false,
): Promise<RewardRow | null> {
  const row = await holdReward(tx, key);
  if (row === null || (row.state !== 'earned' && row.state !== 'failed')) return row;
  return row.reward.by === 'pool' ? fromPool(tx, context, row, now) : askShop(tx, row, now, fromStart);
}

async function fromPool(
  tx: Tx,
  context: Pick<Context, 'config'>,
  row: RewardRow,
  now: Date,
): Promise<RewardRow> {
  const { store_id: storeId, programme_id: programmeId, side, reward_id: rewardId } = row;
  const code = await takeCode(tx, { storeId, programmeId, side, rewardId }, now);
  const tried = { attempts: row.attempts + 1, next: new Date(now.getTime() + poolPause) };
  if (code === null) {
    // Told once, however often it is looked into again.
    const failed =
      row.state === 'failed' && row.because === failures.poolEmpty
        ? row
        : await failAs(tx, row, failures.poolEmpty, now);
    return noteAttempt(tx, failed, tried);
  }
  const issued = await moveReward(tx, row, 'issued', { code }, now);
  return tellWinner(tx, context, await noteAttempt(tx, issued, { ...tried, next: null }), now);
}

/** A reward that failed can fail for another reason: only on its way from being earned. */
async function failAs(tx: Tx, row: RewardRow, because: string, now: Date): Promise<RewardRow> {
  const earned = row.state === 'failed' ? await moveReward(tx, row, 'earned', {}, now) : row;
  return moveReward(tx, earned, 'failed', { because }, now);
}

async function askShop(tx: Tx, row: RewardRow, now: Date, fromStart: boolean): Promise<RewardRow> {
  const earned = row.state === 'failed' ? await moveReward(tx, row, 'earned', {}, now) : row;
  const begun = fromStart || row.state === 'failed' ? 0 : row.attempts;
  const answerTime = answerTimes[begun];
  if (answerTime === undefined) {
    return moveReward(tx, earned, 'failed', { because: failures.noAnswer }, now);
  }
  const data = {
    ...rewardData(earned),
    order: await winnersOrder(tx, earned),
    idempotencyKey: earned.reward_id,
  };
  await enqueueEvent(tx, row.store_id, { type: 'reward.issue', data }, now);
  return noteAttempt(tx, earned, { attempts: begun + 1, next: new Date(now.getTime() + answerTime) });
}

/**
 * An order of whom a reward is for, by which the shop finds its customer: the one an advocate took part with, or the friend's. Null for
 * a friend who has not ordered yet.
 */
async function winnersOrder(tx: Tx, row: RewardRow) {
  const order = await tx
    .selectFrom('orders')
    .select(['order_id', 'number', 'source', 'external_id'])
    .where('store_id', '=', row.store_id)
    .where('order_id', '=', (inner) =>
      row.side === 'advocate'
        ? inner
            .selectFrom('referral_advocates')
            .select('order_id')
            .where('store_id', '=', row.store_id)
            .where('advocate_id', '=', row.advocate_id)
        : inner
            .selectFrom('referrals')
            .select('order_id')
            .where('store_id', '=', row.store_id)
            .where('referral_id', '=', row.referral_id),
    )
    .executeTakeFirst();
  if (!order) return null;
  return {
    id: order.order_id,
    number: order.number,
    source: order.source,
    externalId: order.external_id,
  };
}

async function noteAttempt(
  tx: Tx,
  row: RewardRow,
  { attempts, next }: { readonly attempts: number; readonly next: Date | null },
): Promise<RewardRow> {
  return tx
    .updateTable('rewards')
    .set({ attempts, next_attempt_at: next })
    .where('store_id', '=', row.store_id)
    .where('reward_id', '=', row.reward_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
