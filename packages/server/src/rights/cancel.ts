import type { RouteDecision } from '@postlude/contract';
import { type Case, closed, closedForAll, open } from './decision.ts';
import type { Item } from './units.ts';

/** `cancel`: while nothing was shipped. A gift is for whoever gave it to cancel. */
export function decideCancel(item: Item, { facts }: Case): RouteDecision {
  const decided = { route: 'cancel', rule: 'cancel' } as const;
  const forAll = closedForAll('cancel', item, facts);
  if (forAll) return forAll;
  if (!facts.policy.cancel) return closed(decided, 'not_offered');
  if (facts.isGift) return closed(decided, 'gift');
  if (item.arrival?.isShipped) return closed(decided, 'already_shipped');
  return open(decided, item, facts);
}
