import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { pageQuery } from './pages.ts';
import { Instant } from './time.ts';

/** What a shopper can be asked. Of several that are due the first of this list comes first. */
export const askKinds = ['registration', 'review', 'media', 'referral'] as const;
/** One of `askKinds`. */
export type AskKind = (typeof askKinds)[number];

/**
 * How an ask stands. `due`: it may be shown now. `held`: something of this item stands against it. `capped`: the shopper has been
 * asked enough for now. `ended`: it is never shown again. Held and capped ones become due again by themselves.
 */
export const askStates = ['due', 'held', 'capped', 'ended'] as const;
/** One of `askStates`. */
export type AskState = (typeof askStates)[number];

/** Why an ask stands as it does. Those of reviews and photos know nothing of what the shopper thinks. */
export const askReasons = [
  // due
  /** The time of use is over, or, for a registration, the item has arrived. */
  'time_has_come',
  /** The wait after a return, claim or repair is over. */
  'waited_again',
  // held
  'not_delivered',
  /** The days of use are not over. */
  'in_use',
  'return_open',
  'claim_open',
  /** A return, claim or repair was closed a short while ago. */
  'waiting_again',
  /** For a photo: the own review is not public yet. */
  'review_not_public',
  /** For a referral: nothing has told yet that the shopper is content. */
  'not_happy_yet',
  // capped
  /** Another ask comes first. */
  'another_first',
  /** A marketing ask was shown within the last seven days. */
  'asked_this_week',
  /** Two of this kind were dismissed; it rests for ninety days. */
  'resting',
  /** For a referral: asked for within the last ninety days, on whatever order's page. */
  'asked_lately',
  // ended
  'answered',
  /** Done without having been asked: reviewed by the plain form, registered by itself. */
  'done_already',
  'order_cancelled',
  /** Every unit was returned or refunded before one was delivered. */
  'never_kept',
  /** The item went to another owner. */
  'handed_over',
  /** The store does not ask this. */
  'switched_off',
  /** There is nothing to ask: a line without a product, a plan that needs no registration. */
  'nothing_to_ask',
  /** Nobody answered within the store's time. */
  'ran_out',
] as const;
/** One of `askReasons`. */
export type AskReason = (typeof askReasons)[number];

/** What may be shown now: asks of one kind for one order, in one sitting. */
export const AskOffer = z.object({
  kind: z.enum(askKinds),
  asks: z.array(
    z.object({
      id: idOf('ask'),
      lineId: idOf('line'),
      /** For a photo: the review it goes to. */
      reviewId: z.nullable(idOf('review')),
    }),
  ),
});
/** See the schema of the same name. */
export type AskOffer = z.infer<typeof AskOffer>;

/** At most one offer a page view. */
export const CurrentAsk = z.object({
  offer: z.nullable(AskOffer),
  /** Seconds after which it is worth asking again; null when nothing will change by itself soon. */
  refreshAfter: z.nullable(z.int()),
});
/** See the schema of the same name. */
export type CurrentAsk = z.infer<typeof CurrentAsk>;

/** What became of an offer on a page. `shown` counts once; answering is what the thing asked for does by itself. */
export const AskResponse = z.strictObject({
  askIds: /* @__PURE__ */ z.array(idOf('ask')).check(z.minLength(1), z.maxLength(200)),
  response: z.enum(['shown', 'dismissed']),
});
/** See the schema of the same name. */
export type AskResponse = z.infer<typeof AskResponse>;

/** A decision about an ask, as it was stored. */
export const AskDecision = z.object({
  at: Instant,
  state: z.enum(askStates),
  reason: z.enum(askReasons),
  /** What holds it: of this item, or, for a referral, of any order of the shopper. Null for other reasons. */
  because: z.nullable(
    z.object({ kind: z.enum(['return', 'claim', 'withdrawal']), id: z.string(), number: z.string() }),
  ),
  /** When it is looked at again; null where an event decides (a return that closes), or never. */
  lookAgainAt: z.nullable(Instant),
  /** The version of the rules that decided. */
  ruleVersion: z.int(),
  policyVersion: z.int(),
});
/** See the schema of the same name. */
export type AskDecision = z.infer<typeof AskDecision>;

/** An ask as staff see it. */
export const StaffAsk = z.object({
  id: idOf('ask'),
  kind: z.enum(askKinds),
  orderId: idOf('order'),
  orderNumber: z.string(),
  lineId: idOf('line'),
  title: z.string(),
  /** How it stands now. */
  decision: AskDecision,
  /** The same in a sentence: *Held since 3 May: return R-1001-1 is open on this item. Looked at again when it closes.* */
  words: z.string(),
  firstShownAt: z.nullable(Instant),
  timesShown: z.int(),
  dismissedAt: z.nullable(Instant),
  answeredAt: z.nullable(Instant),
  /** The reward that was promised, in the store's language; null without one. */
  reward: z.nullable(z.object({ id: z.string(), label: z.string() })),
  createdAt: Instant,
});
/** See the schema of the same name. */
export type StaffAsk = z.infer<typeof StaffAsk>;

/** An ask with every decision about it, the newest first, each with its sentence. */
export const StaffAskDetail = z.object({
  ask: StaffAsk,
  decisions: z.array(z.object({ decision: AskDecision, words: z.string() })),
});
/** See the schema of the same name. */
export type StaffAskDetail = z.infer<typeof StaffAskDetail>;

/** The query of the list of asks. */
export const AsksQuery = z.strictObject({
  ...pageQuery,
  kind: z.optional(z.enum(askKinds)),
  state: z.optional(z.enum(askStates)),
  reason: z.optional(z.enum(askReasons)),
  order: z.optional(idOf('order')),
  locale: z.optional(z.string()),
});

/** How many asks stand where: the funnel of each kind, and its reasons. */
export const AskFunnel = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(askKinds),
      asks: z.int(),
      shown: z.int(),
      dismissed: z.int(),
      answered: z.int(),
      standing: z.array(
        z.object({ state: z.enum(askStates), reason: z.enum(askReasons), asks: z.int(), words: z.string() }),
      ),
    }),
  ),
});
/** See the schema of the same name. */
export type AskFunnel = z.infer<typeof AskFunnel>;
