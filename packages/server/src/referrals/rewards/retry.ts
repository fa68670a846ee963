import type { RewardSide } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { failures, issueReward, type RewardKey } from './issue.ts';
import { holdReward, holdRewards } from './ledger.ts';

/** Rewards that are looked for at once. */
const batch = 200;

/** There are new codes in a pool: rewards that failed for want of one are due at once. */
export async function wakeWaiting(
  tx: Tx,
  {
    storeId,
    programmeId,
    side,
  }: { readonly storeId: string; readonly programmeId: string; readonly side: RewardSide },
  now: Date,
): Promise<void> {
  await holdRewards(tx, storeId);
  await tx
    .updateTable('rewards')
    .set({ next_attempt_at: now })
    .where('store_id', '=', storeId)
    .where('programme_id', '=', programmeId)
    .where('side', '=', side)
    .where('state', '=', 'failed')
    .where('because', '=', failures.poolEmpty)
    .execute();
}

/**
 * Tries again what is due: rewards that wait for a code, and those the shop was asked for and has not answered. Those that wait
 * longest come first. Each in a transaction of its own; one that cannot be tried holds up no other. Returns how many were tried.
 *
 * @param storeId only of this store
 */
export async function issueDue(context: Context, storeId?: string): Promise<number> {
  const now = context.clock.now();
  let tried = 0;
  let after = '';
  while (!context.stopping.aborted) {
    const due = await dueRewards(context, now, storeId, after);
    for (const key of due) {
      await retry(context, key, now).catch((error: unknown) =>
        context.log.warn({ err: error, rewardId: key.rewardId }, 'a reward could not be issued'),
      );
    }
    tried += due.length;
    after = due.at(-1)?.rewardId ?? '';
    if (due.length < batch) break;
  }
  return tried;
}

/** `issueDue` of all stores, as a job. */
export const issueDueRewards = (context: Context): Promise<number> => issueDue(context);

async function dueRewards(
  context: Context,
  now: Date,
  storeId: string | undefined,
  after: string,
): Promise<RewardKey[]> {
  const rows = await context.db.withSystem((tx) => {
    const found = tx
      .selectFrom('rewards')
      .select(['store_id', 'reward_id'])
      .where('next_attempt_at', '<=', now)
      .where('reward_id', '>', after)
      .orderBy('reward_id')
      .limit(batch);
    return (storeId === undefined ? found : found.where('store_id', '=', storeId)).execute();
  });
  return rows.map((row) => ({ storeId: row.store_id, rewardId: row.reward_id }));
}

async function retry(context: Context, key: RewardKey, now: Date): Promise<void> {
  await context.db.withStore(key.storeId, async (tx) => {
    const row = await holdReward(tx, key);
    // Another process was faster.
    if (!row?.next_attempt_at || row.next_attempt_at > now) return;
    await issueReward(tx, context, key, now);
  });
}
