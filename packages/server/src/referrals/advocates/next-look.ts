import type { Tx } from '../../db/database.ts';
import type { Person } from './store.ts';
import { idsOfRewards } from './view.ts';

/** Nobody is asked to look again sooner, or later, in seconds. */
const [soonest, latest] = [30, 300];

/**
 * Seconds until it is worth looking again: when something of a person's referrals changes by itself, as far as that is soon. While an
 * order or a code is waited for, which comes when others act, every few minutes. Null where nothing is open.
 */
export async function nextLook(tx: Tx, person: Person, now: Date): Promise<number | null> {
  const { storeId, emailKey } = person;
  const { open, at } = await tx
    .selectFrom('referrals')
    .innerJoin('referral_advocates', (join) =>
      join
        .onRef('referral_advocates.store_id', '=', 'referrals.store_id')
        .onRef('referral_advocates.advocate_id', '=', 'referrals.advocate_id'),
    )
    .select(({ fn }) => [fn.count<number>('referral_id').as('open'), fn.min('look_again_at').as('at')])
    .where('referrals.store_id', '=', storeId)
    .where('referral_advocates.email_key', '=', emailKey)
    .where('state', 'in', ['claimed', 'ordered', 'held', 'flagged'])
    .executeTakeFirstOrThrow();
  if (Number(open) > 0) {
    const seconds = at === null ? latest : Math.ceil((new Date(at).getTime() - now.getTime()) / 1_000);
    return Math.min(latest, Math.max(soonest, seconds));
  }
  const made = await tx
    .selectFrom('rewards')
    .select('reward_id')
    .where('store_id', '=', storeId)
    .where('reward_id', 'in', idsOfRewards(person))
    .where('state', 'in', ['earned', 'failed'])
    .limit(1)
    .executeTakeFirst();
  return made ? latest : null;
}
