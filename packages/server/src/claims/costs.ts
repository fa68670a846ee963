import type { ClaimCostInput, StaffClaim } from '@postlude/contract';
import type * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { ClaimCase } from './case.ts';
import { type ClaimKey, keyOf } from './store.ts';

/** The costs of a claim, oldest first. */
export async function readCosts(tx: Tx, { storeId, claimId }: ClaimKey): Promise<StaffClaim['costs']> {
  const rows = await tx
    .selectFrom('claim_costs')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('claim_id', '=', claimId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ at, kind, amount, currency, note }) => ({
    at: at.toISOString(),
    kind,
    price: { amount, currency },
    note,
  }));
}

/** Notes what a claim cost. It is possible at any time: bills come late. */
export async function addCost(
  tx: Tx,
  of: ClaimCase,
  { by, kind, price, note }: z.infer<typeof ClaimCostInput>,
): Promise<ClaimCase> {
  if (price.amount < 0) {
    throw new ApiProblem('invalid_input', {
      fields: { 'price.amount': 'This cannot be less than nothing.' },
    });
  }
  const { storeId, claimId } = keyOf(of.row);
  const { last } = await tx
    .selectFrom('claim_costs')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('store_id', '=', storeId)
    .where('claim_id', '=', claimId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('claim_costs')
    .values({
      store_id: storeId,
      claim_id: claimId,
      sequence: Number(last ?? 0) + 1,
      at: of.now,
      by: by?.trim() || 'staff',
      kind,
      amount: price.amount,
      currency: price.currency,
      note: note?.trim() || null,
    })
    .execute();
  return of;
}
