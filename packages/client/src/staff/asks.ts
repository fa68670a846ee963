import type { AskFunnel, EndpointArguments, StaffAsk, StaffAskDetail } from '@postlude/contract';
import {
  getAskFunnel as funnelRow,
  getStaffAsk as getRow,
  listAsks as listRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type List, listOf, type Page } from './lists.ts';
import type { PolicyOptions } from './policy.ts';

/** Which asks: by kind, state, reason or order; the sentences are in the store's language unless told. */
export type AskQuery = EndpointArguments<typeof listRow>['query'];

/**
 * Lists asks and how each stands, newest first: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listAsks(transport, { kind: 'review', state: 'held' });
 * for (const { title, words } of items) console.log(title, words);
 * ```
 */
export function listAsks(
  transport: Transport,
  query: AskQuery = {},
  options: CallOptions = {},
): Promise<Page<StaffAsk>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Explains an ask: every decision about it, the newest first, in words. There is no call that ends one.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { ask, decisions } = await getStaffAsk(transport, id, { locale: 'de' });
 * ```
 */
export function getStaffAsk(
  transport: Transport,
  askId: string,
  { locale, ...options }: PolicyOptions = {},
): Promise<StaffAskDetail> {
  // The types know an id by its form; whoever has it as a text is told by the server when it is none.
  const params = { askId: askId as `ask_${string}` };
  return call(transport, getRow, { params, query: { locale } }, options);
}

/**
 * Counts asks by kind: how many there are, were shown, dismissed and answered, and where they stand.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { kinds } = await getAskFunnel(transport);
 * ```
 */
export function getAskFunnel(
  transport: Transport,
  { locale, ...options }: PolicyOptions = {},
): Promise<AskFunnel> {
  return call(transport, funnelRow, { query: { locale } }, options);
}

/** `listAsks`, newest first, and why each stands as it does. */
export interface StaffAsks extends List<StaffAsk, AskQuery, CallOptions> {
  /** `getStaffAsk`: every decision about it, in words. */
  explain(askId: string, options?: PolicyOptions): Promise<StaffAskDetail>;
  /** `getAskFunnel`. */
  funnel(options?: PolicyOptions): Promise<AskFunnel>;
}

/** The calls with their transport. */
export const staffAsksOf = (transport: Transport): StaffAsks => ({
  ...listOf((query?: AskQuery, call?: CallOptions) => listAsks(transport, query, call)),
  explain: (askId, call) => getStaffAsk(transport, askId, call),
  funnel: (call) => getAskFunnel(transport, call),
});
