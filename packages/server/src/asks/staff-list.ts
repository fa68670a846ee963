import {
  type AskDecision,
  type AskFunnel,
  askKinds,
  type EndpointArguments,
  type Id,
  type StaffAsk,
  type StaffAskDetail,
} from '@postlude/contract';
import type { listAsks } from '@postlude/contract/endpoints';
import type { Selectable } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { AskDecisionsTable } from '../db/schema/asks.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';
import { pickText } from '../policy/pick-text.ts';
import { type AskRow, idOfAsk } from './store.ts';
import { type AskReader, decisionWords, reasonWords } from './words.ts';

type Query = EndpointArguments<typeof listAsks>['query'];

interface TitledRow extends AskRow {
  readonly order_number: string;
  readonly title: string | null;
}

const titled = (tx: Tx, storeId: string) =>
  tx
    .selectFrom('asks')
    .innerJoin('orders', (join) =>
      join.onRef('orders.store_id', '=', 'asks.store_id').onRef('orders.order_id', '=', 'asks.order_id'),
    )
    // A line may have been taken out of its order since.
    .leftJoin('order_lines', (join) =>
      join
        .onRef('order_lines.store_id', '=', 'asks.store_id')
        .onRef('order_lines.line_id', '=', 'asks.line_id'),
    )
    .selectAll('asks')
    .select(['orders.number as order_number', 'order_lines.title'])
    .where('asks.store_id', '=', storeId);

/** A page of a store's asks, newest first. */
export async function listAsksOf(
  tx: Tx,
  storeId: string,
  { kind, state, reason, order, cursor, limit = defaultLimit }: Query,
  reader: AskReader,
): Promise<{ items: StaffAsk[]; next: string | null }> {
  const after = readCursor(cursor, [/^ask_[0-9a-f]{32}$/]);
  let query = titled(tx, storeId);
  if (kind !== undefined) query = query.where('asks.kind', '=', kind);
  if (state !== undefined) query = query.where('asks.state', '=', state);
  if (reason !== undefined) query = query.where('asks.reason', '=', reason);
  if (order !== undefined) query = query.where('asks.order_id', '=', order);
  if (after) query = query.where('asks.ask_id', '<', after[0] ?? '');
  const rows = await query
    .orderBy('asks.ask_id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    (row) => shown(row, reader),
    (row) => [row.ask_id],
  );
}

/** An ask with every decision about it, the newest first; null when the store has none with this id. */
export async function explainAsk(
  tx: Tx,
  storeId: string,
  askId: string,
  reader: AskReader,
): Promise<StaffAskDetail | null> {
  const row = await titled(tx, storeId).where('asks.ask_id', '=', askId).executeTakeFirst();
  if (!row) return null;
  const decisions = await tx
    .selectFrom('ask_decisions')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('ask_id', '=', askId)
    .orderBy('sequence', 'desc')
    .execute();
  return {
    ask: shown(row, reader),
    decisions: decisions.map((one) => {
      const decision = decisionOf(one);
      return { decision, words: decisionWords(row.kind, decision, reader) };
    }),
  };
}

/** How many asks of each kind there are, and where they stand. */
export async function askFunnel(tx: Tx, storeId: string, reader: AskReader): Promise<AskFunnel> {
  const rows = await tx
    .selectFrom('asks')
    .select((is) => [
      'kind',
      'state',
      'reason',
      is.fn.countAll<number>().as('asks'),
      is.fn.countAll<number>().filterWhere('times_shown', '>', 0).as('shown'),
      is.fn
        .countAll<number>()
        .filterWhere(is.fn('jsonb_array_length', ['dismissals']), '>', 0)
        .as('dismissed'),
    ])
    .where('store_id', '=', storeId)
    .groupBy(['kind', 'state', 'reason'])
    .execute();
  return {
    kinds: askKinds.map((kind) => {
      const mine = rows.filter((row) => row.kind === kind);
      const sum = (field: 'asks' | 'shown' | 'dismissed', of = mine): number =>
        of.reduce((total, row) => total + Number(row[field]), 0);
      return {
        kind,
        asks: sum('asks'),
        shown: sum('shown'),
        dismissed: sum('dismissed'),
        answered: sum(
          'asks',
          mine.filter(({ reason }) => reason === 'answered'),
        ),
        standing: mine
          .map(({ state, reason, asks }) => ({
            state,
            reason,
            asks: Number(asks),
            words: reasonWords(kind, reason, reader),
          }))
          .toSorted((a, b) => b.asks - a.asks || (a.reason < b.reason ? -1 : 1)),
      };
    }),
  };
}

const decisionOf = (
  row: Pick<
    Selectable<AskDecisionsTable>,
    'at' | 'state' | 'reason' | 'because' | 'look_again_at' | 'rule_version' | 'policy_version'
  >,
): AskDecision => ({
  at: row.at.toISOString(),
  state: row.state,
  reason: row.reason,
  because: row.because,
  lookAgainAt: row.look_again_at?.toISOString() ?? null,
  ruleVersion: row.rule_version,
  policyVersion: row.policy_version,
});

function shown(row: TitledRow, reader: AskReader): StaffAsk {
  const decision = decisionOf({ ...row, at: row.decided_at });
  const dismissed = row.dismissals.at(-1) ?? null;
  return {
    id: idOfAsk(row),
    kind: row.kind,
    orderId: row.order_id as Id<'order'>,
    orderNumber: row.order_number,
    lineId: row.line_id as Id<'line'>,
    title: row.title ?? '',
    decision,
    words: decisionWords(row.kind, decision, reader),
    firstShownAt: row.first_shown_at?.toISOString() ?? null,
    timesShown: row.times_shown,
    dismissedAt: dismissed,
    answeredAt: row.answered_at?.toISOString() ?? null,
    reward: row.reward && {
      id: row.reward.id,
      label: pickText(row.reward.label, reader.locale ?? null, reader.store.locale) ?? '',
    },
    createdAt: row.created_at.toISOString(),
  };
}
