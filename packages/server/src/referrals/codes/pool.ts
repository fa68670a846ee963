import type { RewardSide } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** Whose code is taken, and for which reward. */
export interface CodeAsked {
  readonly storeId: string;
  readonly programmeId: string;
  readonly side: RewardSide;
  readonly rewardId: string;
}

/**
 * Takes the next code of a pool: of files and rows the earliest, never one that has ended. Two who take at once never get the
 * same, and neither waits for the other. A reward that has a code gets that one again. Null when the pool is empty.
 */
export async function takeCode(
  tx: Tx,
  { storeId, programmeId, side, rewardId }: CodeAsked,
  now: Date,
): Promise<string | null> {
  const mine = await tx
    .selectFrom('reward_codes')
    .select('code')
    .where('store_id', '=', storeId)
    .where('reward_id', '=', rewardId)
    .executeTakeFirst();
  if (mine) return mine.code;
  const { rows } = await sql<{ code: string }>`
    with next as (
      select code_key from reward_codes
      where store_id = ${storeId} and programme_id = ${programmeId} and side = ${side} and reward_id is null
        and (expires_at is null or expires_at > ${now.toISOString()})
      order by import_id, place
      limit 1
      for update skip locked
    )
    update reward_codes set reward_id = ${rewardId}, given_at = ${now.toISOString()}
    from next
    where reward_codes.store_id = ${storeId} and reward_codes.code_key = next.code_key
    returning reward_codes.code`.execute(tx);
  return rows[0]?.code ?? null;
}

/** Until when the code of a reward can be used; null when it has no end or is no code of a pool. */
export async function codeEnd(tx: Tx, storeId: string, rewardId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('reward_codes')
    .select('expires_at')
    .where('store_id', '=', storeId)
    .where('reward_id', '=', rewardId)
    .executeTakeFirst();
  return row?.expires_at ?? null;
}
