import type { EndpointArguments, Id, ReferralDecision, StaffAdvocate } from '@postlude/contract';
import {
  blockAdvocate as blockRow,
  listAdvocates as listRow,
  unblockAdvocate as unblockRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type List, listOf, type Page } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/** Which advocates: of one programme, by a code or an e-mail address (`q`). */
export type AdvocateQuery = EndpointArguments<typeof listRow>['query'];

/**
 * Lists advocates, newest first: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listAdvocates(transport, { q: 'ada-7k3m' });
 * ```
 */
export function listAdvocates(
  transport: Transport,
  query: AdvocateQuery = {},
  options: CallOptions = {},
): Promise<Page<StaffAdvocate>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Shuts an advocate out: the link opens nothing any more, and what has not counted yet is refused. What was given stays.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * await blockAdvocate(transport, id, { by: 'Kim', note: 'Posts the link on coupon sites.' });
 * ```
 */
export function blockAdvocate(
  transport: Transport,
  advocateId: string,
  decision: ReferralDecision,
  options: WriteOptions = {},
): Promise<StaffAdvocate> {
  const input = { params: { advocateId: idOf(advocateId) }, body: decision };
  return call(transport, blockRow, input, write(blockRow, options));
}

/**
 * Lets an advocate in again. What was refused meanwhile stays refused.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * await unblockAdvocate(transport, id, { by: 'Kim' });
 * ```
 */
export function unblockAdvocate(
  transport: Transport,
  advocateId: string,
  decision: ReferralDecision,
  options: WriteOptions = {},
): Promise<StaffAdvocate> {
  const input = { params: { advocateId: idOf(advocateId) }, body: decision };
  return call(transport, unblockRow, input, write(unblockRow, options));
}

/** The types know an id by its form; whoever has it as a text is told by the server when it is none. */
const idOf = (advocateId: string) => advocateId as Id<'advocate'>;

/** `listAdvocates`, newest first; who was shut out. */
export interface StaffAdvocates extends List<StaffAdvocate, AdvocateQuery, CallOptions> {
  /** `blockAdvocate`. */
  block(advocateId: string, decision: ReferralDecision, options?: WriteOptions): Promise<StaffAdvocate>;
  /** `unblockAdvocate`. */
  unblock(advocateId: string, decision: ReferralDecision, options?: WriteOptions): Promise<StaffAdvocate>;
}

/** The calls with their transport. */
export const staffAdvocatesOf = (transport: Transport): StaffAdvocates => ({
  ...listOf((query?: AdvocateQuery, call?: CallOptions) => listAdvocates(transport, query, call)),
  block: (advocateId, decision, call) => blockAdvocate(transport, advocateId, decision, call),
  unblock: (advocateId, decision, call) => unblockAdvocate(transport, advocateId, decision, call),
});
