import type { AskOffer, CurrentAsk, Id } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { OrderKey } from '../orders/read-known.ts';
import { reserved } from './limits.ts';
import { freezeRewards } from './rewards.ts';
import { type Settled, settleAsks } from './settle.ts';
import { type AskRow, idOfAsk } from './store.ts';

/** Nothing to show, and nothing to wait for. */
export const nothing: CurrentAsk = { offer: null, refreshAfter: null };

/**
 * What a page of an order may show now. It is given to this page for a quarter of an hour: another page of the shopper that
 * asks meanwhile gets nothing else. What is promised for it is promised from now on.
 *
 * @throws ApiProblem `not_found`.
 */
export async function currentAsk(tx: Tx, key: OrderKey, now: Date): Promise<CurrentAsk> {
  const known = await settleAsks(tx, key, now);
  // Two pages may look at once: what is given to one of them is decided while the other waits.
  const settled =
    known && isGiven(dueOf(known), now) ? known : await settleAsks(tx, key, now, { hold: true });
  if (!settled) throw new ApiProblem('not_found');
  return offerOf(tx, settled, now);
}

const dueOf = ({ outcomes, rows }: Settled): AskRow[] =>
  outcomes.flatMap(({ state, kind, lineId }) =>
    state === 'due' ? rows.filter((row) => row.kind === kind && row.line_id === lineId) : [],
  );

/** True when there is nothing left to write for this page. */
const isGiven = (due: readonly AskRow[], now: Date): boolean =>
  due.every((row) => !isStale(row, now) && (row.kind !== 'review' || row.reward_frozen_at !== null));

/** The offer of asks that were decided a moment ago. */
export async function offerOf(tx: Tx, settled: Settled, now: Date): Promise<CurrentAsk> {
  const due = dueOf(settled);
  const [first] = due;
  const refreshAfter = refreshAfterOf(settled, now);
  if (!first) return { offer: null, refreshAfter };
  await freezeRewards(tx, due, settled, now);
  await reserve(tx, due, now);
  const asks = due.map((row): AskOffer['asks'][number] => ({
    id: idOfAsk(row),
    lineId: row.line_id as Id<'line'>,
    reviewId: reviewOf(settled, row),
  }));
  return { offer: { kind: first.kind, asks }, refreshAfter };
}

const reviewOf = ({ facts }: Settled, row: AskRow): Id<'review'> | null => {
  if (row.kind !== 'media') return null;
  const line = facts.lines.find((one) => one.line.id === row.line_id);
  return (line?.review?.reviewId as Id<'review'> | undefined) ?? null;
};

/** Renewed only when a third of the time is over: a page that looks again and again writes nothing. */
const isStale = ({ offered_at }: AskRow, now: Date): boolean =>
  offered_at === null || offered_at.getTime() < now.getTime() - reserved / 3;

async function reserve(tx: Tx, rows: readonly AskRow[], now: Date): Promise<void> {
  const stale = rows.filter((row) => isStale(row, now));
  if (stale.length === 0) return;
  await tx
    .updateTable('asks')
    .set({ offered_at: now })
    .where('store_id', '=', stale[0]?.store_id ?? '')
    .where(
      'ask_id',
      'in',
      stale.map(({ ask_id }) => ask_id),
    )
    .execute();
}

/** Later than this nobody keeps a page open for it. */
const longestWait = 24 * 60 * 60_000;

function refreshAfterOf({ outcomes }: Settled, now: Date): number | null {
  const waits = outcomes.flatMap(({ state, lookAgainAt }) => {
    const wait = state === 'ended' || lookAgainAt === null ? null : lookAgainAt.getTime() - now.getTime();
    return wait !== null && wait > 0 && wait <= longestWait ? [wait] : [];
  });
  return waits.length === 0 ? null : Math.max(60, Math.ceil(Math.min(...waits) / 1_000));
}

/** Has the shopper's other orders looked at again: what was shown here holds back what is due there. */
export async function lookElsewhere(tx: Tx, { storeId, orderId }: OrderKey, now: Date): Promise<void> {
  await sql`
    update ask_looks set look_again_at = ${now}
    from orders as mine join orders as others
      on others.store_id = mine.store_id and others.email_key = mine.email_key and others.order_id <> mine.order_id
    where mine.store_id = ${storeId} and mine.order_id = ${orderId}
      and ask_looks.store_id = others.store_id and ask_looks.order_id = others.order_id
      and ask_looks.look_again_at > ${now}`.execute(tx);
}
