import type { WarrantyPolicyInput } from '@postlude/contract';
import type { Json, Moment } from '../columns.ts';

/** A version of a store's warranty policy. Versions are 1, 2, … without a gap. */
export interface WarrantyPoliciesTable {
  store_id: string;
  policy_id: string;
  version: number;
  valid_from: Moment;
  policy: Json<WarrantyPolicyInput>;
}

/** The tables of migration 9. */
export interface WarrantyPoliciesTables {
  warranty_policies: WarrantyPoliciesTable;
}
