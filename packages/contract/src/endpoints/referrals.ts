import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { AdvocateReferral, ReferralCard, ReferralJoin, ReferralShare } from '../referrals.ts';
import { Locale } from '../text.ts';

const ofOrder = z.strictObject({ orderId: idOf('order') });
const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const mine = ['session_invalid', 'origin_not_allowed', 'not_found'] as const;

/** Reads what the shopper can share, and what became of it. */
export const getReferralCard = {
  method: 'GET',
  path: '/v1/orders/{orderId}/referral',
  access: 'session',
  summary: 'Read what the shopper can share, and what became of it',
  description:
    'Of the person who ordered, over all their orders in this store. There is no code before they take part. Reading settles what is due.',
  params: ofOrder,
  query: inLanguage,
  output: ReferralCard,
  conditional: true,
  problems: mine,
} as const satisfies Endpoint;

/** Takes part in a programme. */
export const joinReferrals = {
  method: 'PUT',
  path: '/v1/orders/{orderId}/referral',
  access: 'session',
  summary: 'Take part, or change the name friends see',
  description: 'Makes the code and the link, once per person and programme. Doing it again changes the name.',
  params: ofOrder,
  query: inLanguage,
  body: ReferralJoin,
  output: ReferralCard,
  problems: [...mine, 'referral_closed'],
} as const satisfies Endpoint;

/** Lists the referrals of the shopper. */
export const listReferrals = {
  method: 'GET',
  path: '/v1/orders/{orderId}/referrals',
  access: 'session',
  summary: 'List the referrals of the shopper',
  description: 'Newest first; visits that nobody claimed are only counted. Nothing of who the friends are.',
  params: ofOrder,
  query: z.strictObject({ ...pageQuery, locale: z.optional(Locale) }),
  output: pageOf(AdvocateReferral),
  problems: mine,
} as const satisfies Endpoint;

/** Tells that the invitation was shared. */
export const shareReferral = {
  method: 'POST',
  path: '/v1/orders/{orderId}/referral-shares',
  access: 'session',
  summary: 'Tell that the invitation was shared',
  description: 'Counted by day and channel. Whom it was shared with is not told and not kept.',
  params: ofOrder,
  body: ReferralShare,
  output: z.object({}),
  problems: [...mine, 'referral_closed'],
} as const satisfies Endpoint;
