import type { BenefitKind, ClaimSummary, Id } from '@postlude/contract';
import type { DoneClaim } from '../cover/index.ts';
import type { Tx } from '../db/database.ts';
import type { ClaimRow } from './store.ts';
import { endStatuses } from './transitions.ts';

/** A claim about a unit, as the unit's passport and its covers take it. */
export interface ClaimOfPassport {
  readonly summary: ClaimSummary;
  /** The order of the owner who filed it: another owner may not see its summary. */
  readonly orderId: Id<'order'>;
  /** What was done in the end; null while nothing was. */
  readonly done: DoneClaim | null;
  /** What of a plan it used up; null for nothing. */
  readonly usedBenefit: BenefitKind | null;
  readonly open: boolean;
}

/** Reads the claims of some units, newest first; by passport. Units without a claim are not in it. */
export async function claimsOf(
  tx: Tx,
  storeId: string,
  passportIds: readonly string[],
): Promise<Map<string, ClaimOfPassport[]>> {
  const found = new Map<string, ClaimOfPassport[]>();
  if (passportIds.length === 0) return found;
  const rows = await tx
    .selectFrom('claims')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('passport_id', 'in', [...passportIds])
    .orderBy('claim_id', 'desc')
    .execute();
  for (const row of rows) found.set(row.passport_id, [...(found.get(row.passport_id) ?? []), ofRow(row)]);
  return found;
}

/** How often each benefit of a plan was used. */
export function benefitsUsed(claims: readonly ClaimOfPassport[]): Partial<Record<BenefitKind, number>> {
  const used: Partial<Record<BenefitKind, number>> = {};
  for (const { usedBenefit } of claims) if (usedBenefit) used[usedBenefit] = (used[usedBenefit] ?? 0) + 1;
  return used;
}

/** What was done under some claims. */
export const doneOf = (claims: readonly ClaimOfPassport[]): DoneClaim[] =>
  claims.flatMap(({ done }) => (done ? [done] : []));

/** A claim in a list. */
export const summaryOf = (row: ClaimRow): ClaimSummary => ({
  id: row.claim_id as Id<'claim'>,
  number: row.number,
  status: row.status,
  symptom: row.symptom,
  createdAt: row.created_at.toISOString(),
  doneOn: row.done_on,
});

function ofRow(row: ClaimRow): ClaimOfPassport {
  const { route, outcome, received_on: receivedOn, done_on: doneOn } = row;
  return {
    summary: summaryOf(row),
    orderId: row.order_id as Id<'order'>,
    done: outcome && doneOn ? { route, outcome, receivedOn, doneOn } : null,
    usedBenefit: route === 'warranty' && outcome ? (benefitOf[outcome] ?? null) : null,
    open: !endStatuses.has(row.status),
  };
}

/** What of a plan an outcome counts as. */
const benefitOf: Partial<Record<NonNullable<ClaimRow['outcome']>, BenefitKind>> = {
  repaired: 'repair',
  kit_sent: 'kit',
  replaced: 'replacement',
};
