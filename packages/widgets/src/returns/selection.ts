import type {
  ItemRights,
  OfferedReason,
  ReturnOptions,
  ReturnRoute,
  RouteDecision,
  RouteKind,
} from '@postlude/contract';
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

/** The reasons offered for an item. */
export function reasonsFor(options: ReturnOptions, item: ItemRights | undefined): readonly OfferedReason[] {
  const fits = ({ productTypes }: { readonly productTypes: readonly string[] | null }): boolean =>
    !productTypes || (item?.productType ? productTypes.includes(item.productType) : false);
  return options.reasons
    .filter(fits)
    .map((reason) => ({ ...reason, children: reason.children.filter(fits) }));
}

/** The reason a path names, the one above it, and whether a finer one is still to be chosen. */
export function reasonAt(reasons: readonly OfferedReason[], path: string | null) {
  const reason = reasons.find(({ code }) => path === code || path?.startsWith(`${code}.`)) ?? null;
  const child =
    reason?.children.find(({ code }) => path === code || path === `${reason.code}.${code}`) ?? null;
  return {
    reason,
    child,
    asks: child ?? reason,
    isWhole: Boolean(reason && (child || reason.children.length === 0)),
  };
}

/** The item a choice is about. */
export const rightsOf = (options: ReturnOptions, item: Pick<ChosenItem, 'lineId' | 'shipmentId'>) =>
  options.items.find((other) => itemKey(other) === itemKey(item));

/** What a step still needs before the next one. */
export function mistakesIn(state: ChoosingState, step: Step): Mistakes {
  const mistakes: Record<string, 'missing' | 'sending'> = {};
  if (step === 'items') {
    if (state.items.length === 0) mistakes.items = 'missing';
    if (state.route === 'delivery_problem' && !state.problem) mistakes.problem = 'missing';
  }
  if (step === 'method') {
    const method = state.quoted.quote?.methods.find(({ id }) => id === state.method?.id);
    if (!method) mistakes.method = 'missing';
    else if (method.places.length > 0 && !state.method?.placeId) mistakes.place = 'missing';
  }
  for (const item of state.items) {
    const key = itemKey(item);
    if (step === 'reasons') {
      if (item.photos.some((photo) => photo.state === 'preparing' || photo.state === 'sending'))
        mistakes[`${key}.photos`] = 'sending';
      if (state.route === 'delivery_problem') continue;
      const { asks, isWhole } = reasonAt(
        reasonsFor(state.options, rightsOf(state.options, item)),
        item.reason,
      );
      if (!isWhole) mistakes[`${key}.reason`] = 'missing';
      if (asks?.note === 'required' && !item.note.trim()) mistakes[`${key}.note`] = 'missing';
      const kept = item.photos.some((photo) => photo.state === 'kept');
      if (asks?.photos === 'required' && !kept) mistakes[`${key}.photos`] ??= 'missing';
    }
    if (step === 'resolutions') {
      if (!item.resolution) mistakes[`${key}.resolution`] = 'missing';
      else if (item.resolution === 'exchange' && !item.variantId) mistakes[`${key}.variant`] = 'missing';
    }
  }
  return mistakes;
}
