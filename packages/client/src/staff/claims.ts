import type { ClaimStatus, DueItem, StaffClaim, StaffClaimSummary } from '@postlude/contract';
import {
  listDue as dueRow,
  getStaffClaim as getRow,
  listFirstHelp as helpRow,
  listStaffClaims as listRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page, PageQuery } from './lists.ts';

/** What a list of claims may be narrowed to. */
export interface ClaimQuery extends PageQuery {
  readonly status?: ClaimStatus | undefined;
  /** Finds by claim number, order number, serial number or e-mail. */
  readonly q?: string | undefined;
}

/**
 * Lists and searches claims, newest first: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items, next } = await listStaffClaims(transport, { status: 'received' });
 * ```
 */
export function listStaffClaims(
  transport: Transport,
  query: ClaimQuery = {},
  options: CallOptions = {},
): Promise<Page<StaffClaimSummary>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Reads a claim: what the shopper sees, all quotes, costs, the audit, and what can be done now.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { claim, audit, actions } = await getStaffClaim(transport, 'clm_…');
 * ```
 */
export function getStaffClaim(
  transport: Transport,
  claimId: string,
  options: CallOptions = {},
): Promise<StaffClaim> {
  return call(transport, getRow, { params: { claimId } }, options);
}

/**
 * Lists what waits for whom, the longest waiting first: registrations, claims and returns that are open, 500 at most.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listDue(transport, { waitsFor: 'store' });
 * ```
 */
export function listDue(
  transport: Transport,
  query: { readonly waitsFor?: DueItem['waitsFor'] | undefined } = {},
  options: CallOptions = {},
): Promise<{ items: DueItem[] }> {
  return call(transport, dueRow, { query }, options);
}

/**
 * Reads how often first help helped, by symptom.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listFirstHelp(transport);
 * ```
 */
export function listFirstHelp(
  transport: Transport,
  options: CallOptions = {},
): Promise<{ items: { symptom: string; helped: number; notHelped: number }[] }> {
  return call(transport, helpRow, {}, options);
}
