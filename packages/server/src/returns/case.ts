import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { type ReturnFacts, readFacts } from './facts.ts';
import { type ReturnItemRow, type ReturnRow, readItems } from './store.ts';

/** The facts of a return's order under the policy it was filed under, and its own items. */
export interface CaseOf extends Omit<ReturnFacts, 'items'> {
  readonly items: readonly ReturnItemRow[];
}

/** Reads the case of a return. */
export async function readCase(tx: Tx, row: ReturnRow, now: Date): Promise<CaseOf> {
  const facts = await readFacts(tx, {
    storeId: row.store_id,
    orderId: row.order_id,
    isGift: row.is_gift,
    policyVersion: row.policy_version,
    now,
  });
  if (!facts) throw new ApiProblem('not_found');
  return { ...facts, items: await readItems(tx, row.store_id, [row.return_id]) };
}
