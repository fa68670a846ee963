import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Currency, MoneyInput } from './money.ts';
import { LocalText } from './return-policy.ts';
import { Country, text, WebAddress } from './text.ts';
import { Instant, InstantInput } from './time.ts';

const whole = (least: number, most: number) =>
  /* @__PURE__ */ z.int().check(z.minimum(least), z.maximum(most));
const upTo = <S extends z.ZodMiniType>(item: S, most: number) =>
  /* @__PURE__ */ z.array(item).check(z.maxLength(most));

/**
 * How a reward comes to whom it is for. `pool`: Postlude takes the next code of the pool that was imported. `webhook`: the shop
 * is asked by `reward.issue` and answers with the code or the id of the credit.
 */
export const rewardIssuers = ['pool', 'webhook'] as const;

const issuedBy = { by: z.enum(rewardIssuers) };

/** What somebody gets. Sums are in one currency; a programme for several currencies is several programmes. */
export const ReferralReward = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amount: MoneyInput, ...issuedBy }),
  z.strictObject({ kind: z.literal('percent'), percent: whole(1, 100), ...issuedBy }),
  z.strictObject({ kind: z.literal('free_shipping'), ...issuedBy }),
  z.strictObject({
    kind: z.literal('product'),
    productId: text(128),
    title: LocalText,
    /** What it costs the shop, for the figures; null: not counted. */
    worth: z.nullable(MoneyInput),
    ...issuedBy,
  }),
  z.strictObject({ kind: z.literal('store_credit'), amount: MoneyInput, ...issuedBy }),
]);
/** See the schema of the same name. */
export type ReferralReward = z.infer<typeof ReferralReward>;

/** What looks wrong about a referral, from facts the shop has. Each has its points; together they are the score (0 to 100). */
export const fraudSignals = [
  /** The shop knows both as one customer. */
  'same_customer',
  /** The same mailbox, dots, plus signs, capitals and twin domains aside. */
  'same_email',
  'same_name_and_postcode',
  /** The same street, house and postcode. */
  'same_address',
  /** The same name, elsewhere. */
  'same_name',
  /** The shop told the same fingerprint of the means of payment. */
  'same_payment',
  'same_phone',
  /** The friend has bought here before. */
  'not_first_order',
  /** More friends of one advocate than is usual, within a day. */
  'many_of_advocate',
  /** More friends from one network than is usual, within a day. Offices and dormitories share one, so it never decides alone. */
  'many_of_network',
  /** The advocate's network. Households and offices share one, so it never decides alone. */
  'same_network',
  /** The order was paid with a reward of the advocate. */
  'advocates_reward_used',
  /** They refer each other, or in a ring. */
  'ring',
  /** Many strangers came by this link within an hour: it was posted in public. */
  'posted_in_public',
  /** A mailbox made to be thrown away. */
  'throwaway_email',
] as const;
/** One of `fraudSignals`. */
export type FraudSignal = (typeof fraudSignals)[number];

/** How carefully a programme is watched. */
export const FraudSettings = z.strictObject({
  /** Below this score a referral passes. */
  passBelow: whole(1, 100),
  /** From this score on it is refused; between the two staff decide. */
  refuseFrom: whole(1, 101),
  /** Days staff have to decide. */
  reviewDays: whole(1, 60),
  /** What happens when they did not. */
  afterReview: z.enum(['approve', 'refuse']),
  /** Friends of one advocate in 24 hours that are still usual. */
  advocatePerDay: whole(1, 10_000),
  /** Friends from one network in 24 hours that are still usual. */
  networkPerDay: whole(1, 10_000),
  /** Visits by one link within an hour that are still usual among friends. */
  visitsPerHour: whole(1, 100_000),
});
/** See the schema of the same name. */
export type FraudSettings = z.infer<typeof FraudSettings>;

/** A programme as the store sets it. Each change is a new version; a referral goes on under the version it was claimed by. */
export const ReferralProgrammeInput = z.strictObject({
  /** For staff only. */
  name: text(80),
  /** Runs from, and until before; null: from the start, without an end. */
  startsAt: z.nullable(InstantInput),
  endsAt: z.nullable(InstantInput),
  /** Stopped by hand: nobody joins or claims. What was claimed goes on. */
  paused: z.boolean(),
  /** What the advocate gets for each friend; null: nothing. */
  advocate: z.nullable(ReferralReward),
  /** What the friend gets off the first order; null: nothing. One of the two is given. */
  friend: z.nullable(ReferralReward),
  /** Least that a friend has to order, after discounts and without shipping, by currency. */
  minimumOrder: upTo(MoneyInput, 50),
  /** Only for whom it is the first order. */
  firstOrderOnly: z.boolean(),
  /** Friends that are rewarded at most: of one advocate, of one advocate in a calendar month, of all. Null: no limit. */
  caps: z.strictObject({
    perAdvocate: z.nullable(whole(1, 1_000_000)),
    perMonth: z.nullable(whole(1, 1_000_000)),
    programme: z.nullable(whole(1, 100_000_000)),
  }),
  /** How long the advocate's reward waits after the friend's order: until the last day the friend may return anything, or days. */
  hold: z.discriminatedUnion('until', [
    z.strictObject({ until: z.literal('returns_over') }),
    z.strictObject({ until: z.literal('days'), days: whole(0, 365) }),
  ]),
  /** Days between claiming and ordering. */
  attributionDays: whole(1, 365),
  /** Who may take part: from which moment of an order on, and with how many orders. */
  takePart: z.strictObject({ from: z.enum(['order', 'delivery']), orders: whole(1, 100) }),
  /** Where the friend's order goes, and in which currencies. Empty: everywhere, any. */
  countries: upTo(Country, 250),
  currencies: upTo(Currency, 50),
  /** Whether a friend tells an e-mail address before the code is given. It is used to find who is a customer already, and for nothing else. */
  friendEmail: z.boolean(),
  /** The page with `<postlude-referral-offer>` that links lead to. */
  landingUrl: WebAddress,
  /** What the advocate's message says at first; null: Postlude's own words. `{link}` and `{code}` stand for the two. */
  message: z.nullable(LocalText),
  fraud: FraudSettings,
});
/** See the schema of the same name. */
export type ReferralProgrammeInput = z.infer<typeof ReferralProgrammeInput>;

/** How a programme stands by its dates. */
export const programmeStates = ['planned', 'running', 'paused', 'ended'] as const;

/** A version of a programme. */
export const ReferralProgramme = z.object({
  id: idOf('referralProgramme'),
  version: z.int(),
  validFrom: Instant,
  state: z.enum(programmeStates),
  programme: ReferralProgrammeInput,
  /** The terms in sentences, made from the settings, in the language asked for: what advocates and friends read. */
  terms: z.array(z.string()),
  /** What staff should know: an empty pool, an end that has passed. */
  warnings: z.array(z.string()),
});
/** See the schema of the same name. */
export type ReferralProgramme = z.infer<typeof ReferralProgramme>;
