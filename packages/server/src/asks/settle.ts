import type { Id } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';
import type { OrderKey } from '../orders/read-known.ts';
import { newId } from '../secrets/ids.ts';
import { type AskOutcome, decideAsks } from './decide.ts';
import { tellAsk } from './events.ts';
import { day, earliest, ruleVersion } from './limits.ts';
import { type AsksOfOrder, readAskFacts } from './read-facts.ts';
import { type AskRow, holdShopper } from './store.ts';

/** The asks of an order as they stand after they were decided. */
export interface Settled extends AsksOfOrder {
  readonly outcomes: readonly AskOutcome[];
  readonly rows: readonly AskRow[];
}

/** What has to be settled beside what there is to ask. */
export interface SettleOptions {
  /** Lines whose review gets a row even where it is not asked for: the plain form works whatever is asked. */
  readonly reviewRowsFor?: ReadonlySet<string>;
  /** Notes that everything known until now was looked at. Pages do not: it would be a row to write for each view. */
  readonly note?: boolean;
  /** Holds the shopper even where nothing changed, because something is about to be. */
  readonly hold?: boolean;
}

/** Days after which an order with an ask that did not end is looked at again, whatever it waits for. */
const atLeastEvery = 30;

/**
 * Decides the asks of an order and keeps what changed: a row for each decision that differs from the one before, the events
 * that go out with it, and when the order is looked at again. Deciding the same again writes nothing. Null when the store has
 * no such order.
 */
export async function settleAsks(
  tx: Tx,
  key: OrderKey,
  now: Date,
  { reviewRowsFor = new Set(), note = false, hold = false }: SettleOptions = {},
): Promise<Settled | null> {
  const isWanted = (outcome: AskOutcome): boolean =>
    isTold(outcome) || (outcome.kind === 'review' && reviewRowsFor.has(outcome.lineId));
  if (!note && !hold) {
    // Mostly nothing has changed: then nobody has to wait for anybody.
    const known = await readAskFacts(tx, key, now);
    if (!known) return null;
    const outcomes = outcomesOf(known);
    const isSettled = outcomes.every((outcome) => {
      const row = rowOf(known, outcome);
      return row ? isSameDecision(row, outcome) : !isWanted(outcome);
    });
    if (isSettled) return { ...known, outcomes };
  }
  if (!(await holdShopper(tx, key))) return null;
  const read = await readAskFacts(tx, key, now);
  if (!read) return null;
  const outcomes = outcomesOf(read);
  const kept: AskRow[] = [];
  const changed: Changed[] = [];
  const missing: AskOutcome[] = [];
  for (const outcome of outcomes) {
    const row = rowOf(read, outcome);
    if (!row && isWanted(outcome)) missing.push(outcome);
    else if (row && isSameDecision(row, outcome)) kept.push(row);
    else if (row) changed.push({ before: row, row: await change(tx, read, row, outcome, now) });
  }
  for (const row of await begin(tx, read, missing, now)) changed.push({ before: null, row });
  await keep(
    tx,
    changed.map(({ row }) => row),
  );
  for (const { before, row } of changed) await tell(tx, read, before, row, now);
  const rows = [...kept, ...changed.map(({ row }) => row)];
  await noteLook(tx, key, { next: nextLook(outcomes, now), note }, now);
  return { ...read, outcomes, rows };
}

interface Changed {
  /** Null for one that begins. */
  readonly before: AskRow | null;
  readonly row: AskRow;
}

/** What is decided; for asks about what is in the order no more, that there is nothing to ask. */
function outcomesOf({ facts, shopper, rows }: AsksOfOrder): AskOutcome[] {
  const decided = decideAsks(facts, shopper);
  const gone = rows
    .filter((row) => !decided.some((one) => one.kind === row.kind && one.lineId === row.line_id))
    .map(
      ({ kind, line_id }): AskOutcome => ({
        kind,
        lineId: line_id as Id<'line'>,
        state: 'ended',
        reason: 'nothing_to_ask',
        because: null,
        lookAgainAt: null,
      }),
    );
  return [...decided, ...gone];
}

const rowOf = ({ rows }: AsksOfOrder, { kind, lineId }: AskOutcome): AskRow | undefined =>
  rows.find((one) => one.kind === kind && one.line_id === lineId);

/** What was never asked and never will be is not written down: most items have nothing to register. */
const isTold = ({ state, reason }: AskOutcome): boolean =>
  state !== 'ended' || (reason !== 'nothing_to_ask' && reason !== 'switched_off');

const isSameDecision = (row: AskRow, { state, reason, because, lookAgainAt }: AskOutcome): boolean =>
  row.state === state &&
  row.reason === reason &&
  row.because?.id === because?.id &&
  row.look_again_at?.getTime() === lookAgainAt?.getTime();

