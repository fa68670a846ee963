import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { settleAsks } from './settle.ts';

/** How far back a process that begins looks for news: longer than a backend may stand still. */
const lookBack = 60 * 24 * 60 * 60_000;

/** What is written at one moment may be seen only a little later. */
const slack = 2 * 60_000;

/** Until when each process has seen all news. What it forgets when it ends costs the next one a longer look. */
const seenUntil = new WeakMap<Context, Date>();

/** Orders one run looks at; what is left waits for the next one. */
const atOnce = 200;

/** An order that could not be decided is tried again after an hour, so that it holds up nobody else. */
const afterFailure = 60 * 60_000;

interface Waiting {
  readonly store_id: string;
  readonly order_id: string;
}

/**
 * Decides the asks of orders whose time to be looked at has come, and of those something became known of since they were
 * looked at: deliveries, returns, claims, registrations. Looking twice changes nothing. Returns how many orders it looked at.
 */
export async function lookAtAsks(context: Context): Promise<number> {
  const now = context.clock.now();
  const due = await context.db.withSystem((tx) => dueOrders(tx, now));
  const seen = seenUntil.get(context);
  // A clock that was set back begins anew.
  const since = new Date((seen && seen <= now ? seen.getTime() : now.getTime() - lookBack) - 5 * slack);
  const news = await context.db.withSystem((tx) => newsOf(tx, since));
  const orders = new Map([...due, ...news].map((one) => [`${one.store_id} ${one.order_id}`, one]));
  let looked = 0;
  for (const { store_id: storeId, order_id: orderId } of orders.values()) {
    if (context.stopping.aborted) break;
    const key = { storeId, orderId };
    try {
      await context.db.withStore(storeId, (tx) => settleAsks(tx, key, now, { note: true }));
      looked += 1;
    } catch (error) {
      context.log.error({ err: error, orderId }, 'asks could not be decided');
      await context.db.withStore(storeId, (tx) => putOff(tx, key, now));
    }
  }
  if (news.length < atOnce && !context.stopping.aborted) seenUntil.set(context, now);
  return looked;
}

async function dueOrders(tx: Tx, now: Date): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select store_id, order_id from ask_looks where look_again_at <= ${now}
    order by look_again_at, order_id limit ${atOnce}`.execute(tx);
  return rows;
}

async function newsOf(tx: Tx, since: Date): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    with news as (
      select orders.store_id, orders.order_id, orders.updated_at
      from stores join orders using (store_id) where orders.updated_at >= ${since}
      union all
      select orders.store_id, orders.order_id, told.updated_at
      from (
        select shipments.store_id, source, order_external_id, shipments.updated_at
        from stores join shipments using (store_id) where shipments.updated_at >= ${since}
        union all
        select shipments.store_id, shipments.source, order_external_id, tracks.updated_at
        from stores join tracks using (store_id)
          join shipments on shipments.store_id = tracks.store_id and shipments.subject = tracks.subject
        where tracks.updated_at >= ${since}
      ) as told
      join orders on orders.store_id = told.store_id and orders.source = told.source
        and orders.external_id = told.order_external_id
      union all
      select returns.store_id, order_id, returns.updated_at
      from stores join returns using (store_id) where returns.updated_at >= ${since}
      union all
      select claims.store_id, order_id, claims.updated_at
      from stores join claims using (store_id) where claims.updated_at >= ${since}
      union all
      select registrations.store_id, order_id, registrations.updated_at
      from stores join registrations using (store_id) where registrations.updated_at >= ${since}
    )
    select news.store_id, news.order_id
    from news left join ask_looks using (store_id, order_id)
    where looked_at is null or looked_at < news.updated_at + ${slack} * interval '1 millisecond'
    group by news.store_id, news.order_id
    order by min(news.updated_at), news.order_id
    limit ${atOnce}`.execute(tx);
  return rows;
}

async function putOff(tx: Tx, { storeId, orderId }: { storeId: string; orderId: string }, now: Date) {
  const later = new Date(now.getTime() + afterFailure);
  await sql`
    insert into ask_looks (store_id, order_id, looked_at, look_again_at)
    values (${storeId}, ${orderId}, ${now}, ${later})
    on conflict (store_id, order_id) do update set looked_at = ${now}, look_again_at = ${later}`.execute(tx);
}
