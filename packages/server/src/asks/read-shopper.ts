import type { AskSettings } from '@postlude/contract';
import { sql } from 'kysely';
import { endStatuses as claimEnds } from '../claims/transitions.ts';
import type { Tx } from '../db/database.ts';
import { ownOrderSources } from '../orders/own-source.ts';
import { type OrderKey, recycledAfter } from '../orders/read-known.ts';
import { runningProgrammes } from '../referrals/programme/running.ts';
import type { ReturnRow } from '../returns/store.ts';
import { endStatuses as returnEnds } from '../returns/transitions.ts';
import type { Hold } from './facts.ts';
import { neverSent } from './holds.ts';
import { day } from './limits.ts';
import type { HappySignal, ShopperFacts } from './shopper-facts.ts';

/** What facts of a shopper are read for. */
interface Reading {
  readonly settings: AskSettings;
  /** False for what was bought elsewhere or taken over: nothing is asked of such shoppers. */
  readonly isSale: boolean;
  readonly timeZone: string;
  readonly now: Date;
}

/** A case of the shopper. Times as `to_json` writes them. */
interface Case {
  readonly id: string;
  readonly number: string;
  readonly openedAt: string;
  /** When it came to the status it has. */
  readonly reachedAt: string;
}

interface Known {
  readonly orders: number;
  /** When the newest review, and the newest answer, of each kind was given. */
  readonly kindReviewAt: string | null;
  readonly unkindReviewAt: string | null;
  readonly highAnswerAt: string | null;
  readonly lowAnswerAt: string | null;
  /** When the first parcel of each order came of which nothing was sent back. */
  readonly deliveries: readonly string[];
  readonly returns: readonly (Case & Pick<ReturnRow, 'status' | 'send_by'>)[];
  readonly claims: readonly (Case & { readonly status: string })[];
  readonly withdrawals: readonly (Pick<Case, 'id' | 'number' | 'openedAt'> & {
    readonly closedAt: string | null;
  })[];
  readonly advocate: readonly {
    readonly programme: string;
    readonly blocked: boolean;
    readonly sharedAt: string | null;
  }[];
  readonly nextElsewhere: string | null;
}

/**
 * Reads what is known of the shopper of an order over all their orders; null where nothing is asked of shoppers as such: no
 * programme runs, the store does not ask, or nobody knows whose order it is.
 */
export async function readShopper(
  tx: Tx,
  key: OrderKey,
  { settings, isSale, timeZone, now }: Reading,
): Promise<ShopperFacts | null> {
  if (!settings.referral || !isSale) return null;
  const programmes = await runningProgrammes(tx, key.storeId, now);
  if (programmes.length === 0) return null;
  const known = await readKnown(tx, key, settings, now);
  if (known === null) return null;
  const running = new Set<string>(programmes.map(({ id }) => id));
  const advocate = known.advocate.filter(({ programme }) => running.has(programme));
  const shared = advocate.flatMap(({ sharedAt }) => momentOf(sharedAt));
  return {
    mayRefer:
      advocate.some(({ blocked }) => !blocked) ||
      (advocate.length === 0 &&
        programmes.some(({ programme }) => programme.takePart.orders <= known.orders)),
    // Shares are counted by the hour: it was at its end at the latest.
    sharedAt: shared.length === 0 ? null : new Date(Math.min(now.getTime(), Math.min(...shared) + day / 24)),
    happy: newestSignal(known),
    holds: holdsOf(known, timeZone, now),
    nextElsewhere: known.nextElsewhere === null ? null : new Date(known.nextElsewhere),
  };
}

const momentOf = (at: string | null): number[] => (at === null ? [] : [Date.parse(at)]);

/** The newest of a kind review, a high answer and a further order that came; whoever said the opposite since is content no more. */
function newestSignal(known: Known): HappySignal | null {
  const { kindReviewAt, highAnswerAt, unkindReviewAt, lowAnswerAt, deliveries } = known;
  const inOrder = deliveries.flatMap(momentOf).toSorted((a, b) => a - b);
  const again = inOrder.length < 2 ? undefined : inOrder.at(-1);
  const signals: HappySignal[] = [
    ...momentOf(kindReviewAt).map((at): HappySignal => ({ kind: 'review', at: new Date(at) })),
    ...momentOf(highAnswerAt).map((at): HappySignal => ({ kind: 'survey', at: new Date(at) })),
    ...(again === undefined ? [] : [{ kind: 'order', at: new Date(again) } as const]),
  ];
  const unhappy = Math.max(Number.NEGATIVE_INFINITY, ...[unkindReviewAt, lowAnswerAt].flatMap(momentOf));
  const newest = signals
    .filter(({ at }) => at.getTime() > unhappy)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
  return newest ?? null;
}

function holdsOf({ returns, claims, withdrawals }: Known, timeZone: string, now: Date): Hold[] {
  const hold = (
    kind: Hold['kind'],
    { id, number, openedAt }: Omit<Case, 'reachedAt'>,
    closedAt: Date | null,
  ) => ({
    kind,
    id,
    number,
    openedAt: new Date(openedAt),
    closedAt,
  });
  return [
    ...returns.map((one) =>
      hold(
        'return',
        one,
        returnEnds.has(one.status) ? new Date(one.reachedAt) : neverSent(one, timeZone, now),
      ),
    ),
    ...claims.map((one) => hold('claim', one, isEnd(claimEnds, one.status) ? new Date(one.reachedAt) : null)),
    ...withdrawals.map((one) =>
      hold('withdrawal', one, one.closedAt === null ? null : new Date(one.closedAt)),
    ),
  ];
}

