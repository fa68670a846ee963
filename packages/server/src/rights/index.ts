import type { ItemRights, Money, RouteDecision, RouteKind } from '@postlude/contract';
import { routeKinds } from '@postlude/contract';
import { dayIn, readInstant } from '../tracking/calendar.ts';
import { decideCancel } from './cancel.ts';
import type { Case } from './decision.ts';
import { decideDeliveryProblem } from './delivery-problem.ts';
import type { RightsFacts } from './facts.ts';
import { decideSendBack } from './send-back.ts';
import { groupUnits, type Item } from './units.ts';
import { decideWithdrawal, periodOf, type WithdrawalPeriod } from './withdrawal.ts';

export type { Delivery, EarlierUnits, RightsFacts } from './facts.ts';
export { matchesItem, sameWord } from './match.ts';
export type { WithdrawalPeriod } from './withdrawal.ts';

/**
 * Decides what can be done with every item of an order: all routes, in the order of `routeKinds`, each open or closed
 * and why. The same facts always give the same answer; nothing is thrown, whatever the facts are.
 */
export function decideRights(facts: RightsFacts): readonly ItemRights[] {
  const of = caseOf(facts);
  return of.items.map((item) => ({
    lineId: item.line.id,
    shipmentId: item.shipmentId,
    title: item.line.title,
    variant: item.line.variant,
    imageUrl: item.line.imageUrl,
    productId: item.line.productId,
    productType: item.line.productType,
    quantity: item.open,
    unitPaid: facts.isGift ? null : unitPaid(item, facts),
    deliveredOn: deliveredOn(item, of.today),
    routes: routeKinds.map((route) => deciders[route](item, of)),
  }));
}

/** When the order can be withdrawn from; null where that is not offered. */
export function withdrawalPeriod(facts: RightsFacts): WithdrawalPeriod | null {
  return periodOf(caseOf(facts));
}

const deciders: Readonly<Record<RouteKind, (item: Item, of: Case) => RouteDecision>> = {
  cancel: decideCancel,
  withdraw: decideWithdrawal,
  return: (item, of) => decideSendBack('return', item, of),
  exchange: (item, of) => decideSendBack('exchange', item, of),
  delivery_problem: decideDeliveryProblem,
};

function caseOf(facts: RightsFacts): Case {
  const placedAt = readInstant(facts.order.placedAt);
  return {
    facts,
    // A moment that cannot be read closes nothing: it counts as long ago.
    today: dayIn(facts.timeZone, readInstant(facts.now) ?? 0),
    placedOn: placedAt === null ? null : dayIn(facts.timeZone, placedAt),
    items: groupUnits(facts),
  };
}

/** What one unit was paid with, rounded down where the units of a line do not cost the same. */
function unitPaid({ line }: Item, { order }: RightsFacts): Money | null {
  const { unitPrice, quantity, discount, tax } = line;
  if (unitPrice === null || quantity <= 0) return null;
  const paid = unitPrice * quantity - discount + (order.taxesIncluded ? 0 : tax);
  return { amount: Math.max(0, Math.floor(paid / quantity)), currency: order.currency };
}

function deliveredOn({ arrival }: Item, today: string): string | null {
  const day = arrival?.deliveredDay ?? null;
  return day !== null && day <= today ? day : null;
}
