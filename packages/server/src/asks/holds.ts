import { sql } from 'kysely';
import { endStatuses as claimEnds } from '../claims/transitions.ts';
import type { Tx } from '../db/database.ts';
import type { OrderKey } from '../orders/read-known.ts';
import type { SoldOrder } from '../orders/read-sold.ts';
import type { ReturnItemRow, ReturnRow } from '../returns/store.ts';
import { endStatuses as returnEnds } from '../returns/transitions.ts';
import { withParts } from '../settlement/index.ts';
import { addDays, withOffset } from '../tracking/calendar.ts';
import type { Hold } from './facts.ts';

/** What is open, or was, about each line of an order; by line. */
export type Holds = ReadonlyMap<string, readonly Hold[]>;

interface ReturnsOfOrder {
  readonly sold: SoldOrder;
  readonly returns: readonly ReturnRow[];
  readonly items: readonly ReturnItemRow[];
  readonly timeZone: string;
  readonly now: Date;
}

/** Reads what is open, or was, about the lines of an order. */
export async function readHolds(tx: Tx, key: OrderKey, of: ReturnsOfOrder): Promise<Holds> {
  const holds = new Map<string, Hold[]>();
  const add = (lineId: string, hold: Hold) => holds.set(lineId, [...(holds.get(lineId) ?? []), hold]);
  for (const [lineId, hold] of await holdsOfReturns(tx, key, of)) add(lineId, hold);
  for (const [lineId, hold] of await holdsOfClaims(tx, key)) add(lineId, hold);
  return holds;
}

/** When each case reached the status it has. */
async function reached(
  tx: Tx,
  storeId: string,
  kind: 'return' | 'claim',
  ids: readonly string[],
): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const audit = sql.table(`${kind}_audit`);
  const id = sql.ref(`${kind}_id`);
  const { rows } = await sql<{ id: string; at: Date }>`
    select ${id} as id, max(at) as at from ${audit}
    where store_id = ${storeId} and ${id} = any(${[...ids]}::text[]) and before is distinct from after
    group by ${id}`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.at]));
}

async function holdsOfReturns(
  tx: Tx,
  { storeId }: OrderKey,
  { sold, returns, items, timeZone, now }: ReturnsOfOrder,
): Promise<[string, Hold][]> {
  const ended = returns.filter(({ status }) => returnEnds.has(status));
  const ends = await reached(
    tx,
    storeId,
    'return',
    ended.map((row) => row.return_id),
  );
  return returns.flatMap((row) => {
    const hold: Hold = {
      kind: 'return',
      id: row.return_id,
      number: row.number,
      openedAt: row.created_at,
      closedAt: returnEnds.has(row.status)
        ? (ends.get(row.return_id) ?? row.updated_at)
        : neverSent(row, timeZone, now),
    };
    const named = items
      .filter((item) => item.return_id === row.return_id)
      .map(({ line_id, quantity }) => ({ lineId: line_id as SoldOrder['lines'][number]['id'], quantity }));
    const lines = new Set<string>(withParts(sold, named).map(({ lineId }) => lineId));
    return [...lines].map((lineId): [string, Hold] => [lineId, hold]);
  });
}

/** Who was allowed to send something back and did not in time kept it: the return is over with that day. */
export function neverSent(
  row: Pick<ReturnRow, 'status' | 'send_by'>,
  timeZone: string,
  now: Date,
): Date | null {
  if (row.status !== 'approved' || row.send_by === null) return null;
  const end = new Date(withOffset(timeZone, `${addDays(row.send_by, 1)}T00:00:00`));
  return end <= now ? end : null;
}

async function holdsOfClaims(tx: Tx, { storeId, orderId }: OrderKey): Promise<[string, Hold][]> {
  const rows = await tx
    .selectFrom('claims')
    .innerJoin('passports', (join) =>
      join
        .onRef('passports.store_id', '=', 'claims.store_id')
        .onRef('passports.passport_id', '=', 'claims.passport_id'),
    )
    .select([
      'claims.claim_id',
      'claims.number',
      'claims.status',
      'claims.created_at',
      'claims.updated_at',
      'line_id',
    ])
    .where('claims.store_id', '=', storeId)
    // Filed by this shopper, not by who has the item now.
    .where('claims.order_id', '=', orderId)
    .where('passports.order_id', '=', orderId)
    .execute();
  const ends = await reached(
    tx,
    storeId,
    'claim',
    rows.filter(({ status }) => claimEnds.has(status)).map((row) => row.claim_id),
  );
  return rows.map((row): [string, Hold] => [
    row.line_id,
    {
      kind: 'claim',
      id: row.claim_id,
      number: row.number,
      openedAt: row.created_at,
      closedAt: claimEnds.has(row.status) ? (ends.get(row.claim_id) ?? row.updated_at) : null,
    },
  ]);
}
