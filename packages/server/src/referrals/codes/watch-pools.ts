import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { enqueueEvent } from '../../outbox/enqueue.ts';
import { runningProgrammes } from '../programme/running.ts';
import { type CodePool, isLow, readPools } from './pools.ts';

const type = 'reward.codes_low';

/**
 * Tells stores by `reward.codes_low` of pools of running programmes that are low, and once more when they are empty: friends are shown no
 * offer then, and nobody would know. Each once until codes are imported again. Returns how many were told.
 */
export async function watchPools(context: Context): Promise<number> {
  const stores = await context.db.withSystem((tx) =>
    tx.selectFrom('referral_programmes').select('store_id').distinct().orderBy('store_id').execute(),
  );
  let told = 0;
  for (const { store_id: storeId } of stores) {
    if (context.stopping.aborted) break;
    told += await context.db.withStore(storeId, (tx) => tellLow(tx, storeId, context.clock.now()));
  }
  return told;
}

async function tellLow(tx: Tx, storeId: string, now: Date): Promise<number> {
  const running = await runningProgrammes(tx, storeId, now);
  if (
    !running.some(({ programme: { advocate, friend } }) => advocate?.by === 'pool' || friend?.by === 'pool')
  ) {
    return 0;
  }
  // Two processes that look at the same moment tell it once.
  await tx.selectFrom('stores').select('store_id').where('store_id', '=', storeId).forNoKeyUpdate().execute();
  let told = 0;
  for (const pool of await readPools(tx, storeId, now)) {
    const programme = running.find(({ id }) => id === pool.programmeId)?.programme;
    if (programme?.[pool.side]?.by !== 'pool' || !isLow(pool) || (await wasTold(tx, storeId, pool))) continue;
    await enqueueEvent(tx, storeId, { type, data: { ...pool } }, now);
    told += 1;
  }
  return told;
}

/** Whether the store was told that this pool is as low as it is, since codes were imported into it last. */
async function wasTold(tx: Tx, storeId: string, { programmeId, side, free }: CodePool): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    select exists (
      select from outbox_events
      where store_id = ${storeId} and type = ${type} and payload->>'programmeId' = ${programmeId}
        and payload->>'side' = ${side} and (payload->>'free' = '0') = ${free === 0}
        and created_at >= coalesce((
          select max(ended_at) from file_imports
          where store_id = ${storeId} and kind = 'codes' and state in ('done', 'undone') and added > 0
            and settings->>'programmeId' = ${programmeId} and settings->>'side' = ${side}
            and settings->>'dryRun' = 'false'
        ), '-infinity')
    ) as told`.execute(tx);
  return rows[0]?.told ?? false;
}
