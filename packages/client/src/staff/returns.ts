import type {
  EndpointInput,
  ReturnRoute,
  ReturnStatus,
  StaffReturn,
  StaffReturnSummary,
} from '@postlude/contract';
import {
  approveReturn as approveRow,
  askAboutReturn as askRow,
  closeReturn as closeRow,
  declineReturn as declineRow,
  getStaffReturn as getRow,
  inspectReturn as inspectRow,
  listStaffReturns as listRow,
  addStaffReturnMessage as messageRow,
  receiveReturn as receiveRow,
  refundReturn as refundRow,
  undoReturnAction as undoRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page, PageQuery } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/** What a list of returns may be narrowed to. */
export interface ReturnQuery extends PageQuery {
  readonly status?: ReturnStatus | undefined;
  readonly route?: ReturnRoute | undefined;
  /** Finds by return number, order number or e-mail. */
  readonly q?: string | undefined;
}

/**
 * Lists and searches returns, newest first: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items, next } = await listStaffReturns(transport, { status: 'requested' });
 * ```
 */
export function listStaffReturns(
  transport: Transport,
  query: ReturnQuery = {},
  options: CallOptions = {},
): Promise<Page<StaffReturnSummary>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Reads a return: what the shopper sees, what decided it, the audit, and what can be done now.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { return: one, audit, actions } = await getStaffReturn(transport, 'ret_…');
 * ```
 */
export function getStaffReturn(
  transport: Transport,
  returnId: string,
  options: CallOptions = {},
): Promise<StaffReturn> {
  return call(transport, getRow, { params: { returnId } }, options);
}

/**
 * Approves a return and has its label made. Approving again tries a label that failed again. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { return: one } = await approveReturn(transport, 'ret_…', { by: 'Mia' });
 * ```
 */
export function approveReturn(
  transport: Transport,
  returnId: string,
  input: EndpointInput<typeof approveRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReturn> {
  return call(transport, approveRow, { params: { returnId }, body: input }, write(approveRow, options));
}

/**
 * Declines a return with a reason the shopper reads. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { return: one } = await declineReturn(transport, 'ret_…', { code: 'window_ended' });
 * ```
 */
export function declineReturn(
  transport: Transport,
  returnId: string,
  input: EndpointInput<typeof declineRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReturn> {
  return call(transport, declineRow, { params: { returnId }, body: input }, write(declineRow, options));
}

/**
 * Asks the shopper before deciding. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { return: one } = await askAboutReturn(transport, 'ret_…', { text: 'Is the box still there?' });
 * ```
 */
export function askAboutReturn(
  transport: Transport,
  returnId: string,
  input: EndpointInput<typeof askRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReturn> {
  return call(transport, askRow, { params: { returnId }, body: input }, write(askRow, options));
}

/**
 * Records what arrived. Quantities are totals. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { return: one } = await receiveReturn(transport, 'ret_…', { items: [{ returnItemId, quantity: 1, grade: 'a', restock: true }] });
 * ```
 */
export function receiveReturn(
  transport: Transport,
  returnId: string,
  input: EndpointInput<typeof receiveRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReturn> {
  return call(transport, receiveRow, { params: { returnId }, body: input }, write(receiveRow, options));
}

/**
 * Finishes the inspection. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { return: one } = await inspectReturn(transport, 'ret_…', {});
 * ```
 */
export function inspectReturn(
  transport: Transport,
  returnId: string,
  input: EndpointInput<typeof inspectRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReturn> {
  return call(transport, inspectRow, { params: { returnId }, body: input }, write(inspectRow, options));
}

/**
 * Settles what arrived, and tells the platform through an outgoing webhook. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { return: one } = await refundReturn(transport, 'ret_…', { creditCode: 'THANKS-10' });
 * ```
 */
export function refundReturn(
  transport: Transport,
  returnId: string,
  input: EndpointInput<typeof refundRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReturn> {
  return call(transport, refundRow, { params: { returnId }, body: input }, write(refundRow, options));
}

/**
 * Ends a return without more to do. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { return: one } = await closeReturn(transport, 'ret_…', {});
 * ```
 */
export function closeReturn(
  transport: Transport,
  returnId: string,
  input: EndpointInput<typeof closeRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReturn> {
  return call(transport, closeRow, { params: { returnId }, body: input }, write(closeRow, options));
}

/**
 * Takes back the last action, where the world allows it. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { return: one } = await undoReturnAction(transport, 'ret_…', { by: 'Mia' });
 * ```
 */
export function undoReturnAction(
  transport: Transport,
  returnId: string,
  input: EndpointInput<typeof undoRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffReturn> {
  return call(transport, undoRow, { params: { returnId }, body: input }, write(undoRow, options));
}

/**
 * Writes to the shopper about a return.
 *
 * @throws ApiError `upload_unknown`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * await addStaffReturnMessage(transport, 'ret_…', { text: 'Thank you, we have it.' });
 * ```
 */
export function addStaffReturnMessage(
  transport: Transport,
  returnId: string,
  message: EndpointInput<typeof messageRow>['body'],
  options: WriteOptions = {},
): Promise<StaffReturn> {
  return call(transport, messageRow, { params: { returnId }, body: message }, write(messageRow, options));
}
