import { type CodePools, type RewardSide, rewardSides } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { programmesInForce } from '../programme/store.ts';

/** How full one pool is. */
export type CodePool = CodePools['items'][number];

const day = 86_400_000;

/** A pool that lasts for fewer days than these is low. */
export const lowDays = 7;

/** Whether a pool is empty, or will be within a week at its pace. */
export const isLow = ({ free, lastsDays }: Pick<CodePool, 'free' | 'lastsDays'>): boolean =>
  free === 0 || (lastsDays !== null && lastsDays < lowDays);

/** Days that are looked at: codes that end within them, and how many were given in them. */
const span = 14;

interface Counted {
  readonly programmeId: string;
  readonly side: RewardSide;
  readonly free: string;
  readonly given: string;
  readonly endingSoon: string;
  readonly givenLately: string;
}

/** How full the pools of a store are: of every programme and side that takes codes from one now, or for which there are any. */
export async function readPools(tx: Tx, storeId: string, now: Date): Promise<CodePool[]> {
  const soon = new Date(now.getTime() + span * day).toISOString();
  const lately = new Date(now.getTime() - span * day).toISOString();
  const { rows } = await sql<Counted>`
    select programme_id as "programmeId", side,
      count(*) filter (where reward_id is null and usable) as free,
      count(*) filter (where reward_id is not null) as given,
      count(*) filter (where reward_id is null and usable and expires_at <= ${soon}) as "endingSoon",
      count(*) filter (where given_at > ${lately}) as "givenLately"
    from (
      select *, (expires_at is null or expires_at > ${now.toISOString()}) as usable
      from reward_codes where store_id = ${storeId}
    ) as codes
    group by programme_id, side`.execute(tx);
  const pools: CodePool[] = [];
  for (const { id, programme } of await programmesInForce(tx, storeId)) {
    for (const side of rewardSides) {
      const counted = rows.find((row) => row.programmeId === id && row.side === side);
      if (!counted && programme[side]?.by !== 'pool') continue;
      const [free, given] = [Number(counted?.free ?? 0), Number(counted?.given ?? 0)];
      const pace = Number(counted?.givenLately ?? 0) / span;
      pools.push({
        programmeId: id,
        side,
        free,
        given,
        endingSoon: Number(counted?.endingSoon ?? 0),
        lastsDays: pace === 0 ? null : Math.floor(free / pace),
      });
    }
  }
  return pools;
}
