import type { DeliveryProblem, RouteDecision } from '@postlude/contract';
import { type Arrival, countedFrom } from './arrival.ts';
import { type CountFrom, countDays, laterDay, noExtension } from './days.ts';
import { type Case, closed, closedForAll, closedUntil, open } from './decision.ts';
import type { Item } from './units.ts';

/**
 * `delivery_problem`: lost (no scan for the store's waiting days, or told so by the carrier), damaged and wrong (from the
 * first delivery on), missing (some days after a delivery was told). It ends some days after the last delivery, and never
 * while a parcel is still to come.
 */
export function decideDeliveryProblem(item: Item, of: Case): RouteDecision {
  const { facts, today } = of;
  const route = 'delivery_problem';
  const forAll = closedForAll(route, item, facts);
  if (forAll) return forAll;
  const { arrival } = item;
  if (!arrival?.isShipped) return closed({ route, rule: 'delivery_problems' }, 'not_delivered');
  const { tellWithinDays, lostAfterDays } = facts.policy.deliveryProblems;

  if (arrival.isDelivered) {
    const rule = 'delivery_problems:tell_within';
    const from = countedFrom(arrival, facts.policy.window.shippedBufferDays);
    const sum = from && countDays(from, tellWithinDays, noExtension);
    if (sum !== null && today > sum.lastDay) {
      return closed({ route, rule }, 'window_ended', { lastDay: sum.lastDay, sum });
    }
    const problems = problemsNow(arrival, of);
    if (problems.length > 0) return open({ route, rule }, item, facts, { sum, problems });
    // Nothing may be told although all is delivered: the first delivery is told for a day that is still to come.
    const first: CountFrom = { kind: 'delivered', day: arrival.firstDeliveredDay ?? today, bufferDays: 0 };
    return closedUntil({ route, rule }, 'not_delivered', first, 0);
  }

  const rule = 'delivery_problems:lost_after';
  const problems = problemsNow(arrival, of);
  if (problems.length > 0) return open({ route, rule }, item, facts, { problems });
  const next = firstToCome(arrival, lostAfterDays);
  return next === null
    ? closed({ route, rule }, 'not_delivered')
    : closedUntil({ route, rule }, 'still_waiting', next.from, next.days);
}

/** What may be told today, in the order of `deliveryProblems`. */
function problemsNow(arrival: Arrival, { facts, today }: Case): DeliveryProblem[] {
  const { lostAfterDays, missingAfterDays } = facts.policy.deliveryProblems;
  const since = arrival.isUndated ? (arrival.news?.day ?? '') : arrival.firstDeliveredDay;
  const isThere = arrival.isUndated || (since !== null && since <= today);
  const isLost = arrival.waiting.some(
    ({ status, news }) =>
      lostAfterDays !== null &&
      (status === 'lost' || (news !== null && laterDay(news.day, lostAfterDays) <= today)),
  );
  const isDamaged = arrival.waiting.some(({ status }) => status === 'damaged');
  const isMissing =
    isThere &&
    missingAfterDays !== null &&
    (since === null || since === '' || laterDay(since, missingAfterDays) <= today);
  return [
    ...(isLost ? (['lost'] as const) : []),
    ...(isThere || isDamaged ? (['damaged'] as const) : []),
    ...(isThere ? (['wrong'] as const) : []),
    ...(isMissing ? (['missing'] as const) : []),
  ];
}

/** The first day on which anything may be told: a parcel silent for long enough, or a delivery. */
function firstToCome(
  arrival: Arrival,
  lostAfterDays: number | null,
): { readonly from: CountFrom; readonly days: number } | null {
  const coming = arrival.waiting.flatMap(({ news }) =>
    news === null || lostAfterDays === null
      ? []
      : [{ from: { ...news, bufferDays: 0 }, days: lostAfterDays }],
  );
  const first = arrival.firstDeliveredDay;
  const all: { readonly from: CountFrom; readonly days: number }[] =
    first === null
      ? coming
      : [...coming, { from: { kind: 'delivered', day: first, bufferDays: 0 }, days: 0 }];
  const endOf = ({ from, days }: (typeof all)[number]): string => laterDay(from.day, days);
  const [soonest] = all.sort((a, b) =>
    endOf(a) === endOf(b) ? (a.from.kind < b.from.kind ? -1 : 1) : endOf(a) < endOf(b) ? -1 : 1,
  );
  return soonest ?? null;
}
