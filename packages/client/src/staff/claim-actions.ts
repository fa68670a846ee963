import type { EndpointInput, StaffClaim } from '@postlude/contract';
import {
  addClaimCost as addCostRow,
  addStaffClaimMessage as addMessageRow,
  approveClaim as approveRow,
  askAboutClaim as askRow,
  awaitParts as awaitPartsRow,
  declineClaim as declineRow,
  diagnoseDevice as diagnoseRow,
  finishClaim as finishRow,
  quoteRepair as quoteRow,
  receiveDevice as receiveRow,
  beginRepair as repairRow,
  reviewClaim as reviewRow,
  shipDevice as shipRow,
  testRepair as testRow,
  undoClaimAction as undoRow,
} from '@postlude/contract/endpoints';
import { call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type WriteOptions, write } from './writes.ts';

/**
 * Begins to look at a claim; the shopper sees it. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await reviewClaim(transport, 'clm_…', { by: 'Mia' });
 * ```
 */
export function reviewClaim(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof reviewRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, reviewRow, { params: { claimId }, body: input }, write(reviewRow, options));
}

/**
 * Asks the shopper; the answer brings the claim back to where it was.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await askAboutClaim(transport, 'clm_…', { text: 'Which light is on?' });
 * ```
 */
export function askAboutClaim(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof askRow>['body'],
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, askRow, { params: { claimId }, body: input }, write(askRow, options));
}

/**
 * Approves a claim. Where the device is sent in, the shopper gets address and packing slip. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await approveClaim(transport, 'clm_…', { by: 'Mia' });
 * ```
 */
export function approveClaim(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof approveRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, approveRow, { params: { claimId }, body: input }, write(approveRow, options));
}

/**
 * Declines a claim with a reason the shopper reads. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await declineClaim(transport, 'clm_…', { code: 'misuse', note: 'It was under water.' });
 * ```
 */
export function declineClaim(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof declineRow>['body'],
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, declineRow, { params: { claimId }, body: input }, write(declineRow, options));
}

/**
 * Records that the device arrived. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await receiveDevice(transport, 'clm_…', {});
 * ```
 */
export function receiveDevice(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof receiveRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, receiveRow, { params: { claimId }, body: input }, write(receiveRow, options));
}

/**
 * Begins the diagnosis. Doing it twice changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await diagnoseDevice(transport, 'clm_…', { expectedOn: '2026-12-04' });
 * ```
 */
export function diagnoseDevice(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof diagnoseRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, diagnoseRow, { params: { claimId }, body: input }, write(diagnoseRow, options));
}

/**
 * Makes a quote, binding for 30 days at least. It takes the place of an open one; the same again changes nothing.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await quoteRepair(transport, 'clm_…', quote);
 * ```
 */
export function quoteRepair(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof quoteRow>['body'],
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, quoteRow, { params: { claimId }, body: input }, write(quoteRow, options));
}

/**
 * Waits for parts, with the day they are expected where it is known.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await awaitParts(transport, 'clm_…', { expectedOn: '2026-12-04' });
 * ```
 */
export function awaitParts(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof awaitPartsRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, awaitPartsRow, { params: { claimId }, body: input }, write(awaitPartsRow, options));
}

/**
 * Begins the repair; not before an open quote is accepted.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await beginRepair(transport, 'clm_…', {});
 * ```
 */
export function beginRepair(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof repairRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, repairRow, { params: { claimId }, body: input }, write(repairRow, options));
}

/**
 * Records that the repair was tested.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await testRepair(transport, 'clm_…', {});
 * ```
 */
export function testRepair(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof testRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, testRow, { params: { claimId }, body: input }, write(testRow, options));
}

/**
 * Sends the device back; its parcel is tracked like a delivery.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await shipDevice(transport, 'clm_…', { carrier: 'DHL', trackingNumber: '00340434…' });
 * ```
 */
export function shipDevice(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof shipRow>['body'],
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, shipRow, { params: { claimId }, body: input }, write(shipRow, options));
}

/**
 * Ends a claim with what was done. A repair makes the legal guarantee longer where the law says so.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await finishClaim(transport, 'clm_…', { outcome: 'repaired' });
 * ```
 */
export function finishClaim(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof finishRow>['body'],
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, finishRow, { params: { claimId }, body: input }, write(finishRow, options));
}

/**
 * Takes back the last action of staff. Doing it twice changes nothing more.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await undoClaimAction(transport, 'clm_…', { note: 'Wrong claim' });
 * ```
 */
export function undoClaimAction(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof undoRow>['body'] = {},
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, undoRow, { params: { claimId }, body: input }, write(undoRow, options));
}

/**
 * Notes what a claim cost; seen by staff only.
 *
 * @throws ApiError `action_not_possible` (`detail` says what is), `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await addClaimCost(transport, 'clm_…', { kind: 'parts', price: { amount: 300, currency: 'EUR' } });
 * ```
 */
export function addClaimCost(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof addCostRow>['body'],
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, addCostRow, { params: { claimId }, body: input }, write(addCostRow, options));
}

/**
 * Writes to the shopper about a claim.
 *
 * @throws ApiError `upload_unknown`, `invalid_input`, `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim } = await addStaffClaimMessage(transport, 'clm_…', { text: 'It is on the bench.' });
 * ```
 */
export function addStaffClaimMessage(
  transport: Transport,
  claimId: string,
  input: EndpointInput<typeof addMessageRow>['body'],
  options: WriteOptions = {},
): Promise<StaffClaim> {
  return call(transport, addMessageRow, { params: { claimId }, body: input }, write(addMessageRow, options));
}
