import type { ReferralProgrammeInput } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { readSoldOrder } from '../../orders/read-sold.ts';
import { readItems, readReturnsOf } from '../../returns/store.ts';
import { dayIn, firstZone, withOffset } from '../../tracking/calendar.ts';
import { counting } from './decide.ts';
import type { Counted, FriendOrder, ReferralFacts } from './facts.ts';
import { hasEarlierOrder, type OrderToPlace, readOrderToPlace } from './friend-order.ts';
import type { ReferralRow } from './store.ts';
import { sumsOf } from './sums.ts';

/** The facts of a referral, with the programme it goes on under. What is costly to know is read when it is wanted. */
export interface KnownReferral {
  readonly programme: ReferralProgrammeInput;
  readonly advocate: {
    readonly order_id: string;
    readonly email_key: string;
    readonly blocked_at: Date | null;
  };
  readonly order: OrderToPlace | null;
  readonly facts: ReferralFacts;
}

/** Reads everything a referral is decided from. */
export async function readReferralFacts(tx: Tx, row: ReferralRow, now: Date): Promise<KnownReferral> {
  const { store_id: storeId } = row;
  const { programme } = await tx
    .selectFrom('referral_programmes')
    .select('programme')
    .where('store_id', '=', storeId)
    .where('programme_id', '=', row.programme_id)
    .where('version', '=', row.programme_version)
    .executeTakeFirstOrThrow();
  const advocate = await tx
    .selectFrom('referral_advocates')
    .select(['order_id', 'email_key', 'blocked_at'])
    .where('store_id', '=', storeId)
    .where('advocate_id', '=', row.advocate_id)
    .executeTakeFirstOrThrow();
  const order = row.order_id === null ? null : await readOrderToPlace(tx, { storeId, orderId: row.order_id });
  const facts: ReferralFacts = {
    now,
    programme,
    standing: {
      state: row.state,
      reason: row.reason,
      approved: row.approved,
      hasCounted: row.qualified_at !== null,
      claimedAt: row.claimed_at,
      decideBy: row.decide_by,
      heldUntil: row.held_until,
    },
    advocateBlocked: advocate.blocked_at !== null,
    order: order && (await friendOrder(tx, row, order, advocate)),
    counted: await countOthers(tx, row, order, programme),
    verdict: null,
    returns: null,
  };
  return { programme, advocate, order, facts };
}

async function friendOrder(
  tx: Tx,
  row: ReferralRow,
  order: OrderToPlace,
  advocate: KnownReferral['advocate'],
): Promise<FriendOrder | null> {
  const sold = await readSoldOrder(tx, order);
  if (!sold) return null;
  const returns = await readReturnsOf(tx, order);
  const items = await readItems(
    tx,
    order.storeId,
    returns.map((one) => one.return_id),
  );
  return {
    placedAt: order.placedAt,
    cancelledAt: sold.cancelledAt === null ? null : new Date(sold.cancelledAt),
    paid: order.paid,
    currency: sold.currency,
    country: sold.country,
    ...sumsOf(sold, returns, items),
    isAdvocates: order.emailKey === advocate.email_key || order.orderId === advocate.order_id,
    hasEarlier: await hasEarlierOrder(tx, order),
    isSomebodysFriend: await isSomebodysFriend(tx, row, order),
  };
}

/** Whether the person counts, or may count, as a friend by another order: one that was placed before, or one that has counted. */
async function isSomebodysFriend(
  tx: Tx,
  { store_id: storeId, referral_id: referralId }: ReferralRow,
  { orderId, emailKey, placedAt }: OrderToPlace,
): Promise<boolean> {
  if (emailKey === null) return false;
  const { rows } = await sql`
    select 1 from orders
      join referrals using (store_id, order_id)
    where orders.store_id = ${storeId} and orders.email_key = ${emailKey} and referrals.referral_id <> ${referralId}
      and (referrals.state = 'qualified' or referrals.state in ('ordered', 'held', 'flagged')
        and (orders.placed_at, orders.order_id) < (${placedAt}::timestamptz, ${orderId}))
    limit 1`.execute(tx);
  return rows.length > 0;
}

const none: Counted = { advocate: 0, month: 0, programme: 0 };

async function countOthers(
  tx: Tx,
  row: ReferralRow,
  order: OrderToPlace | null,
  { caps }: ReferralProgrammeInput,
): Promise<Counted> {
  // Who has a place keeps it, and where there is no limit nobody has to count.
  if (order === null || counting.has(row.state)) return none;
  if (caps.perAdvocate === null && caps.perMonth === null && caps.programme === null) return none;
  const { time_zone: timeZone } = await tx
    .selectFrom('stores')
    .select('time_zone')
    .where('store_id', '=', row.store_id)
    .executeTakeFirstOrThrow();
  const [from, until] = monthOf(order.placedAt, firstZone(timeZone));
  const { rows } = await sql<Counted>`
    select count(*) as programme,
      count(*) filter (where advocate_id = ${row.advocate_id}) as advocate,
      count(*) filter (where advocate_id = ${row.advocate_id}
        and ordered_at >= ${from}::timestamptz and ordered_at < ${until}::timestamptz) as month
    from referrals
    where store_id = ${row.store_id} and programme_id = ${row.programme_id}
      and state in ('held', 'flagged', 'qualified') and referral_id <> ${row.referral_id}
      ${caps.programme === null ? sql`and advocate_id = ${row.advocate_id}` : sql``}`.execute(tx);
  const [counted = none] = rows;
  return {
    advocate: Number(counted.advocate),
    month: Number(counted.month),
    programme: Number(counted.programme),
  };
}

/** The calendar month of a moment in the store's time zone: its first moment, and the first after it. */
export function monthOf(at: Date, timeZone: string): readonly [from: string, until: string] {
  const [year = 0, month = 0] = dayIn(timeZone, at.getTime()).split('-').map(Number);
  const start = (y: number, m: number) =>
    withOffset(timeZone, `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01T00:00:00`);
  return [start(year, month), month === 12 ? start(year + 1, 1) : start(year, month + 1)];
}
