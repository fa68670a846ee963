import type { AdvocateReferral, Money, ReferralTotals, RewardSide, ShopperReward } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { pageOf, readCursor } from '../../http/cursor.ts';
import { lastDayHeld, referralWords, rewardWords } from '../life/sentences.ts';
import { idOfReferral, type ReferralRow } from '../life/store.ts';
import { rewardLabel } from '../programme/labels.ts';
import type { RewardRow } from '../rewards/ledger.ts';
import type { Person } from './store.ts';

/** Whom it is shown to. */
export interface Reader {
  readonly locale: string;
  /** The store's. */
  readonly timeZone: string;
}

/** What somebody gave others and got, as an advocate: nobody else's rows are read. */
interface Mine extends Person {
  readonly reader: Reader;
}

/** A page of a person's referrals, newest first. Visits that nobody claimed are only counted. */
export async function pageOfReferrals(
  tx: Tx,
  { storeId, emailKey, reader }: Mine,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: AdvocateReferral[]; next: string | null }> {
  const [before = null] = readCursor(cursor, [/^rfr_[0-9a-f]{32}$/]) ?? [];
  const rows = await tx
    .selectFrom('referrals')
    .innerJoin('referral_advocates', (join) =>
      join
        .onRef('referral_advocates.store_id', '=', 'referrals.store_id')
        .onRef('referral_advocates.advocate_id', '=', 'referrals.advocate_id'),
    )
    .selectAll('referrals')
    .where('referrals.store_id', '=', storeId)
    .where('referral_advocates.email_key', '=', emailKey)
    .where('referrals.state', '<>', 'clicked')
    .$if(before !== null, (query) => query.where('referral_id', '<', before))
    .orderBy('referral_id', 'desc')
    .limit(limit + 1)
    .execute();
  const rewards = await rewardsOfReferrals(tx, storeId, rows);
  return pageOf(
    rows,
    limit,
    (row) => showReferral(row, rewards.get(row.referral_id) ?? null, reader),
    (row) => [row.referral_id],
  );
}

async function rewardsOfReferrals(
  tx: Tx,
  storeId: string,
  rows: readonly ReferralRow[],
): Promise<Map<string, RewardRow>> {
  if (rows.length === 0) return new Map();
  const found = await tx
    .selectFrom('rewards')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('side', '=', 'advocate')
    .where(
      'referral_id',
      'in',
      rows.map((row) => row.referral_id),
    )
    .execute();
  return new Map(found.map((row) => [row.referral_id, row]));
}

function showReferral(row: ReferralRow, reward: RewardRow | null, reader: Reader): AdvocateReferral {
  const { state, reason, held_until: heldUntil } = row;
  return {
    id: idOfReferral(row),
    state,
    reason,
    words: referralWords(row, reader),
    until: state === 'held' ? lastDayHeld(heldUntil, reader.timeZone) : null,
    reward: reward && showReward(reward, reader),
    createdAt: (row.claimed_at ?? row.clicked_at).toISOString(),
    changedAt: row.changed_at.toISOString(),
  };
}

/** A reward as whom it is for sees it. */
export const showReward = (row: RewardRow, reader: Reader): ShopperReward => ({
  id: row.reward_id as ShopperReward['id'],
  state: row.state,
  label: rewardLabel(row.reward, reader.locale),
  // What was taken back opens nothing any more.
  code: row.state === 'revoked' ? null : row.code,
  words: rewardWords(row, reader),
  at: row.changed_at.toISOString(),
});

/** The rewards of a person, each side by its own index: as an advocate, and as a friend who told their address. */
export const idsOfRewards = ({ storeId, emailKey }: Person) => sql<string>`(
  select reward_id from rewards join referral_advocates using (store_id, advocate_id)
  where store_id = ${storeId} and side = 'advocate' and email_key = ${emailKey}
  union all
  select reward_id from rewards join referrals using (store_id, referral_id)
  where store_id = ${storeId} and side = 'friend' and email_key = ${emailKey})`;

/** Most rewards that are shown at once. */
const mostRewards = 50;

/** What a person got, newest first: for recommending, and for having been recommended to. */
export async function rewardsOf(
  tx: Tx,
  { storeId, emailKey, reader }: Mine,
): Promise<{ side: RewardSide; reward: ShopperReward }[]> {
  const rows = await tx
    .selectFrom('rewards')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('reward_id', 'in', idsOfRewards({ storeId, emailKey }))
    .orderBy('reward_id', 'desc')
    .limit(mostRewards)
    .execute();
  return rows.map((row) => ({ side: row.side, reward: showReward(row, reader) }));
}

/** A person's numbers, over all programmes. */
export async function totalsOf(tx: Tx, { storeId, emailKey }: Person): Promise<ReferralTotals> {
  const { rows } = await sql<{
    visits: number;
    claimed: number;
    waiting: number;
    qualified: number;
    ended: number;
    earned: Money[];
    pending: Money[];
  }>`
    with mine as materialized (
      select store_id, advocate_id from referral_advocates
      where store_id = ${storeId} and email_key = ${emailKey}
    ),
    given as materialized (
      select state, programme_id, programme_version from referrals join mine using (store_id, advocate_id)
      where state <> 'clicked'
    ),
    -- What would come if all that waits counted, as it was promised.
    promised as (
      select case when programmes.programme #>> '{advocate,kind}' = 'product' then programmes.programme #> '{advocate,worth}'
        else programmes.programme #> '{advocate,amount}' end as worth
      from given join referral_programmes as programmes on programmes.store_id = ${storeId}
        and programmes.programme_id = given.programme_id and programmes.version = given.programme_version
      where given.state in ('ordered', 'held', 'flagged')
      union all
      select jsonb_build_object('amount', worth_amount, 'currency', worth_currency)
      from rewards join mine using (store_id, advocate_id)
      where side = 'advocate' and state in ('earned', 'failed')
    ),
    earned as (
      select worth_currency as currency, sum(worth_amount) as amount
      from rewards join mine using (store_id, advocate_id)
      where side = 'advocate' and state in ('issued', 'sent', 'redeemed') and worth_currency is not null
      group by worth_currency
    ),
    pending as (
      select worth ->> 'currency' as currency, sum((worth ->> 'amount')::bigint) as amount
      from promised where worth ->> 'currency' is not null group by worth ->> 'currency'
    )
    select
      (select coalesce(sum(visits), 0)::int from referral_visits join mine using (store_id, advocate_id)) as visits,
      count(*)::int as claimed,
      (count(*) filter (where state in ('claimed', 'ordered', 'held', 'flagged')))::int as waiting,
      (count(*) filter (where state = 'qualified'))::int as qualified,
      (count(*) filter (where state in ('refused', 'voided')))::int as ended,
      (select coalesce(json_agg(json_build_object('amount', amount, 'currency', currency) order by currency), '[]')
        from earned) as earned,
      (select coalesce(json_agg(json_build_object('amount', amount, 'currency', currency) order by currency), '[]')
        from pending) as pending
    from given`.execute(tx);
  const [totals] = rows;
  if (!totals) throw new Error('A count has one row.');
  return totals;
}
