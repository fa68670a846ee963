import type {
  EndpointArguments,
  Id,
  LedgerEntry,
  ReferralDecision,
  RewardIssued,
  RewardRedeemed,
  StaffReward,
} from '@postlude/contract';
import {
  acknowledgeReward as acknowledgeRow,
  listLedger as ledgerRow,
  listRewards as listRow,
  redeemReward as redeemRow,
  resendReward as resendRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type List, listOf, type Page } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/** Which rewards: by state, side or programme; the labels are in the store's language unless told. */
export type RewardQuery = EndpointArguments<typeof listRow>['query'];

/**
 * Lists rewards, newest first: one page. `state: 'failed'` are those that need a hand.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listRewards(transport, { state: 'failed' });
 * ```
 */
export function listRewards(
  transport: Transport,
  query: RewardQuery = {},
  options: CallOptions = {},
): Promise<Page<StaffReward>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Issues a reward again that failed or that waits for the shop's answer, and tells one again that is there, with the same code.
 *
 * @throws ApiError `key_invalid`, `not_found`, `action_not_possible` (it was used or taken back); the others as every call.
 * @example
 * ```ts
 * await resendReward(transport, id, { by: 'Kim' });
 * ```
 */
export function resendReward(
  transport: Transport,
  rewardId: string,
  decision: ReferralDecision,
  options: WriteOptions = {},
): Promise<StaffReward> {
  const input = { params: { rewardId: idOf(rewardId) }, query: {}, body: decision };
  return call(transport, resendRow, input, write(resendRow, options));
}

/**
 * Answers the outgoing webhook `reward.issue` with a code or the id of a credit, now or later, or says why there is none. The same
 * answer again changes nothing.
 *
 * @throws ApiError `key_invalid`, `not_found`, `conflict` (another code or credit was told before); the others as every call.
 * @example
 * ```ts
 * await acknowledgeReward(transport, event.data.rewardId, { code: 'THANKS-20' });
 * ```
 */
export function acknowledgeReward(
  transport: Transport,
  rewardId: string,
  answer: RewardIssued,
  options: WriteOptions = {},
): Promise<StaffReward> {
  const input = { params: { rewardId: idOf(rewardId) }, body: answer };
  return call(transport, acknowledgeRow, input, write(acknowledgeRow, options));
}

/**
 * Tells that a reward was used, for credit: codes are seen in orders by themselves. Again it changes nothing.
 *
 * @throws ApiError `key_invalid`, `not_found`, `action_not_possible` (it was not issued, or was taken back); the others as every call.
 * @example
 * ```ts
 * await redeemReward(transport, id, { orderId });
 * ```
 */
export function redeemReward(
  transport: Transport,
  rewardId: string,
  redeemed: RewardRedeemed = {},
  options: WriteOptions = {},
): Promise<StaffReward> {
  const input = { params: { rewardId: idOf(rewardId) }, body: redeemed };
  return call(transport, redeemRow, input, write(redeemRow, options));
}

/** Which entries of the ledger: of one programme, or of all. */
export type LedgerListQuery = EndpointArguments<typeof ledgerRow>['query'];

/**
 * Lists the ledger of rewards, newest first: one page. Nothing in it is ever changed.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listLedger(transport);
 * ```
 */
export function listLedger(
  transport: Transport,
  query: LedgerListQuery = {},
  options: CallOptions = {},
): Promise<Page<LedgerEntry>> {
  return call(transport, ledgerRow, { query }, options);
}

/** The types know an id by its form; whoever has it as a text is told by the server when it is none. */
const idOf = (rewardId: string) => rewardId as Id<'reward'>;

/** `listRewards`, newest first, and what is done with one reward. */
export interface StaffRewards extends List<StaffReward, RewardQuery, CallOptions> {
  /** `resendReward`. */
  resend(rewardId: string, decision: ReferralDecision, options?: WriteOptions): Promise<StaffReward>;
  /** `acknowledgeReward`: the answer to `reward.issue`. */
  acknowledge(rewardId: string, answer: RewardIssued, options?: WriteOptions): Promise<StaffReward>;
  /** `redeemReward`. */
  redeem(rewardId: string, redeemed?: RewardRedeemed, options?: WriteOptions): Promise<StaffReward>;
}

/** The calls with their transport. */
export const staffRewardsOf = (transport: Transport): StaffRewards => ({
  ...listOf((query?: RewardQuery, call?: CallOptions) => listRewards(transport, query, call)),
  resend: (rewardId, decision, call) => resendReward(transport, rewardId, decision, call),
  acknowledge: (rewardId, answer, call) => acknowledgeReward(transport, rewardId, answer, call),
  redeem: (rewardId, redeemed, call) => redeemReward(transport, rewardId, redeemed, call),
});
