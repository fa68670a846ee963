import type { ItemRights, ReturnOptions, ReturnRoute, RouteDecision, RouteKind } from '@postlude/contract';
import { type ChoosingState, type ChosenItem, type Mistakes, type Step, stepNames } from './state.ts';

/** Names units of a line in one parcel. */
export const itemKey = ({ lineId, shipmentId }: Pick<ChosenItem, 'lineId' | 'shipmentId'>): string =>
  `${lineId}/${shipmentId ?? ''}`;

/** What may be done with an item by a route. */
export const decisionOf = (item: ItemRights, route: RouteKind): RouteDecision | undefined =>
  item.routes.find((decision) => decision.route === route);

/** The routes of an item that a filing stands for: an exchange is a return that brings something else. */
const routesOf = (route: ReturnRoute): readonly RouteKind[] =>
  route === 'return' ? ['return', 'exchange'] : [route];

/** Units of an item that can be chosen, with those of the return that is being changed. */
export function openUnits(
  item: ItemRights,
  state: Pick<ChoosingState, 'route' | 'problem' | 'changing'>,
): number {
  const open = routesOf(state.route).map((route) => {
    const decision = decisionOf(item, route);
    if (decision?.state !== 'open') return 0;
    const fits =
      state.route !== 'delivery_problem' || !state.problem || decision.problems.includes(state.problem);
    return fits ? decision.quantity : 0;
  });
  const filed = state.changing?.items.find((other) => itemKey(other) === itemKey(item))?.quantity ?? 0;
  return Math.max(...open) + filed;
}

/** The routes a filing can take, by how many of the order's items are open for them. */
export function openRoutes(options: ReturnOptions): ReadonlyMap<ReturnRoute, number> {
  const counts = new Map<ReturnRoute, number>();
  for (const route of ['return', 'cancel', 'delivery_problem'] as const) {
    const count = options.items.filter(
      (item) => openUnits(item, { route, problem: null, changing: null }) > 0,
    ).length;
    if (count > 0) counts.set(route, count);
  }
  return counts;
}

/** The steps a choice goes through. */
export function stepsOf({ route, quoted }: Pick<ChoosingState, 'route' | 'quoted'>): readonly Step[] {
  if (route === 'cancel') return ['items', 'check'];
  if (route === 'delivery_problem') return ['items', 'reasons', 'resolutions', 'check'];
  // Nothing to send, nothing to choose.
  return quoted.quote?.keepItem ? stepNames.filter((step) => step !== 'method') : stepNames;
}

/** The item a choice is about. */
export const rightsOf = (options: ReturnOptions, item: Pick<ChosenItem, 'lineId' | 'shipmentId'>) =>
  options.items.find((other) => itemKey(other) === itemKey(item));

/** What the first step still needs. */
export function itemMistakes({ items, route, problem }: ChoosingState): Mistakes {
  return {
    ...(items.length === 0 ? { items: 'missing' } : {}),
    ...(route === 'delivery_problem' && !problem ? { problem: 'missing' } : {}),
  };
}
