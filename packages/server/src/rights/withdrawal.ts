import type { DateSum, RouteDecision } from '@postlude/contract';
import { isInWithdrawalArea } from './countries.ts';
import { type CountFrom, countDays } from './days.ts';
import { type Case, closed, closedForAll, oncePerOrder, openUntil } from './decision.ts';
import { matchesItem } from './match.ts';
import type { Item } from './units.ts';
import { lastOf } from './window.ts';

const law = 'law:2011/83/EU';

/** The right of withdrawal of a whole order. */
export interface WithdrawalPeriod {
  readonly state: 'open' | 'closed';
  /** Null while it cannot be known, which never closes it. */
  readonly lastDay: string | null;
  readonly sum: DateSum | null;
}

/**
 * The right of withdrawal (Directive 2011/83/EU). It is there from the moment the order was placed, and ends so many
 * days after the last item of the order was delivered (Article 9(2)(b)(i)); as long as a delivery or its day is not
 * known, it has no end. What the store names as exempt (Article 16) has no such right.
 */
export function decideWithdrawal(item: Item, of: Case): RouteDecision {
  const { facts } = of;
  const route = 'withdraw';
  const decided = { route, rule: law } as const;
  if (item.arrival === null && !item.line.shippable) {
    return closed({ route, rule: 'not_shippable' }, 'not_offered');
  }
  if (facts.isGift) return closed(decided, 'gift');
  const { offered } = facts.policy.withdrawal;
  if (offered === 'off') return closed({ route, rule: 'withdrawal' }, 'not_offered');
  if (offered === 'eu' && !isInWithdrawalArea(facts.order.country)) {
    return closed({ route, rule: 'withdrawal' }, 'not_in_country');
  }
  if (isExempt(item, of)) return closed({ route, rule: `${law}:16` }, 'product_excluded');
  return closedForAll(route, item, facts) ?? openUntil(decided, sumOf(of), item, of);
}

/** The period of the whole order; null where it is not offered: to nobody there, to a gift's receiver, for exempt goods only. */
export function periodOf(of: Case): WithdrawalPeriod | null {
  const { facts, today, items } = of;
  const { offered } = facts.policy.withdrawal;
  if (facts.isGift || offered === 'off') return null;
  if (offered === 'eu' && !isInWithdrawalArea(facts.order.country)) return null;
  if (items.length > 0 && items.every((item) => isExempt(item, of))) return null;
  if (facts.order.cancelledAt !== null) return { state: 'closed', lastDay: null, sum: null };
  const sum = sumOf(of);
  const isOver = sum !== null && today > sum.lastDay;
  return { state: isOver ? 'closed' : 'open', lastDay: sum?.lastDay ?? null, sum };
}

const isExempt = (item: Item, { facts }: Case): boolean =>
  (facts.policy.withdrawal.exempt ?? []).some((match) => matchesItem(match, facts.order, item.line));

const sumOf = oncePerOrder((of): DateSum | null => {
  const { days, extendToWorkingDay } = of.facts.policy.withdrawal;
  const from = startOf(of);
  return (
    from &&
    countDays(from, days, {
      toWorkingDay: extendToWorkingDay,
      holidays: of.facts.policy.window.holidays ?? [],
      season: null,
    })
  );
});

/**
 * The delivery of the last item. An order of nothing to deliver counts from the day it was placed (Article 9(2)(a) and
 * (c)). What never came and is not open any more is waited for no longer.
 */
function startOf({ items, placedOn }: Case): CountFrom | null {
  const goods = items.filter(({ line, arrival }) => arrival !== null || line.shippable);
  if (goods.length === 0) {
    return placedOn === null || items.length === 0 ? null : { kind: 'placed', day: placedOn, bufferDays: 0 };
  }
  const counted = goods.filter(({ arrival, open }) => open > 0 || (arrival?.deliveredDay ?? null) !== null);
  if (counted.some(({ arrival }) => (arrival?.deliveredDay ?? null) === null)) return null;
  return lastOf(counted, 0);
}
