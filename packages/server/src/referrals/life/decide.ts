import type { ReferralReason, ReferralState } from '@postlude/contract';
import type { FriendOrder, ReferralFacts } from './facts.ts';

/** Where a referral goes. */
export interface ReferralDecision {
  readonly state: ReferralState;
  readonly reason: ReferralReason | null;
  readonly decideBy: Date | null;
  readonly heldUntil: Date | null;
  /** When time alone may change it; null where only news do. */
  readonly lookAgainAt: Date | null;
}

/** What has to be known before it can be decided. */
export interface Wanted {
  readonly wants: 'score' | 'returns';
}

const day = 24 * 60 * 60_000;
/** News of an order may come later than the order: a claim runs out a day after its last day. */
export const graceDays = 1;
/** While the last day is not known it is looked again every day. */
const lookEvery = day;

/** Refused by a person, by the score, or because there was no room: nothing that is learned later changes it, only staff do. */
const forGood: ReadonlySet<ReferralReason | null> = new Set([
  'by_store',
  'looks_wrong',
  'advocate_blocked',
  'advocate_full',
  'month_full',
  'programme_full',
]);

/** States that an order or time may change while there is no order. */
const waiting: ReadonlySet<ReferralState> = new Set(['claimed', 'ordered', 'held', 'flagged']);

/** States that count for the caps. */
export const counting: ReadonlySet<ReferralState> = new Set(['held', 'flagged', 'qualified']);

/**
 * Decides where a referral stands. It goes by the facts and not by the way they came: whichever message is first, and however
 * often it comes, the end is the same. What is remembered of before is what people have said, that it counted once, the room it
 * took, and the dates it was given.
 *
 * What was `qualified` can only be voided, and that for good; so is what staff voided.
 */
export function decideReferral(facts: ReferralFacts): ReferralDecision | Wanted {
  const { standing, order } = facts;
  const { state, reason, approved } = standing;
  if (state === 'voided' && (standing.hasCounted || reason === 'by_store')) return stay(facts);
  if (state === 'refused' && !approved && forGood.has(reason)) return stay(facts);
  if (order === null) return withoutOrder(facts);

  const no = state === 'qualified' ? null : refusal(facts, order);
  if (no !== null) return end('refused', no);
  const gone = voided(facts, order);
  // Of several reasons the first one that was known stays: it is voided once.
  if (gone !== null) return state === 'voided' && reason !== 'ran_out' ? stay(facts) : end('voided', gone);
  if (state === 'qualified') return stay(facts);
  const full = noRoom(facts);
  if (full !== null) return end('refused', full);
  if (!order.paid) return { ...nothing, state: 'ordered', reason: null };
  return approved ? hold(facts) : (judge(facts) ?? hold(facts));
}

const nothing = { decideBy: null, heldUntil: null, lookAgainAt: null } as const;

const end = (state: 'refused' | 'voided', reason: ReferralReason): ReferralDecision => ({
  ...nothing,
  state,
  reason,
});

const stay = ({ standing: { state, reason } }: ReferralFacts): ReferralDecision => ({
  ...nothing,
  state,
  reason,
});

function withoutOrder(facts: ReferralFacts): ReferralDecision {
  const { standing, programme, now } = facts;
  if (standing.claimedAt === null || !waiting.has(standing.state)) return stay(facts);
  const last = new Date(standing.claimedAt.getTime() + (programme.attributionDays + graceDays) * day);
  if (now >= last) return end('voided', 'ran_out');
  return { ...nothing, state: 'claimed', reason: null, lookAgainAt: last };
}

/** Why an order does not count, from what was ordered at first: what was given back since makes no order too small. */
function refusal(facts: ReferralFacts, order: FriendOrder): ReferralReason | null {
  const { programme, standing } = facts;
  if (facts.advocateBlocked) return 'advocate_blocked';
  if (order.isAdvocates) return 'own_order';
  if (order.isSomebodysFriend) return 'already_referred';
  if (programme.firstOrderOnly && order.hasEarlier) return 'existing_customer';
  const lastDay =
    (standing.claimedAt?.getTime() ?? Number.POSITIVE_INFINITY) + programme.attributionDays * day;
  if (order.placedAt.getTime() > lastDay) return 'ordered_too_late';
  if (order.country !== null && isClosed(programme.countries, order.country)) return 'country_closed';
  if (isClosed(programme.currencies, order.currency)) return 'currency_closed';
  return isBelow(facts, order.currency, order.bought) ? 'minimum_not_reached' : null;
}

/** Which cap leaves no room. Who has a place keeps it. */
function noRoom({ programme, standing, counted }: ReferralFacts): ReferralReason | null {
  if (counting.has(standing.state)) return null;
  const { perAdvocate, perMonth, programme: most } = programme.caps;
  if (perAdvocate !== null && counted.advocate >= perAdvocate) return 'advocate_full';
  if (perMonth !== null && counted.month >= perMonth) return 'month_full';
  return most !== null && counted.programme >= most ? 'programme_full' : null;
}

const isClosed = (open: readonly string[], one: string): boolean => open.length > 0 && !open.includes(one);

function isBelow({ programme }: ReferralFacts, currency: string, amount: number | null): boolean {
  const least = programme.minimumOrder.find((money) => money.currency === currency);
  return least !== undefined && amount !== null && amount < least.amount;
}

function voided(facts: ReferralFacts, order: FriendOrder): ReferralReason | null {
  if (order.cancelledAt !== null) return 'order_cancelled';
  if (order.allRefunded) return 'order_refunded';
  return isBelow(facts, order.currency, order.left) ? 'below_minimum' : null;
}

/** What its score says; null when it passes. */
function judge({ now, programme, standing, verdict }: ReferralFacts): ReferralDecision | Wanted | null {
  if (verdict === null) return { wants: 'score' };
  if (verdict === 'refuse') return end('refused', 'looks_wrong');
  if (verdict === 'pass') return null;
  const { reviewDays, afterReview } = programme.fraud;
  const decideBy = standing.decideBy ?? new Date(now.getTime() + reviewDays * day);
  if (now < decideBy) {
    return {
      state: 'flagged',
      reason: 'looks_wrong',
      decideBy,
      heldUntil: standing.heldUntil,
      lookAgainAt: decideBy,
    };
  }
  return afterReview === 'refuse' ? end('refused', 'looks_wrong') : null;
}

function hold({ now, programme, standing, returns }: ReferralFacts): ReferralDecision | Wanted {
  const qualified = { ...nothing, state: 'qualified', reason: null } as const;
  if (programme.hold.until === 'days') {
    const heldUntil = standing.heldUntil ?? new Date(now.getTime() + programme.hold.days * day);
    if (now >= heldUntil) return qualified;
    return { ...nothing, state: 'held', reason: 'hold_days', heldUntil, lookAgainAt: heldUntil };
  }
  if (returns === null) return { wants: 'returns' };
  if (returns.over) return qualified;
  const { until } = returns;
  const lookAgainAt = until !== null && until > now ? until : new Date(now.getTime() + lookEvery);
  return { ...nothing, state: 'held', reason: 'returns_open', heldUntil: until, lookAgainAt };
}
