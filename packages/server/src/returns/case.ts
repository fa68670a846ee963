import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { type OrderFacts, readOrderFacts } from './facts.ts';
import { holdKnown, type ReturnItemRow, type ReturnKey, type ReturnRow, readReturn } from './store.ts';

/**
 * A return, its own items, and the facts of its order under the policy it was filed under. It is read once for each request:
 * what is done to it hands it on as it is then.
 */
export interface ReturnCase extends Omit<OrderFacts, 'items'> {
  readonly row: ReturnRow;
  readonly items: readonly ReturnItemRow[];
  /** Those of all returns of the order. */
  readonly orderItems: readonly ReturnItemRow[];
}

/** Reads what belongs to a return. */
export async function readCase(tx: Tx, row: ReturnRow, now: Date): Promise<ReturnCase> {
  const facts = await readOrderFacts(tx, {
    storeId: row.store_id,
    orderId: row.order_id,
    isGift: row.is_gift,
    policyVersion: row.policy_version,
    now,
  });
  if (!facts) throw new ApiProblem('not_found');
  return caseIn(facts, row);
}

/** The case of a return whose order's facts are read already. */
export const caseIn = (facts: OrderFacts, row: ReturnRow): ReturnCase => ({
  ...facts,
  row,
  items: facts.items.filter((item) => item.return_id === row.return_id),
  orderItems: facts.items,
});

/**
 * Reads a return with what belongs to it, and holds it and its order until the transaction ends.
 *
 * @throws ApiProblem `not_found`.
 */
export async function holdCase(tx: Tx, known: ReturnRow, now: Date): Promise<ReturnCase> {
  return readCase(tx, await holdKnown(tx, known), now);
}

/**
 * As `holdCase`, of a return that was not looked at yet.
 *
 * @throws ApiProblem `not_found`.
 */
export async function holdCaseOf(tx: Tx, key: ReturnKey, now: Date): Promise<ReturnCase> {
  const known = await readReturn(tx, key);
  if (!known) throw new ApiProblem('not_found');
  return holdCase(tx, known, now);
}
