import type { ReturnPolicyInput } from '@postlude/contract';
import { defaultPolicy } from './defaults.ts';
import { type PolicyVersion, policyVersions } from './policy-versions.ts';

/** A version of a store's return policy. */
export type StoredPolicy = PolicyVersion<'policy', ReturnPolicyInput>;

const versions = policyVersions<'policy', ReturnPolicyInput>({
  table: 'return_policies',
  id: 'policy',
  idAtStart: (digits) => `pol_${digits}`,
  atStart: defaultPolicy,
});

/** The return policy for what is filed now. */
export const policyInForce = versions.inForce;
/** The return policy as it was in one version; null when there never was that version. */
export const policyOfVersion = versions.ofVersion;
/** Every version of the return policy, newest first, down to version 0. */
export const listPolicies = versions.list;
/** Makes a return policy the one in force. */
export const writePolicy = versions.write;
