import type { DateSum } from '@postlude/contract';
import { type Arrival, countedFrom } from './arrival.ts';
import { type CountFrom, countDays, laterDay } from './days.ts';
import { type Case, oncePerOrder } from './decision.ts';
import { matchesItem } from './match.ts';
import type { Item } from './units.ts';

/** How long an item may be sent back. */
export interface Window {
  /** `window`, `window:<id>`, or `season:<id>` where the season decides. */
  readonly rule: string;
  /** Null without an end, and while it cannot be known. */
  readonly sum: DateSum | null;
}

/** The store's window for an item: the first of the other windows that fits, or the general one; and its seasons. */
export function windowFor(item: Item, arrival: Arrival, of: Case): Window {
  const { facts, placedOn } = of;
  const { window, windows = [], seasons = [] } = facts.policy;
  const other = windows.find(({ match }) => matchesItem(match, facts.order, item.line));
  const rule = other ? `window:${other.id}` : 'window';
  const days = other ? other.days : window.days;
  const from =
    window.severalParcels === 'each' ? countedFrom(arrival, window.shippedBufferDays) : lastOfOrder(of);
  if (days === null || from === null) return { rule, sum: null };

  const [season] = seasons
    .filter(
      ({ placedFrom, placedUntil }) => placedOn !== null && placedFrom <= placedOn && placedOn <= placedUntil,
    )
    .sort((a, b) => (a.lastDay === b.lastDay ? (a.id < b.id ? -1 : 1) : a.lastDay < b.lastDay ? 1 : -1));
  const sum = countDays(from, days, {
    toWorkingDay: window.extendToWorkingDay,
    holidays: window.holidays ?? [],
    season: season?.lastDay ?? null,
  });
  return { rule: season && sum.extendedBy === 'season' ? `season:${season.id}` : rule, sum };
}

/**
 * Where the count begins that is from the last parcel of an order: null while something is still to come. What is lost
 * or on its way back holds up nothing; neither does what never came and is not open any more.
 */
const lastOfOrder = oncePerOrder(({ facts, items }): CountFrom | null => {
  const { shippedBufferDays } = facts.policy.window;
  const counted = items.filter(({ line, arrival, open }) =>
    arrival === null
      ? line.shippable && open > 0
      : arrival.deliveredDay !== null || (open > 0 && !arrival.isGone),
  );
  return lastOf(counted, shippedBufferDays);
});

/** The latest of what the items' time is counted from; null when it is not known for one of them, or there is none. */
export function lastOf(items: readonly Item[], bufferDays: number): CountFrom | null {
  let last: CountFrom | null = null;
  for (const { arrival } of items) {
    const from = arrival && countedFrom(arrival, bufferDays);
    if (from === null) return null;
    if (last === null || isLater(from, last)) last = from;
  }
  const parcels = new Set(items.map(({ shipmentId }) => shipmentId));
  return last?.kind === 'delivered' && parcels.size > 1 ? { ...last, kind: 'last_delivered' } : last;
}

/** Of two that end on the same day, a delivery says more than a guess. */
function isLater(a: CountFrom, b: CountFrom): boolean {
  const [endA, endB] = [laterDay(a.day, a.bufferDays), laterDay(b.day, b.bufferDays)];
  return endA === endB ? rankOf(a) > rankOf(b) : endA > endB;
}

const rankOf = ({ kind }: CountFrom): number => (kind === 'delivered' ? 2 : kind === 'last_scan' ? 1 : 0);
