import { type Money, type ReferralFigures, type Store, shareChannels } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { addDays, dayIn, daysBetween, firstZone, withOffset } from '../../tracking/calendar.ts';
import { readSums } from './ledger.ts';

/** Days that are told unless others are asked for, and the most that may be. */
const usualDays = 30;
const mostDays = 400;

/** What figures are asked for: days of the store's calendar, both included. */
export interface FiguresAsked {
  readonly programme?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type Counts = Record<'shares' | 'visits' | 'claims' | 'orders' | 'qualified', number>;
type Day = ReferralFigures['days'][number];

/**
 * Counts shares, visits, claims, orders, revenue and cost by day of the store's calendar. Revenue is of the day of the order and only of
 * orders that count or may count still; cost is of the day a reward was issued, without those that were taken back.
 *
 * @throws ApiProblem `invalid_input` when the days are the wrong way round or too many.
 */
export async function readFigures(
  tx: Tx,
  store: Pick<Store, 'id' | 'timeZone'>,
  { programme, from, to }: FiguresAsked,
  now: Date,
): Promise<ReferralFigures> {
  const zone = firstZone(store.timeZone);
  const last = to ?? dayIn(zone, now.getTime());
  const first = from ?? addDays(last, 1 - usualDays);
  const count = daysBetween(first, last) + 1;
  if (count < 1 || count > mostDays) {
    const detail =
      count < 1 ? 'The first day is after the last.' : `At most ${mostDays} days are told at once.`;
    throw new ApiProblem('invalid_input', { fields: { 'query.from': detail } });
  }
  const names = Array.from({ length: count }, (_, at) => addDays(first, at));
  const starts = [...names, addDays(last, 1)].map((day) => withOffset(zone, `${day}T00:00:00`));
  const asked = { storeId: store.id, programme: programme ?? null, starts };
  const days = names.map((day): Day => ({ day, ...zeros(), revenue: [], cost: [] }));
  const channels = Object.fromEntries(
    shareChannels.map((channel) => [channel, 0]),
  ) as ReferralFigures['total']['channels'];

  for (const { at, what, channel, count: many } of await readCounts(tx, asked)) {
    const day = days[at - 1];
    if (day) day[what] += Number(many);
    if (channel !== null) channels[channel] += Number(many);
  }
  for (const { at, what, currency, amount } of await readMoney(tx, asked)) {
    days[at - 1]?.[what].push({ amount: Number(amount), currency });
  }
  const total = { ...zeros(), revenue: allOf(days, 'revenue'), cost: allOf(days, 'cost'), channels };
  for (const day of days) {
    for (const what of Object.keys(zeros()) as (keyof Counts)[]) total[what] += day[what];
  }
  return { total, days, rewards: await readSums(tx, store.id, programme) };
}

const zeros = (): Counts => ({ shares: 0, visits: 0, claims: 0, orders: 0, qualified: 0 });

function allOf(days: readonly Day[], what: 'revenue' | 'cost'): Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of days.flatMap((day) => day[what])) {
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amount]) => ({ amount, currency }));
}

interface Asked {
  readonly storeId: string;
  readonly programme: string | null;
  /** The first moments of the days, and of the one after them. */
  readonly starts: readonly string[];
}

async function readCounts(tx: Tx, { storeId, programme, starts }: Asked) {
  const day = (column: string) => sql`width_bucket(${sql.ref(column)}, ${[...starts]}::timestamptz[])`;
  const within = (column: string) =>
    sql`${sql.ref(column)} >= ${starts[0]}::timestamptz and ${sql.ref(column)} < ${starts.at(-1)}::timestamptz`;
  const ofProgramme = sql`(${programme}::text is null or programme_id = ${programme})`;
  const { rows } = await sql<{
    at: number;
    what: keyof Counts;
    channel: (typeof shareChannels)[number] | null;
    count: number;
  }>`
    select ${day('hour')} as at, 'shares' as what, channel, sum(shares) as count
    from referral_shares join referral_advocates using (store_id, advocate_id)
    where store_id = ${storeId} and ${ofProgramme} and ${within('hour')} group by 1, channel
    union all
    select ${day('hour')}, 'visits', null, sum(visits)
    from referral_visits join referral_advocates using (store_id, advocate_id)
    where store_id = ${storeId} and ${ofProgramme} and ${within('hour')} group by 1
    union all
    select ${day('claimed_at')}, 'claims', null, count(*) from referrals
    where store_id = ${storeId} and ${ofProgramme} and ${within('claimed_at')} group by 1
    union all
    select ${day('ordered_at')}, 'orders', null, count(*) from referrals
    where store_id = ${storeId} and ${ofProgramme} and ${within('ordered_at')} group by 1
    union all
    select ${day('qualified_at')}, 'qualified', null, count(*) from referrals
    where store_id = ${storeId} and ${ofProgramme} and ${within('qualified_at')} and state = 'qualified'
    group by 1`.execute(tx);
  return rows;
}

async function readMoney(tx: Tx, { storeId, programme, starts }: Asked) {
  const day = (column: string) => sql`width_bucket(${sql.ref(column)}, ${[...starts]}::timestamptz[])`;
  const within = (column: string) =>
    sql`${sql.ref(column)} >= ${starts[0]}::timestamptz and ${sql.ref(column)} < ${starts.at(-1)}::timestamptz`;
  const { rows } = await sql<{ at: number; what: 'revenue' | 'cost'; currency: string; amount: number }>`
    select ${day('ordered_at')} as at, 'revenue' as what, total_currency as currency, sum(total_amount) as amount
    from referrals join orders using (store_id, order_id)
    where store_id = ${storeId} and (${programme}::text is null or programme_id = ${programme})
      and ${within('ordered_at')} and state in ('ordered', 'held', 'flagged', 'qualified')
      and total_currency is not null and total_amount is not null
    group by 1, total_currency
    union all
    select ${day('issued.at')}, 'cost', rewards.worth_currency, sum(rewards.worth_amount)
    from rewards join reward_ledger as issued using (store_id, reward_id)
    where store_id = ${storeId} and (${programme}::text is null or rewards.programme_id = ${programme})
      and issued.state = 'issued' and ${within('issued.at')} and rewards.state <> 'revoked'
      and rewards.worth_currency is not null
    group by 1, rewards.worth_currency
    order by 1, 3`.execute(tx);
  return rows;
}
