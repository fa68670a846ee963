import type { Tx } from '../../db/database.ts';
import type { Person } from './store.ts';

/** Nobody is asked to look again sooner, or later, in seconds. */
const [soonest, latest] = [30, 3_600];

/**
 * Seconds until something of a person's referrals will change by itself, as far as that is soon; while an order or a code is waited
 * for, which comes when others act, it is worth a look every few minutes. Null where nothing is open.
 */
export async function nextLook(tx: Tx, { storeId, emailKey }: Person, now: Date): Promise<number | null> {
  const open = await tx
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
    .executeTakeFirst();
  if (!open || Number(open.open) === 0) return null;
  const seconds = open.at === null ? 300 : Math.ceil((new Date(open.at).getTime() - now.getTime()) / 1_000);
  return Math.min(latest, Math.max(soonest, Math.min(seconds, 300)));
}
