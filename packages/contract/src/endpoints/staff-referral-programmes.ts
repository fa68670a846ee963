import '../zod-setup.ts';
import * as z from 'zod/mini';
import { Bytes } from '../bytes.ts';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { ReferralProgramme, ReferralProgrammeInput } from '../referral-programmes.ts';
import { CodeImport, CodeImportQuery, CodePools, codeFileLimit } from '../staff-referrals.ts';
import { Locale } from '../text.ts';

const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const ofProgramme = z.strictObject({ programmeId: idOf('referralProgramme') });
const ofImport = z.strictObject({ importId: idOf('codeImport') });
const some = z.object({ items: z.array(ReferralProgramme) });

/** Starts a programme. */
export const createReferralProgramme = {
  method: 'POST',
  path: '/v1/staff/referral-programmes',
  access: 'staff',
  summary: 'Start a referral programme',
  description: 'Several may run at once; a shopper takes part in the newest that fits.',
  query: inLanguage,
  body: ReferralProgrammeInput,
  output: ReferralProgramme,
  status: 201,
  problems: ['key_invalid', 'policy_contradiction'],
} as const satisfies Endpoint;

/** Lists the programmes. */
export const listReferralProgrammes = {
  method: 'GET',
  path: '/v1/staff/referral-programmes',
  access: 'staff',
  summary: 'List the referral programmes',
  description: 'The version in force of each, the newest programme first.',
  query: inLanguage,
  output: some,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Writes a new version of a programme. */
export const putReferralProgramme = {
  method: 'PUT',
  path: '/v1/staff/referral-programmes/{programmeId}',
  access: 'staff',
  summary: 'Write a new version of a programme',
  description:
    'In force at once. What was claimed goes on under the version it was claimed by. Writing the same again makes no new version.',
  params: ofProgramme,
  query: inLanguage,
  body: ReferralProgrammeInput,
  output: ReferralProgramme,
  problems: ['key_invalid', 'not_found', 'policy_contradiction'],
} as const satisfies Endpoint;

/** Lists all versions of a programme. */
export const listReferralProgrammeVersions = {
  method: 'GET',
  path: '/v1/staff/referral-programmes/{programmeId}/versions',
  access: 'staff',
  summary: 'List all versions of a programme',
  description: 'Newest first.',
  params: ofProgramme,
  query: inLanguage,
  output: some,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Imports codes for rewards. */
export const importCodes = {
  method: 'POST',
  path: '/v1/staff/code-imports',
  access: 'staff',
  summary: 'Import codes for rewards',
  description:
    'CSV with a column `code` and, if there is one, `expires_at`. Answers at once; the import goes on and tells its progress. The same file again adds nothing.',
  query: CodeImportQuery,
  bodyKind: 'raw',
  bodyTypes: ['text/csv'],
  bodyLimit: codeFileLimit,
  output: CodeImport,
  status: 202,
  problems: ['key_invalid', 'not_found', 'too_large', 'upload_damaged'],
} as const satisfies Endpoint;

/** Reads how far an import of codes is. */
export const getCodeImport = {
  method: 'GET',
  path: '/v1/staff/code-imports/{importId}',
  access: 'staff',
  summary: 'Read how far an import of codes is',
  description: 'With the first thousand bad rows, and a look at the first codes.',
  params: ofImport,
  output: CodeImport,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Takes an import of codes back. */
export const undoCodeImport = {
  method: 'POST',
  path: '/v1/staff/code-imports/{importId}/undo',
  access: 'staff',
  summary: 'Take an import of codes back',
  description: 'Removes those of its codes that nobody was given.',
  params: ofImport,
  output: CodeImport,
  problems: ['key_invalid', 'not_found', 'action_not_possible'],
} as const satisfies Endpoint;

/** Tells how full the pools of codes are. */
export const listCodePools = {
  method: 'GET',
  path: '/v1/staff/code-pools',
  access: 'staff',
  summary: 'Tell how full the pools of codes are',
  description: 'Of each programme and side that takes its codes from a pool.',
  output: CodePools,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Exports the referrals of a programme. */
export const exportReferrals = {
  method: 'GET',
  path: '/v1/staff/referral-exports',
  access: 'staff',
  summary: 'Export referrals',
  description:
    'CSV: one row for each referral with its state, reason, order, score and rewards; nothing a spreadsheet would run.',
  query: z.strictObject({ programme: z.optional(idOf('referralProgramme')) }),
  output: Bytes,
  outputKind: 'bytes',
  problems: ['key_invalid'],
} as const satisfies Endpoint;
