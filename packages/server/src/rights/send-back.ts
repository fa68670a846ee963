import type { RouteDecision } from '@postlude/contract';
import { inHands } from './arrival.ts';
import { type Case, closed, closedForAll, closedUntil, openUntil } from './decision.ts';
import { matchesItem } from './match.ts';
import type { Item } from './units.ts';
import { windowFor } from './window.ts';

/** `return` and `exchange`: what the store offers by its policy, once the item is in the shopper's hands. */
export function decideSendBack(route: 'return' | 'exchange', item: Item, of: Case): RouteDecision {
  const { facts, today } = of;
  const { policy, order } = facts;
  const forAll = closedForAll(route, item, facts);
  if (forAll) return forAll;
  if (!isOffered(route, facts)) return closed({ route, rule: 'resolutions' }, 'not_offered');
  const exclusion = (policy.exclusions ?? []).find(({ match }) => matchesItem(match, order, item.line));
  if (exclusion && !(route === 'exchange' && exclusion.exchangeable)) {
    return closed({ route, rule: `exclusion:${exclusion.id}` }, exclusion.because);
  }
  if (route === 'exchange' && !facts.hasVariants(item.line)) {
    return closed({ route, rule: 'resolutions' }, 'no_variant');
  }

  const { arrival } = item;
  if (arrival === null) return closed({ route, rule: 'window' }, 'not_delivered');
  const { rule, sum } = windowFor(item, arrival, of);
  const hands = inHands(arrival, policy.window.shippedBufferDays);
  if (hands === 'unknown') return closed({ route, rule }, 'not_delivered');
  if (hands !== 'now' && today < hands.from) {
    return closedUntil({ route, rule }, 'not_delivered', hands.count, 0);
  }
  return openUntil({ route, rule }, sum, item, of);
}

/** A gift's receiver is given no money, only store credit or another item: the money was somebody else's. */
function isOffered(route: 'return' | 'exchange', { policy, isGift }: Case['facts']): boolean {
  const { refund, storeCredit, exchange } = policy.resolutions;
  if (route === 'exchange') return exchange !== null;
  return storeCredit !== null || (refund && !isGift);
}