const decisionOf = (read: AsksOfOrder, { state, reason, because, lookAgainAt }: AskOutcome) => ({
  state,
  reason,
  because: toMaybeJson(because),
  look_again_at: lookAgainAt,
  rule_version: ruleVersion,
  policy_version: read.policy.version,
});

function begin(tx: Tx, read: AsksOfOrder, outcomes: readonly AskOutcome[], now: Date): Promise<AskRow[]> {
  if (outcomes.length === 0) return Promise.resolve([]);
  const { storeId, orderId } = read.key;
  const row = (outcome: AskOutcome) => ({
    store_id: storeId,
    ask_id: newId('ask', now.getTime()),
    kind: outcome.kind,
    order_id: orderId,
    line_id: outcome.lineId,
    ...decisionOf(read, outcome),
    revision: 1,
    decided_at: now,
    dismissals: toJson([]),
    ...momentsOf(outcome, null, read, now),
    created_at: now,
  });
  return tx.insertInto('asks').values(outcomes.map(row)).returningAll().execute();
}

function change(tx: Tx, read: AsksOfOrder, before: AskRow, outcome: AskOutcome, now: Date): Promise<AskRow> {
  return tx
    .updateTable('asks')
    .set({
      ...decisionOf(read, outcome),
      revision: before.revision + 1,
      decided_at: now,
      ...momentsOf(outcome, before, read, now),
    })
    .where('store_id', '=', before.store_id)
    .where('ask_id', '=', before.ask_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Moments that are set once and stay. */
function momentsOf(outcome: AskOutcome, before: AskRow | null, read: AsksOfOrder, now: Date) {
  const { state, reason } = outcome;
  const isDone = reason === 'answered' || reason === 'done_already';
  return {
    due_at: before?.due_at ?? (state === 'due' ? now : null),
    answered_at: before?.answered_at ?? (isDone ? answeredAt(outcome, read, now) : null),
    ended_at: before?.ended_at ?? (state === 'ended' ? now : null),
  };
}

function answeredAt({ kind, lineId }: AskOutcome, { facts, shopper }: AsksOfOrder, now: Date): Date {
  if (kind === 'referral') return shopper?.sharedAt ?? now;
  const line = facts.lines.find((one) => one.line.id === lineId);
  const at = kind === 'review' ? line?.review?.sentAt : line?.registration.registeredAt;
  return (kind === 'media' ? null : at) ?? now;
}

async function keep(tx: Tx, rows: readonly AskRow[]): Promise<void> {
  if (rows.length === 0) return;
  const decision = (row: AskRow) => ({
    store_id: row.store_id,
    ask_id: row.ask_id,
    sequence: row.revision,
    at: row.decided_at,
    state: row.state,
    reason: row.reason,
    because: toMaybeJson(row.because),
    look_again_at: row.look_again_at,
    rule_version: row.rule_version,
    policy_version: row.policy_version,
  });
  await tx.insertInto('ask_decisions').values(rows.map(decision)).execute();
}

/** Tells each fact once: that it became due the first time, and how it ended. */
async function tell(
  tx: Tx,
  { sold }: AsksOfOrder,
  before: AskRow | null,
  row: AskRow,
  now: Date,
): Promise<void> {
  if (row.due_at !== null && !before?.due_at) await tellAsk(tx, 'ask.due', sold, row, now);
  if (row.ended_at !== null && !before?.ended_at) {
    await tellAsk(tx, row.reason === 'answered' ? 'ask.answered' : 'ask.ended', sold, row, now);
  }
}

function nextLook(outcomes: readonly AskOutcome[], now: Date): Date | null {
  const open = outcomes.filter(({ state }) => state !== 'ended');
  if (open.length === 0) return null;
  // A day of its own for all looks of a day, so that looking twice changes nothing.
  const atLast = new Date(Math.ceil(now.getTime() / day + atLeastEvery) * day);
  return earliest([...open.flatMap(({ lookAgainAt }) => lookAgainAt ?? []), atLast]);
}

async function noteLook(
  tx: Tx,
  { storeId, orderId }: OrderKey,
  { next, note }: { readonly next: Date | null; readonly note: boolean },
  now: Date,
): Promise<void> {
  await sql`
    insert into ask_looks as known (store_id, order_id, looked_at, look_again_at)
    values (${storeId}, ${orderId}, ${now}, ${next})
    on conflict (store_id, order_id) do update
      set looked_at = excluded.looked_at, look_again_at = excluded.look_again_at
      where ${note} or known.look_again_at is distinct from excluded.look_again_at`.execute(tx);
}
