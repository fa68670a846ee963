import type {
  ClosedCode,
  DateSum,
  DeliveryProblem,
  Money,
  RouteDecision,
  RouteKind,
} from '@postlude/contract';
import type { CountFrom } from './days.ts';
import { countDays, noExtension } from './days.ts';
import type { RightsFacts } from './facts.ts';
import type { Item } from './units.ts';

/** What the routes of an item are decided from: the facts, read once for the whole order. */
export interface Case {
  readonly facts: RightsFacts;
  /** The day it is in the store's zone. */
  readonly today: string;
  /** The day the order was placed; null when its moment cannot be read. */
  readonly placedOn: string | null;
  /** Every item of the order. */
  readonly items: readonly Item[];
}

/** What is the same for all items of an order, counted once: an order of a hundred lines asks for it some hundred times. */
export function oncePerOrder<T>(count: (of: Case) => T): (of: Case) => T {
  const counted = new WeakMap<Case, { readonly result: T }>();
  return (of) => {
    const known = counted.get(of) ?? { result: count(of) };
    counted.set(of, known);
    return known.result;
  };
}

/** Which route a decision is about, and by what rule. */
interface Decided {
  readonly route: RouteKind;
  readonly rule: string;
}

/** What a closed route may say beside its code. */
interface ClosedDetails {
  readonly opensOn?: string | null;
  readonly lastDay?: string | null;
  readonly sum?: DateSum | null;
}

/** A closed route. */
export function closed(
  { route, rule }: Decided,
  because: ClosedCode,
  details: ClosedDetails = {},
): RouteDecision {
  return {
    route,
    state: 'closed',
    quantity: 0,
    opensOn: details.opensOn ?? null,
    lastDay: details.lastDay ?? null,
    cost: null,
    refund: null,
    rule,
    because,
    sum: details.sum ?? null,
    problems: [],
  };
}

/** A route closed until a day comes; the sum is how that day came about. */
export function closedUntil(
  decided: Decided,
  because: ClosedCode,
  from: CountFrom,
  days: number,
): RouteDecision {
  const sum = countDays(from, days, noExtension);
  return closed(decided, because, { opensOn: sum.lastDay, sum });
}

/** An open route with what it costs and what comes back. Neither is told to the receiver of a gift. */
export function open(
  { route, rule }: Decided,
  item: Item,
  facts: RightsFacts,
  details: { sum?: DateSum | null; problems?: readonly DeliveryProblem[] } = {},
): RouteDecision {
  const { currency } = facts.order;
  const worth = facts.isGift ? null : facts.worth(item.line, item.open, route);
  const money = (amount: number): Money => ({ amount, currency });
  const sum = details.sum ?? null;
  return {
    route,
    state: 'open',
    quantity: item.open,
    opensOn: null,
    lastDay: sum?.lastDay ?? null,
    cost: worth && money(worth.cost),
    // What an exchange gives back depends on what is taken instead.
    refund: worth && route !== 'exchange' ? money(worth.refund) : null,
    rule,
    because: null,
    sum,
    problems: [...(details.problems ?? [])],
  };
}

/** Open until the sum's last day, which counts whole; closed from then on. Without a sum there is no end. */
export function openUntil(
  decided: Decided,
  sum: DateSum | null,
  item: Item,
  { facts, today }: Case,
): RouteDecision {
  if (sum !== null && today > sum.lastDay) {
    return closed(decided, 'window_ended', { lastDay: sum.lastDay, sum });
  }
  return open(decided, item, facts, { sum });
}

/** What closes every route alike, whatever the day. */
export function closedForAll(route: RouteKind, item: Item, { order }: RightsFacts): RouteDecision | null {
  // Downloads and gift cards: nothing to send back, and no facts that tell whether they were used.
  if (item.arrival === null && !item.line.shippable) {
    return closed({ route, rule: 'not_shippable' }, 'not_offered');
  }
  if (order.cancelledAt !== null) return closed({ route, rule: 'order' }, 'order_cancelled');
  if (item.open === 0) return closed({ route, rule: 'units' }, 'nothing_left');
  return null;
}
