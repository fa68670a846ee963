import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { ReturnPolicy, ReturnPolicyInput } from '../return-policy.ts';
import { Locale } from '../text.ts';

const inLanguage = z.strictObject({ locale: z.optional(Locale) });

/** Reads the return policy in force. */
export const getReturnPolicy = {
  method: 'GET',
  path: '/v1/staff/return-policy',
  access: 'staff',
  summary: 'Read the return policy',
  description: 'The version in force, and the same in sentences.',
  query: inLanguage,
  output: ReturnPolicy,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Writes a new version of the return policy. */
export const putReturnPolicy = {
  method: 'PUT',
  path: '/v1/staff/return-policy',
  access: 'staff',
  summary: 'Write a new version of the return policy',
  description:
    'In force at once for what is filed from now on; returns keep the version they were filed under. Writing the same again makes no new version.',
  query: inLanguage,
  body: ReturnPolicyInput,
  output: ReturnPolicy,
  problems: ['key_invalid', 'policy_contradiction'],
} as const satisfies Endpoint;

/** Lists all versions of the return policy. */
export const listReturnPolicies = {
  method: 'GET',
  path: '/v1/staff/return-policies',
  access: 'staff',
  summary: 'List all versions of the return policy',
  description: 'Newest first.',
  query: inLanguage,
  output: z.object({ items: z.array(ReturnPolicy) }),
  problems: ['key_invalid'],
} as const satisfies Endpoint;
