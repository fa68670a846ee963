import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { Locale } from '../text.ts';
import { WarrantyPolicy, WarrantyPolicyInput } from '../warranty-policy.ts';

const inLanguage = z.strictObject({ locale: z.optional(Locale) });

/** Reads the warranty policy in force. */
export const getWarrantyPolicy = {
  method: 'GET',
  path: '/v1/staff/warranty-policy',
  access: 'staff',
  summary: 'Read the warranty policy',
  description: 'The version in force, and the same in sentences.',
  query: inLanguage,
  output: WarrantyPolicy,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Writes a new version of the warranty policy. */
export const putWarrantyPolicy = {
  method: 'PUT',
  path: '/v1/staff/warranty-policy',
  access: 'staff',
  summary: 'Write a new version of the warranty policy',
  description:
    'In force at once for what is filed from now on; claims keep the version they were filed under. Writing the same again makes no new version.',
  query: inLanguage,
  body: WarrantyPolicyInput,
  output: WarrantyPolicy,
  problems: ['key_invalid', 'policy_contradiction'],
} as const satisfies Endpoint;

/** Lists all versions of the warranty policy. */
export const listWarrantyPolicies = {
  method: 'GET',
  path: '/v1/staff/warranty-policies',
  access: 'staff',
  summary: 'List all versions of the warranty policy',
  description: 'Newest first.',
  query: inLanguage,
  output: z.object({ items: z.array(WarrantyPolicy) }),
  problems: ['key_invalid'],
} as const satisfies Endpoint;
