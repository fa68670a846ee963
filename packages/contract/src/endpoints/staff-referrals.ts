import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf } from '../pages.ts';
import {
  AdvocatesQuery,
  LedgerEntry,
  LedgerQuery,
  ReferralDecision,
  ReferralFigures,
  ReferralFiguresQuery,
  ReferralLink,
  RewardIssued,
  RewardRedeemed,
  RewardsQuery,
  StaffAdvocate,
  StaffReferral,
  StaffReferralDetail,
  StaffReferralsQuery,
  StaffReward,
} from '../staff-referrals.ts';
import { Locale } from '../text.ts';

const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const ofReferral = z.strictObject({ referralId: idOf('referral') });
const ofReward = z.strictObject({ rewardId: idOf('reward') });
const ofAdvocate = z.strictObject({ advocateId: idOf('advocate') });
const known = ['key_invalid', 'not_found'] as const;
const acting = [...known, 'action_not_possible'] as const;

const action = {
  method: 'POST',
  access: 'staff',
  params: ofReferral,
  query: inLanguage,
  body: ReferralDecision,
  output: StaffReferralDetail,
  problems: acting,
} as const;

/** Lists referrals. */
export const listStaffReferrals = {
  method: 'GET',
  path: '/v1/staff/referrals',
  access: 'staff',
  summary: 'List referrals',
  description:
    'Newest first, by state, reason, programme, advocate or order; `state=flagged` is the queue, the earliest date first. Visits that nobody claimed only with `state=clicked`.',
  query: StaffReferralsQuery,
  output: pageOf(StaffReferral),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads a referral with its story. */
export const getStaffReferral = {
  method: 'GET',
  path: '/v1/staff/referrals/{referralId}',
  access: 'staff',
  summary: 'Read a referral with its story',
  description:
    'What happened and why, in sentences, the parts of its score, its rewards, and what can be done now.',
  params: ofReferral,
  query: inLanguage,
  output: StaffReferralDetail,
  problems: known,
} as const satisfies Endpoint;

/** Approves a referral that was flagged or refused. */
export const approveReferral = {
  ...action,
  path: '/v1/staff/referrals/{referralId}/approve',
  summary: 'Approve a referral',
  description:
    'Of one that is flagged or was refused: it goes on as if nothing had looked wrong, and still waits out its hold.',
} as const satisfies Endpoint;

/** Refuses a referral. */
export const refuseReferral = {
  ...action,
  path: '/v1/staff/referrals/{referralId}/refuse',
  summary: 'Refuse a referral',
  description: 'Of one that is flagged, held or waits for its order.',
} as const satisfies Endpoint;

/** Voids a referral that counted. */
export const voidReferral = {
  ...action,
  path: '/v1/staff/referrals/{referralId}/void',
  summary: 'Void a referral',
  description: 'Of one that is qualified: its rewards are revoked, once.',
} as const satisfies Endpoint;

/** Links a friend’s order by hand. */
export const linkReferral = {
  method: 'POST',
  path: '/v1/staff/referral-links',
  access: 'staff',
  summary: 'Link a friend’s order by hand',
  description: 'For an order that should have counted. Every rule but the attribution is asked as usual.',
  query: inLanguage,
  body: ReferralLink,
  output: StaffReferralDetail,
  status: 201,
  problems: [...known, 'conflict', 'action_not_possible'],
} as const satisfies Endpoint;

/** Lists advocates. */
export const listAdvocates = {
  method: 'GET',
  path: '/v1/staff/advocates',
  access: 'staff',
  summary: 'List advocates',
  description: 'Newest first, by programme, code or e-mail address.',
  query: AdvocatesQuery,
  output: pageOf(StaffAdvocate),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Shuts an advocate out. */
export const blockAdvocate = {
  method: 'POST',
  path: '/v1/staff/advocates/{advocateId}/block',
  access: 'staff',
  summary: 'Shut an advocate out',
  description:
    'The link opens nothing any more, and what has not counted yet is refused. What was given stays.',
  params: ofAdvocate,
  body: ReferralDecision,
  output: StaffAdvocate,
  problems: known,
} as const satisfies Endpoint;

/** Lets an advocate in again. */
export const unblockAdvocate = {
  method: 'POST',
  path: '/v1/staff/advocates/{advocateId}/unblock',
  access: 'staff',
  summary: 'Let an advocate in again',
  description: 'What was refused meanwhile stays refused; staff can approve it one by one.',
  params: ofAdvocate,
  body: ReferralDecision,
  output: StaffAdvocate,
  problems: known,
} as const satisfies Endpoint;

/** Lists rewards. */
export const listRewards = {
  method: 'GET',
  path: '/v1/staff/rewards',
  access: 'staff',
  summary: 'List rewards',
  description: 'Newest first; `state=failed` are those that need a hand.',
  query: RewardsQuery,
  output: pageOf(StaffReward),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Issues or sends a reward again. */
export const resendReward = {
  method: 'POST',
  path: '/v1/staff/rewards/{rewardId}/resend',
  access: 'staff',
  summary: 'Issue or send a reward again',
  description: 'One that failed is tried again; one that was issued is told again, with the same code.',
  params: ofReward,
  query: inLanguage,
  body: ReferralDecision,
  output: StaffReward,
  problems: acting,
} as const satisfies Endpoint;

/** Acknowledges `reward.issue`. */
export const acknowledgeReward = {
  method: 'POST',
  path: '/v1/staff/rewards/{rewardId}/issued',
  access: 'staff',
  summary: 'Answer reward.issue with the code or the credit',
  description:
    'The answer to the outgoing webhook `reward.issue`, now or later. The same answer again changes nothing; another one is a conflict.',
  params: ofReward,
  body: RewardIssued,
  output: StaffReward,
  problems: [...acting, 'conflict'],
} as const satisfies Endpoint;

/** Tells that a reward was used. */
export const redeemReward = {
  method: 'POST',
  path: '/v1/staff/rewards/{rewardId}/redeemed',
  access: 'staff',
  summary: 'Tell that a reward was used',
  description: 'Codes are seen in orders by themselves; this is for credit. Again it changes nothing.',
  params: ofReward,
  body: RewardRedeemed,
  output: StaffReward,
  problems: acting,
} as const satisfies Endpoint;

/** Lists the ledger of rewards. */
export const listLedger = {
  method: 'GET',
  path: '/v1/staff/reward-ledger',
  access: 'staff',
  summary: 'List the ledger of rewards',
  description: 'Every change of every reward, newest first. Nothing in it is ever changed.',
  query: LedgerQuery,
  output: pageOf(LedgerEntry),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Counts shares, visits, claims and orders. */
export const getReferralFigures = {
  method: 'GET',
  path: '/v1/staff/referral-figures',
  access: 'staff',
  summary: 'Count shares, visits, claims, orders, revenue and cost',
  description: 'By day of the store’s calendar, of a programme or of all.',
  query: ReferralFiguresQuery,
  output: ReferralFigures,
  problems: ['key_invalid'],
} as const satisfies Endpoint;
