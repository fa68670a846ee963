import './zod-setup.ts';
import * as z from 'zod/mini';
import { closedCodes, routeKinds } from './rights.ts';
import { CalendarDate } from './time.ts';

/**
 * What stands behind an item. `legal_guarantee` is what the law gives against the seller (Directive (EU) 2019/771 and its like);
 * `warranty` is a plan of the store, which takes nothing from it.
 */
export const coverKinds = ['legal_guarantee', 'warranty'] as const;
/** One of `coverKinds`. */
export type CoverKind = (typeof coverKinds)[number];

/** Why a cover ends later than it would by itself. */
export const coverExtensionReasons = ['registration', 'repair', 'store'] as const;

/** A time added to a cover. */
export const CoverExtension = z.object({
  reason: z.enum(coverExtensionReasons),
  months: z.int(),
  /** The last day with it. */
  until: CalendarDate,
});
/** See the schema of the same name. */
export type CoverExtension = z.infer<typeof CoverExtension>;

/** How an end was counted: so many months from a day. All in the store's time zone. */
export const CoverSum = z.object({
  fromKind: z.enum(['delivered', 'purchased', 'registered', 'shipped']),
  from: CalendarDate,
  months: z.int(),
  extensions: z.array(CoverExtension),
  lastDay: CalendarDate,
});
/** See the schema of the same name. */
export type CoverSum = z.infer<typeof CoverSum>;

/** What a plan gives a number of times. */
export const benefitKinds = ['repair', 'kit', 'replacement'] as const;
/** One of `benefitKinds`. */
export type BenefitKind = (typeof benefitKinds)[number];

/** One cover of one item: from when, until when, by which rule, and what it holds. */
export const Cover = z.object({
  kind: z.enum(coverKinds),
  /** The plan's id; null for the legal guarantee. */
  planId: z.nullable(z.string()),
  /** The plan's name in the language asked for; null for the legal guarantee and for a plan without one. */
  name: z.nullable(z.string()),
  /**
   * `upcoming` has not begun (not delivered), `active` covers today, `ended` did, `not_registered` would cover if the item were
   * registered, `unknown` when the day it counts from is not known.
   */
  state: z.enum(['upcoming', 'active', 'ended', 'not_registered', 'unknown']),
  from: z.nullable(CalendarDate),
  /** The last day, this one included; null for a lifetime, and where it cannot be known. */
  until: z.nullable(CalendarDate),
  lifetime: z.boolean(),
  /**
   * For the legal guarantee: the last day on which a defect is presumed to have been there from the start, so that the shopper
   * has nothing to prove; null elsewhere.
   */
  burdenUntil: z.nullable(CalendarDate),
  /** The country whose law it is, or null. */
  country: z.nullable(z.string()),
  /** `law:2019/771`, `law:ES`, `plan:<id>`. */
  rule: z.string(),
  sum: z.nullable(CoverSum),
  /** What is covered and what is not, in plain words, in the language asked for. */
  covers: z.array(z.string()),
  excludes: z.array(z.string()),
  /** Null in `left`: without a limit. */
  benefits: z.array(
    z.object({ kind: z.enum(benefitKinds), total: z.nullable(z.int()), left: z.nullable(z.int()) }),
  ),
});
/** See the schema of the same name. */
export type Cover = z.infer<typeof Cover>;

/** Every door a shopper with a troubled item can go through: the routes of returns, and those of what stands behind it. */
export const doorKinds = [...routeKinds, 'legal_guarantee', 'warranty', 'repair'] as const;
/** One of `doorKinds`. */
export type DoorKind = (typeof doorKinds)[number];

/** The routes that are filed as a claim. The others are filed with the returns. */
export const claimRoutes = ['legal_guarantee', 'warranty', 'repair'] as const;
/** One of `claimRoutes`. */
export type ClaimRoute = (typeof claimRoutes)[number];

/** Why a door is closed. */
export const doorClosedCodes = [
  ...closedCodes,
  /** The cover's last day has passed. */
  'cover_ended',
  /** The plan covers registered items only. */
  'not_registered',
  /** No plan of the store is about this item. */
  'no_plan',
  /** The law of this country gives no such guarantee, or it is not known. */
  'no_legal_guarantee',
  /** The plan does not cover this country. */
  'country_not_covered',
  /** What the plan gives was used up. */
  'benefit_used',
  /** It was sent back. */
  'returned',
  /** A claim about it is under way. */
  'claim_open',
  /** It was bought from somebody else: that seller owes it. */
  'bought_elsewhere',
  /** The registration waits for the store, or was rejected. */
  'registration_open',
  /** The item belongs to somebody else now. */
  'transferred',
] as const;
/** One of `doorClosedCodes`. */
export type DoorClosedCode = (typeof doorClosedCodes)[number];

/** One door: open or closed, until when, by which rule, and whether it is the best one. */
export const DoorDecision = z.object({
  route: z.enum(doorKinds),
  state: z.enum(['open', 'closed']),
  /** Units it is open for. */
  quantity: z.int(),
  opensOn: z.nullable(CalendarDate),
  lastDay: z.nullable(CalendarDate),
  rule: z.string(),
  because: z.nullable(z.enum(doorClosedCodes)),
  /** How the last day of a claim's route came about; null for the others and where no day decided. */
  sum: z.nullable(CoverSum),
  /** Within this the shopper has nothing to prove; null elsewhere. */
  burdenUntil: z.nullable(CalendarDate),
  /** True for exactly one open door at most. */
  best: z.boolean(),
  /**
   * Why it is the best: `free_by_law` costs nothing and needs no proof, `full_refund` gives all back without a reason,
   * `covered` is what the plan promised, `only_one` is the only open one; null for the others.
   */
  whyBest: z.nullable(z.enum(['free_by_law', 'full_refund', 'covered', 'not_shipped', 'only_one'])),
});
/** See the schema of the same name. */
export type DoorDecision = z.infer<typeof DoorDecision>;
