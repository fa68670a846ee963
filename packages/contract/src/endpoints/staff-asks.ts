import '../zod-setup.ts';
import * as z from 'zod/mini';
import { AskFunnel, AsksQuery, StaffAsk, StaffAskDetail } from '../asks.ts';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf } from '../pages.ts';
import { ReviewPolicy, ReviewPolicyInput } from '../review-policy.ts';
import { Locale } from '../text.ts';

const inLanguage = z.strictObject({ locale: z.optional(Locale) });

/** Lists asks and how each stands. */
export const listAsks = {
  method: 'GET',
  path: '/v1/staff/asks',
  access: 'staff',
  summary: 'List asks and how each stands',
  description: 'Newest first, by kind, state, reason or order; each explained in a sentence.',
  query: AsksQuery,
  output: pageOf(StaffAsk),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Explains an ask. */
export const getStaffAsk = {
  method: 'GET',
  path: '/v1/staff/asks/{askId}',
  access: 'staff',
  summary: 'Explain an ask',
  description: 'Every decision about it, the newest first, in words. There is no way to end one by hand.',
  params: z.strictObject({ askId: idOf('ask') }),
  query: inLanguage,
  output: StaffAskDetail,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Counts asks by kind and reason. */
export const getAskFunnel = {
  method: 'GET',
  path: '/v1/staff/ask-funnel',
  access: 'staff',
  summary: 'Count asks by kind and reason',
  description: 'How many there are, were shown, dismissed and answered, and where the others stand.',
  query: inLanguage,
  output: AskFunnel,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads the review policy in force. */
export const getReviewPolicy = {
  method: 'GET',
  path: '/v1/staff/review-policy',
  access: 'staff',
  summary: 'Read the review policy',
  description: 'The version in force, and the same in sentences.',
  query: inLanguage,
  output: ReviewPolicy,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Writes a new version of the review policy. */
export const putReviewPolicy = {
  method: 'PUT',
  path: '/v1/staff/review-policy',
  access: 'staff',
  summary: 'Write a new version of the review policy',
  description:
    'In force at once; a reward that was promised stays as it was promised. Writing the same again makes no new version.',
  query: inLanguage,
  body: ReviewPolicyInput,
  output: ReviewPolicy,
  problems: ['key_invalid', 'policy_contradiction'],
} as const satisfies Endpoint;

/** Lists all versions of the review policy. */
export const listReviewPolicies = {
  method: 'GET',
  path: '/v1/staff/review-policies',
  access: 'staff',
  summary: 'List all versions of the review policy',
  description: 'Newest first.',
  query: inLanguage,
  output: z.object({ items: z.array(ReviewPolicy) }),
  problems: ['key_invalid'],
} as const satisfies Endpoint;
