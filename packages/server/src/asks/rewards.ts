import type { Tx } from '../db/database.ts';
import type { FrozenReward } from '../db/schema/asks.ts';
import { toJson } from '../db/values.ts';
import type { SoldOrder } from '../orders/read-sold.ts';
import type { StoredReviewPolicy } from '../review-policy/store.ts';
import { matchesItem } from '../rights/match.ts';
import { groupsOf } from '../tracking/reading.ts';
import { type Settled, settleAsks } from './settle.ts';
import type { AskRow } from './store.ts';

/** The lines rewards are asked for. */
export interface RewardsFor {
  readonly storeId: string;
  readonly orderId: string;
  readonly lineIds: readonly string[];
}

/**
 * What is promised for a review of each line: frozen the first time anybody is told, so that it is the same whatever is said
 * and whatever the store changes afterwards (16 CFR 465.4). Null for a line nothing was promised for, which stays so too.
 * Makes the ask where there is none: who reviews without having been asked gets what everybody gets.
 */
export async function frozenRewards(
  tx: Tx,
  { storeId, orderId, lineIds }: RewardsFor,
  now: Date,
): Promise<Map<string, FrozenReward | null>> {
  const wanted = { reviewRowsFor: new Set(lineIds) };
  const known = await settleAsks(tx, { storeId, orderId }, now, wanted);
  const isFrozen = known && rowsOf(known, lineIds).every((row) => row.reward_frozen_at !== null);
  const settled = isFrozen
    ? known
    : await settleAsks(tx, { storeId, orderId }, now, { ...wanted, hold: true });
  if (!settled) return new Map();
  const rows = rowsOf(settled, lineIds);
  const frozen = await freezeRewards(tx, rows, settled, now);
  return new Map(frozen.map((row) => [row.line_id, row.reward]));
}

const rowsOf = ({ rows }: Settled, lineIds: readonly string[]): AskRow[] =>
  rows.filter(({ kind, line_id }) => kind === 'review' && lineIds.includes(line_id));

/** Freezes the rewards of asks for reviews that have none yet, and answers with all of them. */
export async function freezeRewards(
  tx: Tx,
  rows: readonly AskRow[],
  { sold, policy }: { readonly sold: SoldOrder; readonly policy: StoredReviewPolicy },
  now: Date,
): Promise<AskRow[]> {
  const open = rows.filter((row) => row.reward_frozen_at === null && row.kind === 'review');
  const byReward = groupsOf(open, (row) => toJson(rewardFor(policy, sold, row.line_id)));
  const frozen: AskRow[] = [];
  for (const [reward, alike] of byReward) {
    const ids = alike.map(({ ask_id }) => ask_id);
    const changed = await tx
      .updateTable('asks')
      .set({ reward: reward === 'null' ? null : reward, reward_frozen_at: now })
      .where('store_id', '=', alike[0]?.store_id ?? '')
      .where('ask_id', 'in', ids)
      .returningAll()
      .execute();
    frozen.push(...changed);
  }
  return rows.map((row) => frozen.find(({ ask_id }) => ask_id === row.ask_id) ?? row);
}

/** The first reward of the policy that fits. */
function rewardFor({ policy }: StoredReviewPolicy, sold: SoldOrder, lineId: string): FrozenReward | null {
  const line = sold.lines.find(({ id }) => id === lineId);
  const rule =
    line && policy.rewards.find(({ match }) => match === undefined || matchesItem(match, sold, line));
  return rule ? { id: rule.id, label: rule.label, code: rule.code } : null;
}
