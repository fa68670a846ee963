import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { ItemMatch, LocalText, MailChoice, RuleId } from './return-policy.ts';
import { text, WebAddress } from './text.ts';
import { Instant } from './time.ts';

const days = (least: number, most: number) =>
  /* @__PURE__ */ z.int().check(z.minimum(least), z.maximum(most));
const someRules = <S extends z.ZodMiniType>(rule: S, most: number) =>
  /* @__PURE__ */ z.array(rule).check(z.maxLength(most));

/** Whether a field of the form is shown, and whether it has to be filled. */
export const FieldMode = z.enum(['off', 'optional', 'required']);
/** See the schema of the same name. */
export type FieldMode = z.infer<typeof FieldMode>;

/** What and when a store asks. */
export const AskSettings = z.strictObject({
  /** Which kinds are asked at all. The plain form behind a link works whatever this says. */
  registration: z.boolean(),
  review: z.boolean(),
  media: z.boolean(),
  /** Recommending the shop: only who is content is asked, and only while a referral programme runs. */
  referral: z.boolean(),
  /** Days of use before a review is asked, counted from the carrier's own time of delivery. 14 unless a rule of `usage` fits. */
  usageDays: days(0, 730),
  /** Days of use by product; the first that fits counts. */
  usage: someRules(z.strictObject({ id: RuleId, match: z.optional(ItemMatch), days: days(0, 730) }), 200),
  /** Days to wait again after a return, claim or repair of the item was closed. */
  freshWaitDays: days(0, 365),
  /** Days after shipping from which an item without any news of its delivery counts as delivered; null: never. */
  deliveredAfterDays: z.nullable(days(1, 365)),
  /** Days between the own review becoming public and the ask for a photo. */
  mediaDays: days(0, 365),
  /** Days after it was due for the first time from which an ask that nobody answered ends. */
  endsAfterDays: days(30, 3650),
});
/** See the schema of the same name. */
export type AskSettings = z.infer<typeof AskSettings>;

/** A question with five steps: how something fits, how good it is made. */
export const ReviewScale = z.strictObject({
  id: RuleId,
  match: z.optional(ItemMatch),
  label: LocalText,
  /** What 1 and 5 mean; and 3, where the middle is the best (`too small … just right … too large`). */
  low: LocalText,
  middle: z.optional(LocalText),
  high: LocalText,
  mode: z.enum(['optional', 'required']),
});
/** See the schema of the same name. */
export type ReviewScale = z.infer<typeof ReviewScale>;

/**
 * What a store gives for a review: the same whatever it says (16 CFR 465.4). It is told before, frozen with the ask, and every
 * review that was promised one is marked as incentivised. There is none for reviews of the shop itself.
 */
export const ReviewReward = z.strictObject({
  id: RuleId,
  match: z.optional(ItemMatch),
  /** What it is, as the shopper reads it: *10 % off your next order*. Must not speak of stars or of good reviews. */
  label: LocalText,
  /** Shown when the review has been sent. Null: the shop sends the reward itself when it is told `review.created`. */
  code: z.nullable(text(64)),
});
/** See the schema of the same name. */
export type ReviewReward = z.infer<typeof ReviewReward>;

/** What a store does about asks and reviews. Each change is a new version. */
export const ReviewPolicyInput = z.strictObject({
  asks: AskSettings,
  form: z.strictObject({
    title: FieldMode,
    text: FieldMode,
    photos: FieldMode,
    videos: z.enum(['off', 'optional']),
    prosAndCons: z.enum(['off', 'optional']),
    recommend: z.enum(['off', 'optional']),
    /** Questions that help to write, by product: *How did it wash?* */
    prompts: someRules(z.strictObject({ id: RuleId, match: z.optional(ItemMatch), text: LocalText }), 200),
    scales: someRules(ReviewScale, 100),
    /** Also asks about the shop itself, after the items. Never with a reward. */
    store: z.boolean(),
    /** Terms to agree to, in words with an address; null: none. */
    terms: z.nullable(z.strictObject({ text: LocalText, url: z.nullable(WebAddress) })),
  }),
  /** The first that fits an item counts. */
  rewards: someRules(ReviewReward, 50),
  moderation: z.strictObject({
    /** `at_once`: public when sent unless something is flagged; `after_approval`: everything waits for staff. Blind to stars. */
    publish: z.enum(['at_once', 'after_approval']),
    /** Words that flag a review. They never reject one. */
    words: someRules(text(64), 2000),
    flagLinks: z.boolean(),
    flagContactData: z.boolean(),
  }),
  display: z.strictObject({
    /** Reviews nobody could connect with an order (imports) are shown, marked as unverified. */
    unverified: z.boolean(),
    /** The order of a list that nobody has sorted. */
    sort: z.enum(['newest', 'helpful']),
  }),
  /**
   * Mails to who wrote a review that staff reject or hide, where the backend has a mail server. They are sent unless the store says
   * otherwise; after a report they always are (Regulation (EU) 2022/2065, Article 17).
   */
  mails: z.optional(MailChoice),
});
/** See the schema of the same name. */
export type ReviewPolicyInput = z.infer<typeof ReviewPolicyInput>;

/** A version of the review policy. */
export const ReviewPolicy = z.object({
  id: idOf('reviewPolicy'),
  version: z.int(),
  validFrom: Instant,
  policy: ReviewPolicyInput,
  /** The policy in sentences, in the language asked for. */
  words: z.array(z.string()),
});
/** See the schema of the same name. */
export type ReviewPolicy = z.infer<typeof ReviewPolicy>;
