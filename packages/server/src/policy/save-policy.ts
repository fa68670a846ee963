import type { ReturnPolicyInput } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { contradictionsOf } from './contradictions.ts';
import { type StoredPolicy, writePolicy } from './store.ts';

/** Writes a policy as the one in force. Throws `policy_contradiction` with the fields that do not go together. */
export async function savePolicy(
  tx: Tx,
  storeId: string,
  policy: ReturnPolicyInput,
  now: Date,
): Promise<StoredPolicy> {
  const fields = contradictionsOf(policy);
  if (Object.keys(fields).length > 0) throw new ApiProblem('policy_contradiction', { fields });
  return writePolicy(tx, storeId, policy, now);
}
