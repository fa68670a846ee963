import type { WarrantyPolicyInput } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { warrantyContradictions } from './contradictions.ts';
import { type StoredWarrantyPolicy, writeWarrantyPolicy } from './store.ts';

/** Writes a warranty policy as the one in force. Throws `policy_contradiction` with the fields that do not go together. */
export async function saveWarrantyPolicy(
  tx: Tx,
  storeId: string,
  policy: WarrantyPolicyInput,
  now: Date,
): Promise<StoredWarrantyPolicy> {
  const fields = warrantyContradictions(policy);
  if (Object.keys(fields).length > 0) throw new ApiProblem('policy_contradiction', { fields });
  return writeWarrantyPolicy(tx, storeId, policy, now);
}
