import type { AskResponse, CurrentAsk } from '@postlude/contract';
import type { Updateable } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { AsksTable } from '../db/schema/asks.ts';
import { toJson } from '../db/values.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { OrderKey } from '../orders/read-known.ts';
import { dayIn } from '../tracking/calendar.ts';
import { hasTurn } from './caps.ts';
import { currentAsk, lookElsewhere, nothing } from './current.ts';
import { tellAsk } from './events.ts';
import { type Settled, settleAsks } from './settle.ts';
import { type AskRow, askedFactOf } from './store.ts';

/**
 * Keeps that an offer was shown or dismissed. Saying it again changes nothing; what was answered meanwhile stays answered; what
 * was never given to a page is not believed. After a dismissal there is nothing more to show on that page.
 *
 * @throws ApiProblem `not_found` for an ask of another order.
 */
export async function respondToAsk(
  tx: Tx,
  key: OrderKey,
  { askIds, response }: AskResponse,
  now: Date,
): Promise<CurrentAsk> {
  const settled = await settleAsks(tx, key, now, { hold: true });
  if (!settled) throw new ApiProblem('not_found');
  const rows = askIds.map((id) => {
    const row = settled.rows.find(({ ask_id }) => ask_id === id);
    if (!row) throw new ApiProblem('not_found');
    return row;
  });
  for (const row of new Set(rows)) {
    if (row.state === 'ended' || row.offered_at === null) continue;
    const shown = await show(tx, settled, row, now);
    if (response === 'dismissed' && shown) await dismiss(tx, settled, shown, now);
  }
  await lookElsewhere(tx, key, now);
  if (response === 'shown') return currentAsk(tx, key, now);
  await settleAsks(tx, key, now);
  return nothing;
}

/** Null for what has no turn and gets none: it was dismissed on another page, or had its time. */
async function show(tx: Tx, settled: Settled, row: AskRow, now: Date): Promise<AskRow | null> {
  const isRunning = hasTurn(askedFactOf(row), now);
  // Two pages may have been given it at the same moment: what was never shown before was shown, whatever came first.
  if (!isRunning && row.state !== 'due' && row.turns > 0) return null;
  const { timeZone } = settled;
  const today = dayIn(timeZone, now.getTime());
  const isNewDay = row.last_shown_at === null || dayIn(timeZone, row.last_shown_at.getTime()) !== today;
  const shown = await write(tx, row, {
    ...(isRunning ? {} : { turns: row.turns + 1, turn_at: now }),
    ...(isNewDay ? { times_shown: row.times_shown + 1 } : {}),
    first_shown_at: row.first_shown_at ?? now,
    last_shown_at: now,
  });
  if (row.first_shown_at === null) await tellAsk(tx, 'ask.shown', settled.sold, shown, now);
  return shown;
}

async function dismiss(tx: Tx, settled: Settled, row: AskRow, now: Date): Promise<void> {
  const dismissed = await write(tx, row, { dismissals: toJson([...row.dismissals, now.toISOString()]) });
  await tellAsk(tx, 'ask.dismissed', settled.sold, dismissed, now);
}

const write = (tx: Tx, row: AskRow, set: Updateable<AsksTable>): Promise<AskRow> =>
  tx
    .updateTable('asks')
    .set(set)
    .where('store_id', '=', row.store_id)
    .where('ask_id', '=', row.ask_id)
    .returningAll()
    .executeTakeFirstOrThrow();
