import type {
  EndpointInput,
  Passport,
  RegistrationStatus,
  RegistrationSummary,
  StaffRegistration,
} from '@postlude/contract';
import {
  approveRegistration as approveRow,
  correctRegistration as correctRow,
  getRegistration as getRow,
  listRegistrations as listRow,
  getStaffPassport as passportRow,
  rejectRegistration as rejectRow,
  undoRegistrationAction as undoRow,
  voidRegistration as voidRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page, PageQuery } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/** What a list of registrations may be narrowed to. */
export interface RegistrationQuery extends PageQuery {
  readonly status?: RegistrationStatus | undefined;
  /** Finds by serial number, certificate code, order number or e-mail. */
  readonly q?: string | undefined;
}

/**
 * Lists and searches registrations, newest first: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items, next } = await listRegistrations(transport, { status: 'pending' });
 * ```
 */
export function listRegistrations(
  transport: Transport,
  query: RegistrationQuery = {},
  options: CallOptions = {},
): Promise<Page<RegistrationSummary>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Reads a registration with its passport, its audit and what can be done now.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { passport, audit, actions } = await getRegistration(transport, 'reg_…');
 * ```
 */
export function getRegistration(
  transport: Transport,
  registrationId: string,
  options: CallOptions = {},
): Promise<StaffRegistration> {
  return call(transport, getRow, { params: { registrationId } }, options);
}

/**
 * Reads the passport of an item as its owner of today sees it.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { covers, claims } = await getStaffPassport(transport, 'psp_…', { locale: 'de' });
 * ```
 */
export function getStaffPassport(
  transport: Transport,
  passportId: string,
  { locale, ...options }: CallOptions & { readonly locale?: string | undefined } = {},
): Promise<Passport> {
  return call(transport, passportRow, { params: { passportId }, query: { locale } }, options);
}

/**
 * Approves a registration. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { passport } = await approveRegistration(transport, 'reg_…', { by: 'Mia' });
 * ```
 */
export function approveRegistration(
  transport: Transport,
  registrationId: string,
  input: EndpointInput<typeof approveRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffRegistration> {
  return call(transport, approveRow, { params: { registrationId }, body: input }, write(approveRow, options));
}

/**
 * Rejects a registration with a reason the owner reads. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { passport } = await rejectRegistration(transport, 'reg_…', { code: 'proof_unreadable' });
 * ```
 */
export function rejectRegistration(
  transport: Transport,
  registrationId: string,
  input: EndpointInput<typeof rejectRow>['body'],
  options: WriteOptions = {},
): Promise<StaffRegistration> {
  return call(transport, rejectRow, { params: { registrationId }, body: input }, write(rejectRow, options));
}

/**
 * Puts right what the owner told; what is left out stays.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `serial_wrong`, `serial_taken`, `date_impossible`, `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { passport } = await correctRegistration(transport, 'reg_…', { serial: 'LN-1234-AB' });
 * ```
 */
export function correctRegistration(
  transport: Transport,
  registrationId: string,
  input: EndpointInput<typeof correctRow>['body'],
  options: WriteOptions = {},
): Promise<StaffRegistration> {
  return call(transport, correctRow, { params: { registrationId }, body: input }, write(correctRow, options));
}

/**
 * Ends a registration that was accepted.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { passport } = await voidRegistration(transport, 'reg_…', { code: 'duplicate' });
 * ```
 */
export function voidRegistration(
  transport: Transport,
  registrationId: string,
  input: EndpointInput<typeof voidRow>['body'],
  options: WriteOptions = {},
): Promise<StaffRegistration> {
  return call(transport, voidRow, { params: { registrationId }, body: input }, write(voidRow, options));
}

/**
 * Takes back the last action of staff, while nothing came after it.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { passport } = await undoRegistrationAction(transport, 'reg_…', { by: 'Mia' });
 * ```
 */
export function undoRegistrationAction(
  transport: Transport,
  registrationId: string,
  input: EndpointInput<typeof undoRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffRegistration> {
  return call(transport, undoRow, { params: { registrationId }, body: input }, write(undoRow, options));
}
