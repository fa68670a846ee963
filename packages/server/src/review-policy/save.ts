import type { ReviewPolicyInput } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { reviewContradictions } from './contradictions.ts';
import { type StoredReviewPolicy, writeReviewPolicy } from './store.ts';

/** Writes a review policy as the one in force. Throws `policy_contradiction` with the fields that do not go together. */
export async function saveReviewPolicy(
  tx: Tx,
  storeId: string,
  policy: ReviewPolicyInput,
  now: Date,
): Promise<StoredReviewPolicy> {
  const fields = reviewContradictions(policy);
  if (Object.keys(fields).length > 0) throw new ApiProblem('policy_contradiction', { fields });
  return writeReviewPolicy(tx, storeId, policy, now);
}
