import type { Tx } from '../db/database.ts';
import type { Fact } from '../ingest/facts.ts';
import { holdCaseOf, type ReturnCase } from './case.ts';
import { tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import { readParcelOf, subjectsOf } from './parcel.ts';
import { record } from './record.ts';
import { next } from './transitions.ts';

/** Marks a return as on its way once a carrier has its parcel in hand, and tells so once. */
export async function shipIfLeft(tx: Tx, of: ReturnCase): Promise<ReturnCase> {
  const { row, items, known, policy, now } = of;
  const to = next('ship', lifeOf(row, policy));
  if (to === null || to === 'same') return of;
  const parcel = await readParcelOf(tx, { row, items, lines: known.lines, store: known.store }, now);
  if (!parcel?.left) return of;
  const shipped = await record(tx, of, { action: 'ship', by: 'carrier', to });
  await tellEvent(tx, 'return.shipped', shipped);
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
    await shipIfLeft(tx, await holdCaseOf(tx, { storeId, returnId }, now));
  }
}
