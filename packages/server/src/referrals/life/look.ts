import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { settleOrder, settleReferral } from './settle.ts';

/** How far back a process that begins looks for news of orders: they are settled with the news, this is for what failed then. */
const lookBack = 24 * 60 * 60_000;

/** What is written at one moment may be seen only a little later. */
const slack = 10 * 60_000;

/** Until when each process has seen all news. What it forgets when it ends costs the next one a longer look. */
const seenUntil = new WeakMap<Context, Date>();

/** How many are read at once; of those whose time has come the others wait for the next run. */
const atOnce = 500;

/** One that could not be decided is tried again after an hour, so that it holds up nobody else. */
const afterFailure = 60 * 60_000;

interface Due {
  readonly store_id: string;
  readonly referral_id: string;
}

interface News {
  readonly store_id: string;
  readonly order_id: string;
  readonly referral_id: string | null;
}

/**
 * Decides the referrals whose time has come, and those whose orders there are news of; removes visits that nobody claimed in time.
 * Doing it twice changes nothing, and each referral has a transaction of its own. Returns how many were looked at.
 */
export async function lookAtReferrals(context: Context): Promise<number> {
  const now = context.clock.now();
  await removeVisits(context, now);
  let looked = 0;
  for (const { store_id: storeId, referral_id: referralId } of await context.db.withSystem((tx) =>
    dueReferrals(tx, now),
  )) {
    if (context.stopping.aborted) return looked;
    const done = await attempt(context, { storeId, referralId }, now, (tx) =>
      settleReferral(tx, context, { storeId, referralId }, now),
    );
    if (done) looked += 1;
  }
  const seen = seenUntil.get(context);
  // A clock that was set back begins anew.
  const since = new Date((seen && seen <= now ? seen.getTime() : now.getTime() - lookBack) - slack);
  for (let last: News | null = null; ; ) {
    const after: News | null = last;
    const news: readonly News[] = await context.db.withSystem((tx) => newsOf(tx, since, after));
    for (const { store_id: storeId, order_id: orderId, referral_id: referralId } of news) {
      if (context.stopping.aborted) return looked;
      const done = await attempt(context, { storeId, referralId }, now, (tx) =>
        settleOrder(tx, context, { storeId, orderId }, now),
      );
      if (done) looked += 1;
    }
    last = news.at(-1) ?? null;
    if (news.length < atOnce) break;
  }
  seenUntil.set(context, now);
  return looked;
}

async function attempt(
  context: Context,
  { storeId, referralId }: { readonly storeId: string; readonly referralId: string | null },
  now: Date,
  work: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  try {
    await context.db.withStore(storeId, work);
    return true;
  } catch (error) {
    context.log.error({ err: error, storeId, referralId }, 'a referral could not be decided');
    if (referralId === null) return false;
    await context.db.withStore(storeId, (tx) =>
      tx
        .updateTable('referrals')
        .set({ look_again_at: new Date(now.getTime() + afterFailure) })
        .where('store_id', '=', storeId)
        .where('referral_id', '=', referralId)
        .execute(),
    );
    return false;
  }
}

async function dueReferrals(tx: Tx, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select store_id, referral_id from referrals
    where look_again_at <= ${now} and state <> 'clicked'
    order by look_again_at, referral_id limit ${atOnce}`.execute(tx);
  return rows;
}

/** Orders of friends, and of who may be one, that there is news of: of the order, its parcels, its returns. */
async function newsOf(tx: Tx, since: Date, after: News | null): Promise<News[]> {
  const { rows } = await sql<News>`
    with news as (
      select store_id, order_id from stores join orders using (store_id)
      where orders.updated_at >= ${since}
        and (cardinality(discount_codes) > 0 or claim_token is not null or exists (
          select 1 from referrals
          where referrals.store_id = orders.store_id and referrals.email_key = orders.email_key))
      union all
      select referrals.store_id, referrals.order_id
      from stores join referrals using (store_id) join orders using (store_id, order_id)
      where orders.updated_at >= ${since}
      union all
      select referrals.store_id, referrals.order_id
      from stores join referrals using (store_id) join returns using (store_id, order_id)
      where returns.updated_at >= ${since}
      union all
      select referrals.store_id, referrals.order_id
      from stores join tracks using (store_id)
        join shipments on shipments.store_id = tracks.store_id and shipments.subject = tracks.subject
        join orders on orders.store_id = shipments.store_id and orders.source = shipments.source
          and orders.external_id = shipments.order_external_id
        join referrals on referrals.store_id = orders.store_id and referrals.order_id = orders.order_id
      where tracks.updated_at >= ${since}
    )
    select news.store_id, news.order_id, min(referrals.referral_id) as referral_id
    from news left join referrals using (store_id, order_id)
    ${after === null ? sql`` : sql`where (news.store_id, news.order_id) > (${after.store_id}, ${after.order_id})`}
    group by news.store_id, news.order_id
    order by news.store_id, news.order_id
    limit ${atOnce}`.execute(tx);
  return rows;
}

/** Visits nobody claimed are only a number after their time: they were counted when they came. */
async function removeVisits(context: Context, now: Date): Promise<void> {
  await context.db.withSystem((tx) =>
    sql`
      delete from referrals where (store_id, referral_id) in (
        select store_id, referral_id from referrals
        where state = 'clicked' and look_again_at <= ${now}
        limit 10000)`.execute(tx),
  );
}
