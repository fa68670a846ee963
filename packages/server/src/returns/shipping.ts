import type { Tx } from '../db/database.ts';
import type { Fact } from '../ingest/facts.ts';
import { type CaseOf, readCase } from './case.ts';
import { tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import { readParcelOf, subjectsOf } from './parcel.ts';
import { record } from './record.ts';
import { holdReturn, type ReturnRow } from './store.ts';
import { next } from './transitions.ts';

/** Marks a return as on its way once a carrier has its parcel in hand, and tells so once. */
export async function shipIfLeft(tx: Tx, row: ReturnRow, of: CaseOf, now: Date): Promise<ReturnRow> {
  const to = next('ship', lifeOf(row, of.policy));
  if (to === null || to === 'same') return row;
  const { items, known } = of;
  const parcel = await readParcelOf(tx, { row, items, lines: known.lines, store: known.store }, now);
  if (!parcel?.left) return row;
  const shipped = await record(tx, row, { action: 'ship', by: 'carrier', to }, now);
  await tellEvent(tx, 'return.shipped', of.sold, shipped, items, now);
  return shipped;
}

/** Looks whether news that were just written are about parcels of returns. Called with every message that is applied. */
export async function noteReturnParcels(
  tx: Tx,
  storeId: string,
  facts: readonly Fact[],
  now: Date,
): Promise<void> {
  const subjects = subjectsOf(facts);
  if (subjects.length === 0) return;
  const waiting = await tx
    .selectFrom('returns')
    .select('return_id')
    .where('store_id', '=', storeId)
    .where('subject', 'in', subjects)
    .where('status', '=', 'approved')
    .orderBy('return_id')
    .execute();
  for (const { return_id: returnId } of waiting) {
    const held = await holdReturn(tx, { storeId, returnId });
    await shipIfLeft(tx, held, await readCase(tx, held, now), now);
  }
}
