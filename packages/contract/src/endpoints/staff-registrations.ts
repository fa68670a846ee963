import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf } from '../pages.ts';
import { Passport } from '../passports.ts';
import type { ProblemCode } from '../problems.ts';
import {
  CorrectInput,
  PlainRegistrationAction,
  RegistrationSummary,
  RegistrationsQuery,
  RejectInput,
  SerialImport,
  StaffRegistration,
  serialListLimit,
} from '../staff-registrations.ts';
import { Locale, text } from '../text.ts';

const ofRegistration = z.strictObject({ registrationId: idOf('registration') });
const problems = [
  'key_invalid',
  'not_found',
  'action_not_possible',
] as const satisfies readonly ProblemCode[];

const action = <Name extends string, Body extends z.ZodMiniType>(
  name: Name,
  body: Body,
  summary: string,
  description: string,
  more: readonly ProblemCode[] = [],
) =>
  ({
    method: 'POST',
    path: `/v1/staff/registrations/{registrationId}/${name}`,
    access: 'staff',
    summary,
    description,
    params: ofRegistration,
    body,
    output: StaffRegistration,
    problems: [...problems, ...more],
  }) as const satisfies Endpoint;

/** Lists and searches registrations. */
export const listRegistrations = {
  method: 'GET',
  path: '/v1/staff/registrations',
  access: 'staff',
  summary: 'List and search registrations',
  description: 'Newest first, by status, serial number, certificate code, order number or e-mail.',
  query: RegistrationsQuery,
  output: pageOf(RegistrationSummary),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads a registration. */
export const getRegistration = {
  method: 'GET',
  path: '/v1/staff/registrations/{registrationId}',
  access: 'staff',
  summary: 'Read a registration',
  description: 'With its passport, audit, and what can be done now.',
  params: ofRegistration,
  output: StaffRegistration,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Approves a registration. */
export const approveRegistration = /* @__PURE__ */ action(
  'approve',
  PlainRegistrationAction,
  'Approve a registration',
  'Approving an approved one changes nothing.',
);
/** Rejects a registration. */
export const rejectRegistration = /* @__PURE__ */ action(
  'reject',
  RejectInput,
  'Reject a registration',
  'With a reason the owner reads. Legal rights are untouched.',
);
/** Corrects a registration. */
export const correctRegistration = /* @__PURE__ */ action(
  'correct',
  CorrectInput,
  'Correct a registration',
  'Serial number, day and place of purchase; the covers are counted again.',
  ['serial_wrong', 'serial_taken', 'date_impossible'],
);
/** Ends a registration. */
export const voidRegistration = /* @__PURE__ */ action(
  'void',
  RejectInput,
  'End a registration',
  'After it was accepted: a mistake, or fraud.',
);
/** Takes back the last action. */
export const undoRegistrationAction = /* @__PURE__ */ action(
  'undo',
  PlainRegistrationAction,
  'Take back the last action',
  'While nothing came after it.',
);

/** Reads a passport. */
export const getStaffPassport = {
  method: 'GET',
  path: '/v1/staff/passports/{passportId}',
  access: 'staff',
  summary: 'Read the passport of an item',
  description: 'The same the shopper reads.',
  params: z.strictObject({ passportId: idOf('passport') }),
  query: z.strictObject({ locale: z.optional(Locale) }),
  output: Passport,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Imports a list of serial numbers. */
export const importSerials = {
  method: 'POST',
  path: '/v1/staff/serial-imports',
  access: 'staff',
  summary: 'Import a list of serial numbers',
  description:
    'CSV in UTF-8 with a heading: `serial`, and `product_id` unless the query names one, and if wanted `batch`. Commas, semicolons or tabs. Answers at once; the import goes on and tells its progress. The same file again adds nothing.',
  query: z.strictObject({ productId: z.optional(text(128)), batch: z.optional(text(128)) }),
  bodyKind: 'raw',
  bodyTypes: ['text/csv'],
  bodyLimit: serialListLimit,
  output: SerialImport,
  status: 202,
  problems: ['key_invalid', 'too_large', 'upload_damaged'],
} as const satisfies Endpoint;

/** Reads how far an import is. */
export const getSerialImport = {
  method: 'GET',
  path: '/v1/staff/serial-imports/{importId}',
  access: 'staff',
  summary: 'Read how far an import is',
  description: 'With the first thousand bad rows.',
  params: z.strictObject({ importId: idOf('serialImport') }),
  output: SerialImport,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;
