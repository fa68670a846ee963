import type {
  EndpointArguments,
  Id,
  ReferralDecision,
  ReferralFigures,
  ReferralLink,
  StaffReferral,
  StaffReferralDetail,
} from '@postlude/contract';
import {
  approveReferral as approveRow,
  getReferralFigures as figuresRow,
  getStaffReferral as getRow,
  linkReferral as linkRow,
  listStaffReferrals as listRow,
  refuseReferral as refuseRow,
  voidReferral as voidRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type List, listOf, type Page } from './lists.ts';
import type { PolicyOptions } from './policy.ts';
import { type WriteOptions, write } from './writes.ts';

/** Which referrals: by state, reason, programme, advocate or order; the sentences are in the store's language unless told. */
export type ReferralQuery = EndpointArguments<typeof listRow>['query'];
/** Which figures: of one programme or all, and of which days of the store's calendar. */
export type FiguresQuery = EndpointArguments<typeof figuresRow>['query'];
/** The language of the sentences, and what every write may be told. */
export type ReferralWriteOptions = WriteOptions & { readonly locale?: string | undefined };

/**
 * Lists referrals, newest first: one page. `state: 'flagged'` is the queue, the earliest date first.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listStaffReferrals(transport, { state: 'flagged' });
 * ```
 */
export function listStaffReferrals(
  transport: Transport,
  query: ReferralQuery = {},
  options: CallOptions = {},
): Promise<Page<StaffReferral>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Reads a referral with its story, the parts of its score, its rewards, and what can be done now.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { referral, story, actions } = await getStaffReferral(transport, id, { locale: 'de' });
 * ```
 */
export function getStaffReferral(
  transport: Transport,
  referralId: string,
  { locale, ...options }: PolicyOptions = {},
): Promise<StaffReferralDetail> {
  return call(transport, getRow, { params: { referralId: idOf(referralId) }, query: { locale } }, options);
}

/**
 * Approves a referral that is flagged or was refused: it goes on as if nothing had looked wrong, and still waits out its hold.
 *
 * @throws ApiError `key_invalid`, `not_found`, `action_not_possible`; the others as every call.
 * @example
 * ```ts
 * await approveReferral(transport, id, { by: 'Kim', note: 'Sisters in one house.' });
 * ```
 */
export const approveReferral = (
  transport: Transport,
  referralId: string,
  decision: ReferralDecision,
  options: ReferralWriteOptions = {},
): Promise<StaffReferralDetail> => act(approveRow, transport, referralId, decision, options);

/**
 * Refuses a referral that has not counted yet.
 *
 * @throws ApiError `key_invalid`, `not_found`, `action_not_possible`; the others as every call.
 * @example
 * ```ts
 * await refuseReferral(transport, id, { by: 'Kim' });
 * ```
 */
export const refuseReferral = (
  transport: Transport,
  referralId: string,
  decision: ReferralDecision,
  options: ReferralWriteOptions = {},
): Promise<StaffReferralDetail> => act(refuseRow, transport, referralId, decision, options);

/**
 * Voids a referral that counted: its rewards are revoked, once.
 *
 * @throws ApiError `key_invalid`, `not_found`, `action_not_possible`; the others as every call.
 * @example
 * ```ts
 * await voidReferral(transport, id, { by: 'Kim' });
 * ```
 */
export const voidReferral = (
  transport: Transport,
  referralId: string,
  decision: ReferralDecision,
  options: ReferralWriteOptions = {},
): Promise<StaffReferralDetail> => act(voidRow, transport, referralId, decision, options);

function act(
  row: typeof approveRow | typeof refuseRow | typeof voidRow,
  transport: Transport,
  referralId: string,
  decision: ReferralDecision,
  { locale, ...options }: ReferralWriteOptions,
): Promise<StaffReferralDetail> {
  const input = { params: { referralId: idOf(referralId) }, query: { locale }, body: decision };
  return call(transport, row, input, write(row, options));
}

/**
 * Links a friend's order by hand, for one that should have counted. Every rule but the attribution is asked as usual.
 *
 * @throws ApiError `key_invalid`, `not_found`, `conflict` (the order belongs to a referral already); the others as every call.
 * @example
 * ```ts
 * await linkReferral(transport, { by: 'Kim', advocateId, orderId });
 * ```
 */
export function linkReferral(
  transport: Transport,
  link: ReferralLink,
  { locale, ...options }: ReferralWriteOptions = {},
): Promise<StaffReferralDetail> {
  return call(transport, linkRow, { query: { locale }, body: link }, write(linkRow, options));
}

/**
 * Counts shares, visits, claims, orders, revenue and cost by day; the last thirty days unless told.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { total, days } = await getReferralFigures(transport, { from: '2026-11-01', to: '2026-11-30' });
 * ```
 */
export function getReferralFigures(
  transport: Transport,
  query: FiguresQuery = {},
  options: CallOptions = {},
): Promise<ReferralFigures> {
  return call(transport, figuresRow, { query }, options);
}

/** The types know an id by its form; whoever has it as a text is told by the server when it is none. */
const idOf = (referralId: string) => referralId as Id<'referral'>;

type Act = (
  referralId: string,
  decision: ReferralDecision,
  options?: ReferralWriteOptions,
) => Promise<StaffReferralDetail>;

/** `listStaffReferrals`, newest first, what is done with one referral, and figures. */
export interface StaffReferrals extends List<StaffReferral, ReferralQuery, CallOptions> {
  /** `getStaffReferral`: with its story. */
  get(referralId: string, options?: PolicyOptions): Promise<StaffReferralDetail>;
  /** `approveReferral`. */
  readonly approve: Act;
  /** `refuseReferral`. */
  readonly refuse: Act;
  /** `voidReferral`. */
  readonly void: Act;
  /** `linkReferral`: a friend's order by hand. */
  link(link: ReferralLink, options?: ReferralWriteOptions): Promise<StaffReferralDetail>;
  /** `getReferralFigures`. */
  figures(query?: FiguresQuery, options?: CallOptions): Promise<ReferralFigures>;
}

/** The calls with their transport. */
export const staffReferralsOf = (transport: Transport): StaffReferrals => ({
  ...listOf((query?: ReferralQuery, call?: CallOptions) => listStaffReferrals(transport, query, call)),
  get: (referralId, call) => getStaffReferral(transport, referralId, call),
  approve: (referralId, decision, call) => approveReferral(transport, referralId, decision, call),
  refuse: (referralId, decision, call) => refuseReferral(transport, referralId, decision, call),
  void: (referralId, decision, call) => voidReferral(transport, referralId, decision, call),
  link: (link, call) => linkReferral(transport, link, call),
  figures: (query, call) => getReferralFigures(transport, query, call),
});
