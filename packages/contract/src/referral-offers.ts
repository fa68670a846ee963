import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { rewardStates } from './referrals.ts';
import { Country, EmailAddress, Locale, text } from './text.ts';
import { Instant } from './time.ts';

/** Why an offer is not for somebody. Each is told kindly and at once. */
export const offerClosed = [
  /** No such code: mistyped, or of another shop. */
  'code_unknown',
  'not_started',
  'programme_ended',
  'paused',
  /** The programme, or this advocate, has given all there was. */
  'all_given',
  /** The codes have run out; the store is told. */
  'none_left',
  'country_closed',
  'own_link',
  'existing_customer',
] as const;
/** One of `offerClosed`. */
export type OfferClosed = (typeof offerClosed)[number];

/** A code as a friend has it: from a link, or typed as it was heard. Spaces, capitals, dashes and look-alike letters are of no importance. */
export const ReferralCode = text(64);

/** Looking at an offer. */
export const ReferralVisitInput = z.strictObject({
  code: ReferralCode,
  /** True when a link was followed: it counts as a visit. */
  followed: z.boolean(),
  country: z.optional(z.nullable(Country)),
});
/** See the schema of the same name. */
export type ReferralVisitInput = z.infer<typeof ReferralVisitInput>;

/** The offer of a code, as a friend sees it. */
export const ReferralOffer = z.object({
  /** Null: it can be claimed. */
  closed: z.nullable(z.enum(offerClosed)),
  /** *Ada gives you €20 off your first order*, or why it is not for them and what they can do instead. */
  words: z.string(),
  /** As it is written by the store; null for a code nobody has. */
  code: z.nullable(z.string()),
  /** Null: *A friend*. */
  advocate: z.nullable(z.string()),
  /** *€20 off*; null where only the advocate gets something. */
  reward: z.nullable(z.string()),
  terms: z.array(z.string()),
  needsEmail: z.boolean(),
  endsAt: z.nullable(Instant),
  /** Send it with the claim; null when no visit was counted. */
  referralId: z.nullable(idOf('referral')),
});
/** See the schema of the same name. */
export type ReferralOffer = z.infer<typeof ReferralOffer>;

/** Claiming an offer. */
export const ReferralClaimInput = z.strictObject({
  code: ReferralCode,
  referralId: z.optional(z.nullable(idOf('referral'))),
  /** Where the programme asks for it. */
  email: z.optional(z.nullable(EmailAddress)),
  country: z.optional(z.nullable(Country)),
  locale: z.optional(Locale),
});
/** See the schema of the same name. */
export type ReferralClaimInput = z.infer<typeof ReferralClaimInput>;

/** What came of a claim. */
export const ReferralClaim = z.object({
  /** Null: claimed. */
  closed: z.nullable(z.enum(offerClosed)),
  words: z.string(),
  /** Reads the claim again later (`getReferralClaim`); the only thing that does. Null when it was not claimed. */
  token: z.nullable(z.string()),
  /** How the friend's reward stands; null where only the advocate gets something. */
  reward: z.nullable(
    z.object({
      state: z.enum(rewardStates),
      label: z.string(),
      /** To be typed in at the till; null while the shop makes it. */
      code: z.nullable(z.string()),
    }),
  ),
  /** To be used at the till where there is no code of one's own: the advocate's. It connects the order. */
  mention: z.nullable(z.string()),
  /** Order before this. */
  until: z.nullable(Instant),
  terms: z.array(z.string()),
  /** Seconds after which it is worth asking again; null when nothing will change by itself. */
  refreshAfter: z.nullable(z.int()),
});
/** See the schema of the same name. */
export type ReferralClaim = z.infer<typeof ReferralClaim>;
