import type { Id, ReferralProgramme, ReferralProgrammeInput } from '@postlude/contract';
import {
  createReferralProgramme as createRow,
  listReferralProgrammes as listRow,
  putReferralProgramme as putRow,
  listReferralProgrammeVersions as versionsRow,
} from '@postlude/contract/endpoints';
import { call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { PolicyOptions } from './policy.ts';
import { type WriteOptions, write } from './writes.ts';

/** The language of the terms, and what every write may be told. */
export type ProgrammeWriteOptions = WriteOptions & { readonly locale?: string | undefined };

/**
 * Starts a referral programme. Several may run at once; a shopper takes part in the newest that fits.
 *
 * @throws ApiError `key_invalid`, `invalid_input`, `policy_contradiction` (with the fields that do not go together); the others as every call.
 * @example
 * ```ts
 * const { id, terms, warnings } = await createReferralProgramme(transport, programme, { locale: 'de' });
 * ```
 */
export function createReferralProgramme(
  transport: Transport,
  programme: ReferralProgrammeInput,
  { locale, ...options }: ProgrammeWriteOptions = {},
): Promise<ReferralProgramme> {
  return call(transport, createRow, { query: { locale }, body: programme }, write(createRow, options));
}

/**
 * Lists the referral programmes: the version in force of each, the newest programme first, with its terms and with what staff should know.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listReferralProgrammes(transport);
 * for (const { programme, warnings } of items) console.log(programme.name, warnings);
 * ```
 */
export function listReferralProgrammes(
  transport: Transport,
  { locale, ...options }: PolicyOptions = {},
): Promise<{ items: ReferralProgramme[] }> {
  return call(transport, listRow, { query: { locale } }, options);
}

/**
 * Writes a new version of a programme, in force at once. What was claimed goes on under the version it was claimed by; the same again
 * makes no new version.
 *
 * @throws ApiError `key_invalid`, `invalid_input`, `not_found`, `policy_contradiction`; the others as every call.
 * @example
 * ```ts
 * await putReferralProgramme(transport, id, { ...programme, paused: true });
 * ```
 */
export function putReferralProgramme(
  transport: Transport,
  programmeId: string,
  programme: ReferralProgrammeInput,
  { locale, ...options }: PolicyOptions = {},
): Promise<ReferralProgramme> {
  const input = { params: { programmeId: idOf(programmeId) }, query: { locale }, body: programme };
  return call(transport, putRow, input, options);
}

/**
 * Lists all versions of a programme, newest first.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listReferralProgrammeVersions(transport, id);
 * ```
 */
export function listReferralProgrammeVersions(
  transport: Transport,
  programmeId: string,
  { locale, ...options }: PolicyOptions = {},
): Promise<{ items: ReferralProgramme[] }> {
  return call(
    transport,
    versionsRow,
    { params: { programmeId: idOf(programmeId) }, query: { locale } },
    options,
  );
}

/** The types know an id by its form; whoever has it as a text is told by the server when it is none. */
const idOf = (programmeId: string) => programmeId as Id<'referralProgramme'>;

/** Referral programmes, version by version. */
export interface StaffProgrammes {
  /** `createReferralProgramme`. */
  create(programme: ReferralProgrammeInput, options?: ProgrammeWriteOptions): Promise<ReferralProgramme>;
  /** `listReferralProgrammes`, the newest first. */
  list(options?: PolicyOptions): Promise<{ items: ReferralProgramme[] }>;
  /** `putReferralProgramme`: a new version, in force at once. */
  put(
    programmeId: string,
    programme: ReferralProgrammeInput,
    options?: PolicyOptions,
  ): Promise<ReferralProgramme>;
  /** `listReferralProgrammeVersions`, newest first. */
  versions(programmeId: string, options?: PolicyOptions): Promise<{ items: ReferralProgramme[] }>;
}

/** The calls with their transport. */
export const staffProgrammesOf = (transport: Transport): StaffProgrammes => ({
  create: (programme, call) => createReferralProgramme(transport, programme, call),
  list: (call) => listReferralProgrammes(transport, call),
  put: (programmeId, programme, call) => putReferralProgramme(transport, programmeId, programme, call),
  versions: (programmeId, call) => listReferralProgrammeVersions(transport, programmeId, call),
});
