import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { ReferralClaim, ReferralClaimInput, ReferralOffer, ReferralVisitInput } from '../referral-offers.ts';
import { Locale } from '../text.ts';

const inLanguage = z.strictObject({ locale: z.optional(Locale) });
const onPage = ['unknown_store', 'origin_not_allowed'] as const;

/** Reads the offer of a code, and counts the visit. */
export const visitReferralOffer = {
  method: 'POST',
  path: '/v1/referral-visits',
  access: 'publishable',
  summary: 'Read the offer of a code, and count the visit',
  description:
    'A code that opens nothing is answered with the reason, like any other. Trying codes one after the other is slow: there are limits per network.',
  query: inLanguage,
  body: ReferralVisitInput,
  output: ReferralOffer,
  problems: onPage,
} as const satisfies Endpoint;

/** Claims an offer. */
export const claimReferral = {
  method: 'POST',
  path: '/v1/referral-claims',
  access: 'publishable',
  summary: 'Claim an offer',
  description:
    'Gives the friend’s code, once for each claim; with the same Idempotency-Key the same. Nothing is kept in the browser: the order is connected by the code it was paid with, by the token in the order, or by the e-mail address of the claim.',
  body: ReferralClaimInput,
  output: ReferralClaim,
  answersSecret: true,
  problems: onPage,
} as const satisfies Endpoint;

/** Reads a claim again. */
export const getReferralClaim = {
  method: 'GET',
  path: '/v1/referral-claims/{token}',
  access: 'publishable',
  summary: 'Read a claim again',
  description: 'By its token only: for a reward the shop makes, and after a reload.',
  params: z.strictObject({ token: /* @__PURE__ */ z.string().check(z.regex(/^rct_[A-Za-z0-9_-]{43}$/)) }),
  query: inLanguage,
  output: ReferralClaim,
  problems: [...onPage, 'not_found'],
} as const satisfies Endpoint;
