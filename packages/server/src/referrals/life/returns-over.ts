import type { ItemRights } from '@postlude/contract';
import { readHolds } from '../../asks/holds.ts';
import type { Tx } from '../../db/database.ts';
import type { OrderKey } from '../../orders/read-known.ts';
import { readFacts, rightsFactsOf } from '../../returns/facts.ts';
import { decideRights } from '../../rights/index.ts';
import { addDays, dayIn, firstZone, withOffset } from '../../tracking/calendar.ts';
import type { ReturnsOfFriend } from './facts.ts';

/** Routes by which something is given back because the friend wants to. */
const givingBack: ReadonlySet<string> = new Set(['withdraw', 'return', 'exchange']);

/**
 * Days after which nobody waits any more for a last day that nobody can tell: the shop never learns of deliveries, or takes
 * things back without an end.
 */
const longestUnknown = 100;

/** What the items of an order say about giving them back. */
export interface LastDay {
  /** Something was not sent yet. */
  readonly isUnsent: boolean;
  /** Something can be given back, and nobody knows until when. */
  readonly isUnknown: boolean;
  /** The last known day on which something can be given back; null when there is none. */
  readonly last: string | null;
}

/** The latest day any item may be returned, exchanged or withdrawn from. */
export function lastDayOf(items: readonly ItemRights[]): LastDay {
  let isUnsent = false;
  let isUnknown = false;
  let last: string | null = null;
  for (const { routes } of items) {
    isUnsent ||= routes.some(({ route, state }) => route === 'cancel' && state === 'open');
    for (const { route, state, because, lastDay } of routes) {
      if (!givingBack.has(route)) continue;
      if (because === 'not_delivered' || (state === 'open' && lastDay === null)) isUnknown = true;
      else if (state === 'open' && lastDay !== null && (last === null || lastDay > last)) last = lastDay;
    }
  }
  return { isUnsent, isUnknown, last };
}

/** Reads until when the friend may give back anything of an order; over when the store has no such order. */
export async function readReturnsOver(tx: Tx, key: OrderKey, now: Date): Promise<ReturnsOfFriend> {
  const facts = await readFacts(tx, { ...key, isGift: false, now });
  if (!facts) return { over: true, until: null };
  const { sold, returns, items, known } = facts;
  const timeZone = firstZone(known.store.timeZone);
  const holds = await readHolds(tx, key, { sold, returns, items, timeZone, now });
  const isOpen = [...holds.values()]
    .flat()
    .some(({ kind, closedAt }) => kind === 'return' && closedAt === null);
  // Sums decide nothing here.
  const rights = decideRights({ ...rightsFactsOf(facts), worth: () => null });
  return returnsOver(lastDayOf(rights), { isOpen, placedAt: new Date(sold.placedAt), timeZone, now });
}

/** Whether everything is over by now, and until when not. */
export function returnsOver(
  { isUnsent, isUnknown, last }: LastDay,
  {
    isOpen,
    placedAt,
    timeZone,
    now,
  }: {
    /** A return is under way. */
    readonly isOpen: boolean;
    readonly placedAt: Date;
    readonly timeZone: string;
    readonly now: Date;
  },
): ReturnsOfFriend {
  if (isOpen || isUnsent) return { over: false, until: null };
  if (!isUnknown) {
    const until = last === null ? null : endOf(last, timeZone);
    return { over: until === null || now >= until, until };
  }
  const guessed = addDays(dayIn(timeZone, placedAt.getTime()), longestUnknown);
  const until = endOf(last !== null && last > guessed ? last : guessed, timeZone);
  // The day is a bound and no promise: nobody is told of it.
  return { over: now >= until, until: null };
}

/** The moment after a day's last one. */
const endOf = (lastDay: string, timeZone: string): Date =>
  new Date(withOffset(timeZone, `${addDays(lastDay, 1)}T00:00:00`));
