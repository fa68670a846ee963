import { type LedgerEntry, type LedgerQuery, type RewardSum, rewardStates } from '@postlude/contract';
import type * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../../http/cursor.ts';

/** A page of the ledger of rewards, newest first. */
export async function listLedger(
  tx: Tx,
  storeId: string,
  { cursor, limit = defaultLimit, programme }: z.infer<typeof LedgerQuery>,
): Promise<{ items: LedgerEntry[]; next: string | null }> {
  const [after] = readCursor(cursor, [/^led_[0-9a-f]{32}$/]) ?? [];
  let found = tx
    .selectFrom('reward_ledger')
    .selectAll()
    .where('store_id', '=', storeId)
    .orderBy('entry_id', 'desc')
    .limit(limit + 1);
  if (programme !== undefined) found = found.where('programme_id', '=', programme);
  if (after !== undefined) found = found.where('entry_id', '<', after);
  return pageOf(
    await found.execute(),
    limit,
    (row): LedgerEntry => ({
      id: row.entry_id as LedgerEntry['id'],
      rewardId: row.reward_id as LedgerEntry['rewardId'],
      side: row.side,
      state: row.state,
      worth:
        row.worth_amount === null || row.worth_currency === null
          ? null
          : { amount: row.worth_amount, currency: row.worth_currency },
      at: row.at.toISOString(),
    }),
    (row) => [row.entry_id],
  );
}

/** The sums of the ledger, of a programme or of all: how many rewards stand in each state, and what they are worth. */
export async function readSums(
  tx: Tx,
  storeId: string,
  programmeId: string | undefined,
): Promise<RewardSum[]> {
  let found = tx
    .selectFrom('reward_sums')
    .select(['side', 'currency', 'state'])
    .select((select) => [
      select.fn.sum<number>('rewards').as('rewards'),
      select.fn.sum<number>('worth').as('worth'),
    ])
    .where('store_id', '=', storeId)
    .groupBy(['side', 'currency', 'state'])
    .orderBy('side')
    .orderBy('currency');
  if (programmeId !== undefined) found = found.where('programme_id', '=', programmeId);
  const sums = new Map<string, RewardSum>();
  for (const { side, currency, state, rewards, worth } of await found.execute()) {
    const key = `${side} ${currency}`;
    const sum = sums.get(key) ?? { side, currency: currency === '' ? null : currency, standing: none() };
    sum.standing[state] = { rewards: Number(rewards), worth: Number(worth) };
    sums.set(key, sum);
  }
  return [...sums.values()];
}

const none = (): RewardSum['standing'] =>
  Object.fromEntries(rewardStates.map((state) => [state, { rewards: 0, worth: 0 }])) as RewardSum['standing'];
