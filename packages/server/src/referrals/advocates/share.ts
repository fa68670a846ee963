import type { shareChannels } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { AdvocateRow } from './store.ts';

/** The beginning of the hour a moment is in: what is only counted is counted by the hour. */
export const hourOf = (moment: Date): Date => new Date(Math.floor(moment.getTime() / 3_600_000) * 3_600_000);

/** Counts that an invitation was shared. Whom with is not known. */
export async function countShare(
  tx: Tx,
  { store_id: storeId, advocate_id: advocateId }: AdvocateRow,
  channel: (typeof shareChannels)[number],
  now: Date,
): Promise<void> {
  await sql`
    insert into referral_shares as known (store_id, advocate_id, hour, channel, shares)
    values (${storeId}, ${advocateId}, ${hourOf(now)}, ${channel}, 1)
    on conflict (store_id, advocate_id, hour, channel) do update set shares = known.shares + 1`.execute(tx);
}
