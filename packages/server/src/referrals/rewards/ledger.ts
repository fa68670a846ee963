import { type ReferralReward, type RewardSide, type RewardState, rewardStates } from '@postlude/contract';
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { RewardsTable } from '../../db/schema/referrals.ts';
import { toJson } from '../../db/values.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { newId } from '../../secrets/ids.ts';
import { tillCodeKey } from '../codes/code-key.ts';
import { tellReward } from './events.ts';
import { mayMove, worthOfReward } from './machine.ts';

/** A reward as it is kept. */
export type RewardRow = Selectable<RewardsTable>;

/** What a reward is for. */
export interface EarnedReward {
  readonly storeId: string;
  readonly referralId: string;
  readonly advocateId: string;
  readonly programmeId: string;
  readonly side: RewardSide;
  /** As it was promised. */
  readonly reward: ReferralReward;
}

/** What is known with a change of a reward. */
export interface RewardChange {
  /** Why it failed or was revoked. */
  readonly because?: string;
  readonly code?: string;
  /** The shop's own id of a credit. */
  readonly creditId?: string;
  /** The order it was redeemed with. */
  readonly orderId?: string;
}

/** The advisory lock taken here, so that it meets no other. */
const lockClass = 7062;

/**
 * Holds all changes of rewards of a store until the transaction ends. Rewards share the rows of their sums, so two who change several
 * rewards each would wait for each other in a circle: one for a reward, the other for the sums. Taken before the first reward, and
 * after `holdDecisions` where both are. It costs little: who changes a reward of a programme holds its sums to the end anyway.
 */
export async function holdRewards(tx: Tx, storeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockClass}, hashtext(${storeId}))`.execute(tx);
}

/**
 * Earns a reward: once for each referral and side, however often it is called. The reward, its entry in the ledger and the sums
 * are written together.
 */
export async function earnReward(tx: Tx, earned: EarnedReward, now: Date): Promise<RewardRow> {
  const { storeId, referralId, side } = earned;
  const worth = worthOfReward(earned.reward);
  await holdRewards(tx, storeId);
  const row = await tx
    .insertInto('rewards')
    .values({
      store_id: storeId,
      reward_id: newId('reward', now.getTime()),
      referral_id: referralId,
      advocate_id: earned.advocateId,
      programme_id: earned.programmeId,
      side,
      state: 'earned',
      reward: toJson(earned.reward),
      worth_amount: worth?.amount ?? null,
      worth_currency: worth?.currency ?? null,
      created_at: now,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.columns(['store_id', 'referral_id', 'side']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) {
    await keep(tx, row, null, now);
    return row;
  }
  return tx
    .selectFrom('rewards')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('referral_id', '=', referralId)
    .where('side', '=', side)
    .executeTakeFirstOrThrow();
}

/**
 * Changes the state of a reward; the only way one ever changes. The reward, its entry in the ledger, the sums and the event that
 * goes out (`reward.issued`, `.redeemed`, `.failed`, `.revoked`) are written together. Hold the reward (`holdReward`) first
 * where two may act at once: who comes second is refused.
 *
 * @throws ApiProblem `conflict` when the reward has changed since it was read, or cannot go there from where it stands.
 */
export async function moveReward(
  tx: Tx,
  row: RewardRow,
  to: RewardState,
  { because, code, creditId, orderId }: RewardChange,
  now: Date,
): Promise<RewardRow> {
  if (!mayMove(row.state, to)) {
    throw new ApiProblem('conflict', { detail: `A reward that is ${row.state} cannot become ${to}.` });
  }
  const moved = await tx
    .updateTable('rewards')
    .set({
      state: to,
      because: because ?? null,
      ...(code === undefined ? {} : { code, code_key: tillCodeKey(code) }),
      ...(creditId === undefined ? {} : { credit_id: creditId }),
      ...(orderId === undefined ? {} : { redeemed_order_id: orderId }),
      next_attempt_at: null,
      revision: row.revision + 1,
      changed_at: now,
    })
    .where('store_id', '=', row.store_id)
    .where('reward_id', '=', row.reward_id)
    .where('revision', '=', row.revision)
    .returningAll()
    .executeTakeFirst();
  if (!moved) throw new ApiProblem('conflict', { detail: 'The reward has changed meanwhile.' });
  await keep(tx, moved, row.state, now);
  await tellReward(tx, moved, now);
  return moved;
}

/** Reads a reward and holds it, and all changes of the store's rewards, until the transaction ends; null when the store has none with this id. */
export async function holdReward(
  tx: Tx,
  { storeId, rewardId }: { readonly storeId: string; readonly rewardId: string },
): Promise<RewardRow | null> {
  await holdRewards(tx, storeId);
  const row = await tx
    .selectFrom('rewards')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('reward_id', '=', rewardId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The ledger and its sums: one more in the state it came to, one less in the one it came from. */
async function keep(tx: Tx, row: RewardRow, before: RewardState | null, now: Date): Promise<void> {
  await tx
    .insertInto('reward_ledger')
    .values({
      store_id: row.store_id,
      entry_id: newId('ledgerEntry', now.getTime()),
      reward_id: row.reward_id,
      programme_id: row.programme_id,
      side: row.side,
      state: row.state,
      before,
      worth_amount: row.worth_amount,
      worth_currency: row.worth_currency,
      at: now,
    })
    .execute();
  // Always in one order, also where somebody changes a reward without holding it first.
  const steps = [
    ...(before === null ? [] : [{ state: before, by: -1 }]),
    { state: row.state, by: 1 },
  ].toSorted((a, b) => rewardStates.indexOf(a.state) - rewardStates.indexOf(b.state));
  for (const { state, by } of steps) await addUp(tx, row, state, by);
}

async function addUp(tx: Tx, row: RewardRow, state: RewardState, by: number): Promise<void> {
  const worth = by * (row.worth_amount ?? 0);
  const key = [row.store_id, row.programme_id, row.side, row.worth_currency ?? '', state] as const;
  if (by < 0) {
    await tx
      .updateTable('reward_sums')
      .set({ rewards: sql<number>`rewards + ${by}`, worth: sql<number>`worth + ${worth}` })
      .where('store_id', '=', key[0])
      .where('programme_id', '=', key[1])
      .where('side', '=', key[2])
      .where('currency', '=', key[3])
      .where('state', '=', key[4])
      .execute();
    return;
  }
  await sql`
    insert into reward_sums as known (store_id, programme_id, side, currency, state, rewards, worth)
    values (${sql.join(key)}, ${by}, ${worth})
    on conflict (store_id, programme_id, side, currency, state) do update
      set rewards = known.rewards + excluded.rewards, worth = known.worth + excluded.worth`.execute(tx);
}