const isEnd = (ends: ReadonlySet<string>, status: string): boolean => ends.has(status);

/** Most orders of a shopper that are looked at; the newest ones. */
const mostOrders = 500;

/** Everything in one round trip, for the rules to judge. */
async function readKnown(
  tx: Tx,
  { storeId, orderId }: OrderKey,
  { deliveredAfterDays }: AskSettings,
  now: Date,
): Promise<Known | null> {
  const patience = deliveredAfterDays === null ? null : deliveredAfterDays * day;
  const { rows } = await sql<{ known: Known }>`
    with mine as materialized (
      select email_key from orders
      where store_id = ${storeId} and order_id = ${orderId} and email_key is not null
    ),
    placed as materialized (
      select orders.store_id, order_id, orders.source, external_id, placed_at
      from orders join mine using (email_key)
      where orders.store_id = ${storeId} and cancelled_at is null and orders.source <> all(${[...ownOrderSources]}::text[])
      order by placed_at desc, order_id limit ${mostOrders}
    ),
    wrote as materialized (
      select reviews.created_at, stars from reviews join placed using (store_id, order_id)
      where visibility <> 'withdrawn' and moderation <> 'rejected'
    ),
    said as materialized (
      select answered_at, sign from survey_answers join placed using (store_id, order_id)
    ),
    parcels as materialized (
      select placed.order_id, placed.placed_at, shipments.* from placed join shipments
        on shipments.store_id = placed.store_id and shipments.source = placed.source
        and shipments.order_external_id = placed.external_id
      where not cancelled and not exists (
        select from returns where returns.store_id = placed.store_id and returns.order_id = placed.order_id
          and returns.status not in ('declined', 'cancelled')
      )
    ),
    came as (
      select order_id, min(at) as at from (
        select order_id, version_at as at from parcels where status ->> 'status' = 'delivered'
        union all
        select order_id, shipped_at + ${patience}::bigint * interval '1 millisecond' from parcels
        union all
        select order_id, tracks.version_at from parcels join tracks
          on tracks.store_id = parcels.store_id and tracks.subject = parcels.subject
        where tracks.status ->> 'status' = 'delivered'
          and tracks.version_at >= placed_at - ${recycledAfter}::interval
        union all
        select order_id, tracking_events.at from parcels join tracking_events
          on tracking_events.store_id = parcels.store_id and tracking_events.subject = parcels.subject
        where tracking_events.status = 'delivered'
          and tracking_events.at >= placed_at - ${recycledAfter}::interval
      ) as told where at <= ${now} group by order_id
    )
    select json_build_object(
      'orders', (select count(*) from placed),
      'kindReviewAt', (select max(created_at) from wrote where stars >= 4),
      'unkindReviewAt', (select max(created_at) from wrote where stars < 4),
      'highAnswerAt', (select max(answered_at) from said where sign = 'content'),
      'lowAnswerAt', (select max(answered_at) from said where sign = 'discontent'),
      'deliveries', (select coalesce(json_agg(at), '[]') from came),
      'returns', (
        select coalesce(json_agg(json_build_object('id', return_id, 'number', returns.number, 'status', status,
          'send_by', send_by, 'openedAt', returns.created_at, 'reachedAt', coalesce((
            select max(at) from return_audit as told
            where told.store_id = returns.store_id and told.return_id = returns.return_id
              and before is distinct from after), returns.updated_at))), '[]')
        from returns join orders using (store_id, order_id)
        where orders.store_id = ${storeId} and orders.email_key = mine.email_key
      ),
      'claims', (
        select coalesce(json_agg(json_build_object('id', claim_id, 'number', claims.number, 'status', status,
          'openedAt', claims.created_at, 'reachedAt', coalesce((
            select max(at) from claim_audit as told
            where told.store_id = claims.store_id and told.claim_id = claims.claim_id
              and before is distinct from after), claims.updated_at))), '[]')
        from claims join orders using (store_id, order_id)
        where orders.store_id = ${storeId} and orders.email_key = mine.email_key
      ),
      'withdrawals', (
        select coalesce(json_agg(json_build_object('id', withdrawal_id, 'number', number,
          'openedAt', received_at, 'closedAt', settled_at)), '[]')
        from withdrawals where store_id = ${storeId} and settled_at is null and lower(trim(email)) = mine.email_key
      ),
      'advocate', (
        select coalesce(json_agg(json_build_object('programme', programme_id, 'blocked', blocked_at is not null,
          'sharedAt', (
            select min(hour) from referral_shares as shares
            where shares.store_id = each.store_id and shares.advocate_id = each.advocate_id))), '[]')
        from referral_advocates as each where store_id = ${storeId} and each.email_key = mine.email_key
      ),
      'nextElsewhere', (
        select min(look_again_at) from asks join (select store_id, order_id from placed) as placed using (store_id, order_id)
        where order_id <> ${orderId} and kind in ('review', 'media') and state in ('held', 'capped')
          and look_again_at > ${now}
      )
    ) as known from mine`.execute(tx);
  return rows[0]?.known ?? null;
}
