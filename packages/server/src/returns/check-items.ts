import type { DeliveryProblem, ItemRights, Resolution, ReturnRoute, RouteDecision } from '@postlude/contract';
import { ApiProblem } from '../http/api-problem.ts';
import type { SoldLine } from '../orders/read-sold.ts';
import type { ReturnFacts } from './facts.ts';
import { decisionOf, rightFor, soldOut } from './resolutions.ts';

/** An item as it is named in a request. */
export interface NamedItem {
  readonly lineId: string;
  readonly shipmentId: string | null;
  readonly quantity: number;
  readonly resolution?: Resolution | null | undefined;
}

/** What is asked for. */
export interface NamedItems {
  readonly route: ReturnRoute;
  readonly problem?: DeliveryProblem | null | undefined;
  readonly items: readonly NamedItem[];
}

/** An item that is there, in that quantity, on a route that is open. */
export interface CheckedItem {
  readonly rights: ItemRights;
  readonly line: SoldLine;
}

/**
 * Holds what is asked for against the rights. The same item may be named more than once; its quantities add up.
 *
 * @throws ApiProblem `item_unknown`, `quantity_unavailable`, `route_closed`, `variant_unavailable` (an exchange for which there is
 *   no variant left, though the item may still go back), `invalid_input`; `fields` says for which item.
 */
export function checkItems(
  facts: ReturnFacts,
  rights: readonly ItemRights[],
  asked: NamedItems,
): CheckedItem[] {
  const { route, problem = null } = asked;
  if ((route === 'delivery_problem') !== (problem !== null)) {
    throw new ApiProblem('invalid_input', {
      fields: { problem: 'A problem is told with the route delivery_problem, and only with it.' },
    });
  }
  const found = asked.items.map((item, index) => findItem(facts, rights, item, index));
  for (const [index, { rights: one }] of found.entries()) {
    checkRoute(facts, one, asked, index);
  }
  for (const [index, { rights: one }] of found.entries()) {
    const total = asked.items
      .filter((_, place) => found[place]?.rights === one)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const open = decisionOf(one, rightFor(route, asked.items[index]?.resolution ?? 'refund'))?.quantity ?? 0;
    if (total > open) {
      throw new ApiProblem('quantity_unavailable', {
        fields: { [`items.${index}.quantity`]: `At most ${open} can be sent back.` },
      });
    }
  }
  return found;
}

function findItem(
  { sold }: ReturnFacts,
  rights: readonly ItemRights[],
  item: NamedItem,
  index: number,
): CheckedItem {
  const line = sold.lines.find(({ id }) => id === item.lineId);
  const one = rights.find((each) => each.lineId === item.lineId && each.shipmentId === item.shipmentId);
  if (line && one) return { rights: one, line };
  const field = line ? 'shipmentId' : 'lineId';
  throw new ApiProblem('item_unknown', {
    fields: { [`items.${index}.${field}`]: 'This is not part of the order.' },
  });
}

function checkRoute({ isGift }: ReturnFacts, one: ItemRights, asked: NamedItems, index: number): void {
  const { route, problem = null } = asked;
  const decision = decisionOf(one, rightFor(route, asked.items[index]?.resolution ?? 'refund'));
  const because = isGift && route === 'cancel' ? 'gift' : decision?.because;
  const isOpen =
    decision?.state === 'open' &&
    because !== 'gift' &&
    (problem === null || decision.problems.includes(problem));
  if (isOpen) return;
  const name = `items.${index}`;
  if (because === 'nothing_left') {
    throw new ApiProblem('quantity_unavailable', {
      fields: { [`${name}.quantity`]: 'Nothing of this is left to send back.' },
    });
  }
  // That there is nothing to exchange it for is said of what is in time only.
  const late = because === 'no_variant' ? lateToSendBack(one) : null;
  if (because === 'no_variant' && late === null) throw soldOut(index);
  const { opensOn, lastDay } = late ?? decision ?? {};
  throw new ApiProblem('route_closed', {
    fields: {
      [name]: [late?.because ?? because ?? 'still_waiting', opensOn ?? lastDay].filter(Boolean).join(' '),
    },
  });
}

/** The decision about sending an item back, where its days are over or have not begun. */
function lateToSendBack(one: ItemRights): RouteDecision | null {
  const decision = decisionOf(one, 'return');
  const isLate = decision?.because === 'window_ended' || decision?.because === 'not_delivered';
  return isLate ? decision : null;
}
