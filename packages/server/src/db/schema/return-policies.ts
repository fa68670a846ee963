import type { ReturnPolicyInput } from '@postlude/contract';
import type { Json, Moment } from '../columns.ts';

/** A version of a store's return policy. Versions are 1, 2, … without a gap. */
export interface ReturnPoliciesTable {
  store_id: string;
  policy_id: string;
  version: number;
  valid_from: Moment;
  policy: Json<ReturnPolicyInput>;
}

/** The tables of migration 7. */
export interface ReturnPoliciesTables {
  return_policies: ReturnPoliciesTable;
}
