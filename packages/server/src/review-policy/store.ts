import type { ReviewPolicyInput } from '@postlude/contract';
import { type PolicyVersion, policyVersions } from '../policy/policy-versions.ts';
import { defaultReviewPolicy } from './defaults.ts';

/** A version of a store's review policy. */
export type StoredReviewPolicy = PolicyVersion<'reviewPolicy', ReviewPolicyInput>;

const versions = policyVersions<'reviewPolicy', ReviewPolicyInput>({
  table: 'review_policies',
  id: 'reviewPolicy',
  idAtStart: (digits) => `rvp_${digits}`,
  atStart: defaultReviewPolicy,
});

/** The review policy for what is asked, sent and shown now. */
export const reviewPolicyInForce = versions.inForce;
/** The review policy as it was in one version; null when there never was that version. */
export const reviewPolicyOfVersion = versions.ofVersion;
/** Every version of the review policy, newest first, down to version 0. */
export const listReviewPolicyVersions = versions.list;
/** Makes a review policy the one in force. */
export const writeReviewPolicy = versions.write;
