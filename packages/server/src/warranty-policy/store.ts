import type { WarrantyPolicyInput } from '@postlude/contract';
import { type PolicyVersion, policyVersions } from '../policy/policy-versions.ts';
import { defaultWarrantyPolicy } from './defaults.ts';

/** A version of a store's warranty policy. */
export type StoredWarrantyPolicy = PolicyVersion<'warrantyPolicy', WarrantyPolicyInput>;

const versions = policyVersions<'warrantyPolicy', WarrantyPolicyInput>({
  table: 'warranty_policies',
  id: 'warrantyPolicy',
  idAtStart: (digits) => `wpl_${digits}`,
  atStart: defaultWarrantyPolicy,
});

/** The warranty policy for what is registered or filed now. */
export const warrantyPolicyInForce = versions.inForce;
/** The warranty policy as it was in one version; null when there never was that version. */
export const warrantyPolicyOfVersion = versions.ofVersion;
/** Every version of the warranty policy, newest first, down to version 0. */
export const listWarrantyPolicyVersions = versions.list;
/** Makes a warranty policy the one in force. */
export const writeWarrantyPolicy = versions.write;
