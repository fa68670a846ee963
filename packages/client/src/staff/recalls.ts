import type { RecallInput, RecallReach, StaffRecall } from '@postlude/contract';
import {
  endRecall as endRow,
  getStaffRecall as getRow,
  listStaffRecalls as listRow,
  previewRecall as previewRow,
  publishRecall as publishRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type List, listOf, type Page, type PageQuery } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/**
 * Tells whom a recall would reach. Publishes nothing.
 *
 * @throws ApiError `key_invalid`, `invalid_input`, `recall_text` (`fields` says what plays the danger down); the others as every call.
 * @example
 * ```ts
 * const { items, owners, reachable } = await previewRecall(transport, recall);
 * ```
 */
export function previewRecall(
  transport: Transport,
  recall: RecallInput,
  options: CallOptions = {},
): Promise<RecallReach> {
  return call(transport, previewRow, { body: recall }, write(previewRow, options));
}

/**
 * Publishes a recall: every owner sees it above everything else and is mailed once. The same under the same reference changes nothing.
 *
 * @throws ApiError as `previewRecall`, and `conflict` when the reference stands for another recall.
 * @example
 * ```ts
 * const { id, reach } = await publishRecall(transport, { reference: 'R-2026-1', …recall });
 * ```
 */
export function publishRecall(
  transport: Transport,
  recall: RecallInput,
  options: WriteOptions = {},
): Promise<StaffRecall> {
  return call(transport, publishRow, { body: recall }, write(publishRow, options));
}

/**
 * Lists recalls, newest first, with reach and answers: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listStaffRecalls(transport);
 * ```
 */
export function listStaffRecalls(
  transport: Transport,
  query: PageQuery = {},
  options: CallOptions = {},
): Promise<Page<StaffRecall>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Reads a recall with its reach and answers.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { reach } = await getStaffRecall(transport, id);
 * ```
 */
export function getStaffRecall(
  transport: Transport,
  recallId: string,
  options: CallOptions = {},
): Promise<StaffRecall> {
  return call(transport, getRow, { params: ofRecall(recallId) }, options);
}

/**
 * Ends a recall: it is shown no more. Ending an ended one changes nothing.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * await endRecall(transport, id);
 * ```
 */
export function endRecall(
  transport: Transport,
  recallId: string,
  options: WriteOptions = {},
): Promise<StaffRecall> {
  return call(transport, endRow, { params: ofRecall(recallId) }, write(endRow, options));
}

// The types know an id by its form; whoever has it as a text is told by the server when it is none.
const ofRecall = (recallId: string) => ({ recallId: recallId as `rcl_${string}` });

/** What staff do about recalls. */
export interface StaffRecalls extends List<StaffRecall, PageQuery, CallOptions> {
  /** `previewRecall`: whom it would reach. */
  preview(recall: RecallInput, options?: CallOptions): Promise<RecallReach>;
  /** `publishRecall`. */
  publish(recall: RecallInput, options?: WriteOptions): Promise<StaffRecall>;
  /** `getStaffRecall`. */
  get(recallId: string, options?: CallOptions): Promise<StaffRecall>;
  /** `endRecall`. */
  end(recallId: string, options?: WriteOptions): Promise<StaffRecall>;
}

/** The calls with their transport. */
export const staffRecallsOf = (transport: Transport): StaffRecalls => ({
  ...listOf((query?: PageQuery, call?: CallOptions) => listStaffRecalls(transport, query, call)),
  preview: (recall, call) => previewRecall(transport, recall, call),
  publish: (recall, call) => publishRecall(transport, recall, call),
  get: (recallId, call) => getStaffRecall(transport, recallId, call),
  end: (recallId, call) => endRecall(transport, recallId, call),
});
