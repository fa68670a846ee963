import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Money } from './money.ts';
import { text } from './text.ts';
import { CalendarDate, Instant } from './time.ts';

/**
 * How a referral stands. `clicked`: somebody followed the link. `claimed`: took the friend's reward. `ordered`: an order of the
 * friend is there and not paid. `held`: paid, the friend can still return it. `flagged`: something looks wrong, staff decide.
 * `qualified`: it counts. `refused`: it never counted. `voided`: it would have counted, and what it stood on is gone.
 */
export const referralStates = [
  'clicked',
  'claimed',
  'ordered',
  'held',
  'flagged',
  'qualified',
  'refused',
  'voided',
] as const;
/** One of `referralStates`. */
export type ReferralState = (typeof referralStates)[number];

/** Why a referral stands where it ended or waits. */
export const referralReasons = [
  // held
  'returns_open',
  'hold_days',
  // flagged and refused
  'looks_wrong',
  // refused
  'own_order',
  'existing_customer',
  /** Another advocate's friend, or this one's from before. */
  'already_referred',
  'minimum_not_reached',
  'country_closed',
  'currency_closed',
  'advocate_full',
  'month_full',
  'programme_full',
  'ordered_too_late',
  /** The advocate was shut out by staff. */
  'advocate_blocked',
  'by_store',
  // voided
  /** No order came in time. */
  'ran_out',
  'order_cancelled',
  'order_refunded',
  /** What is left of the order is below the minimum. */
  'below_minimum',
] as const;
/** One of `referralReasons`. */
export type ReferralReason = (typeof referralReasons)[number];

/**
 * How a reward stands. `earned`: it is due. `issued`: there is a code or a credit. `sent`: whom it is for was told. `redeemed`:
 * it was used. `failed`: it could not be issued; staff can try again. `revoked`: it was taken back.
 */
export const rewardStates = ['earned', 'issued', 'sent', 'redeemed', 'failed', 'revoked'] as const;
/** One of `rewardStates`. */
export type RewardState = (typeof rewardStates)[number];

/** Whom a reward is for. */
export const rewardSides = ['advocate', 'friend'] as const;
/** One of `rewardSides`. */
export type RewardSide = (typeof rewardSides)[number];

/** A reward as a shopper sees it. */
export const ShopperReward = z.object({
  id: idOf('reward'),
  state: z.enum(rewardStates),
  /** *€20 off*. */
  label: z.string(),
  /** For the till; null while there is none, and for credit. */
  code: z.nullable(z.string()),
  /** Where it stands, in a sentence. */
  words: z.string(),
  at: Instant,
});
/** See the schema of the same name. */
export type ShopperReward = z.infer<typeof ShopperReward>;

/** A referral as the advocate sees it: nothing of the friend but that there is one. */
export const AdvocateReferral = z.object({
  id: idOf('referral'),
  state: z.enum(referralStates),
  reason: z.nullable(z.enum(referralReasons)),
  /** Plain words with the day: *Waiting until 12 December: your friend can still return the order.* */
  words: z.string(),
  /** The last day it waits for, in the store's time zone; null where it waits for no day. */
  until: z.nullable(CalendarDate),
  reward: z.nullable(ShopperReward),
  createdAt: Instant,
  changedAt: Instant,
});
/** See the schema of the same name. */
export type AdvocateReferral = z.infer<typeof AdvocateReferral>;

/** Why a shopper cannot take part now. */
export const advocateClosed = [
  'no_programme',
  /** Not as many orders, or not delivered yet. */
  'not_yet',
  /** Shut out by the store. */
  'blocked',
  /** The order has no e-mail address, so there is nobody to keep the rewards for. */
  'no_email',
  /** Bought elsewhere, taken over, or opened as a gift. */
  'not_offered',
] as const;

/** What an advocate shares. */
export const ReferralInvitation = z.object({
  /** Can be said aloud: `ADA-7K3M`. No letter is mistaken for a digit. */
  code: z.string(),
  link: z.string(),
  /** How friends see the advocate; null: *A friend*. */
  name: z.nullable(z.string()),
  /** The message to begin with, link and code in it. */
  message: z.string(),
  /** The link as a QR code: the `d` of an SVG path, and how many modules the square is wide, its light border included. */
  qr: z.object({ path: z.string(), size: z.int() }),
});
/** See the schema of the same name. */
export type ReferralInvitation = z.infer<typeof ReferralInvitation>;

/** Numbers of an advocate. */
export const ReferralTotals = z.object({
  /** How many followed the link, took the offer, wait, counted, came to nothing. */
  visits: z.int(),
  claimed: z.int(),
  waiting: z.int(),
  qualified: z.int(),
  ended: z.int(),
  /** Sums of rewards that are money, by currency: those that were given, and those that wait. */
  earned: z.array(Money),
  pending: z.array(Money),
});
/** See the schema of the same name. */
export type ReferralTotals = z.infer<typeof ReferralTotals>;

/** What `<postlude-referral>` shows. */
export const ReferralCard = z.object({
  /** Null: `closed` says why there is no programme to take part in now. What was shared before is told all the same. */
  programme: z.nullable(
    z.object({
      id: idOf('referralProgramme'),
      version: z.int(),
      /** What both get, in one sentence. */
      offer: z.string(),
      advocateReward: z.nullable(z.string()),
      friendReward: z.nullable(z.string()),
      terms: z.array(z.string()),
      endsAt: z.nullable(Instant),
    }),
  ),
  closed: z.nullable(z.enum(advocateClosed)),
  /** Null until the shopper takes part. */
  invitation: z.nullable(ReferralInvitation),
  /** The name to begin with when taking part. */
  suggestedName: z.nullable(z.string()),
  totals: ReferralTotals,
  /** The newest; visits nobody claimed are only counted. */
  referrals: z.array(AdvocateReferral),
  next: z.nullable(z.string()),
  /** Rewards of this shopper, newest first: as advocate, and as a friend. */
  rewards: z.array(z.object({ side: z.enum(rewardSides), reward: ShopperReward })),
  /** Seconds after which it is worth asking again; null when nothing will change by itself soon. */
  refreshAfter: z.nullable(z.int()),
});
/** See the schema of the same name. */
export type ReferralCard = z.infer<typeof ReferralCard>;

/** Taking part, or changing the name friends see. */
export const ReferralJoin = z.strictObject({
  programmeId: idOf('referralProgramme'),
  /** Null: *A friend*. */
  name: z.nullable(text(40)),
});
/** See the schema of the same name. */
export type ReferralJoin = z.infer<typeof ReferralJoin>;

/** How an invitation was shared. Told for the figures; nothing of whom to. */
export const shareChannels = ['sheet', 'whatsapp', 'email', 'sms', 'copy_link', 'copy_code', 'qr'] as const;
/** See `shareChannels`. */
export const ReferralShare = z.strictObject({ channel: z.enum(shareChannels) });
/** See the schema of the same name. */
export type ReferralShare = z.infer<typeof ReferralShare>;
