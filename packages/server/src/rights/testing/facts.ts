import type { ItemRights, ReturnPolicyInput, RouteDecision, RouteKind } from '@postlude/contract';
import type { SoldLine, SoldOrder } from '../../orders/read-sold.ts';
import { lineId, soldLine, soldOrder } from '../../orders/testing/sold-order.ts';
import { defaultPolicy } from '../../policy/defaults.ts';
import type { Delivery, RightsFacts } from '../facts.ts';
import { decideRights } from '../index.ts';

export { lineId };

/** An id as the database has it, from a number. */
export const shipmentId = (index: number) => `shp_${String(index).padStart(32, '0')}` as const;

/** A line of one mug for 20.00, of a product with variants, unless told. */
export const line = (changes: Partial<SoldLine> = {}, index = 1): SoldLine =>
  soldLine({ productId: 'p1', variantId: 'v1', ...changes }, index);

/** An order of that line, placed on 1 June 2026 in Germany. */
export const order = (changes: Partial<SoldOrder> = {}): SoldOrder =>
  soldOrder({ lines: [line()], ...changes });

/** A parcel with that line, shipped on 3 June and delivered on 5 June 2026, a Friday. */
export const parcel = (changes: Partial<Delivery> = {}, index = 1): Delivery => ({
  shipmentId: shipmentId(index),
  items: [{ lineId: lineId(1), quantity: 1 }],
  status: 'delivered',
  shippedAt: '2026-06-03T08:00:00Z',
  deliveredAt: '2026-06-05T12:00:00Z',
  lastScanAt: '2026-06-05T12:00:00Z',
  cancelled: false,
  ...changes,
});

/** A parcel that is on its way and was last seen on 4 June. */
export const onItsWay = (changes: Partial<Delivery> = {}, index = 1): Delivery =>
  parcel({ status: 'in_transit', deliveredAt: null, lastScanAt: '2026-06-04T09:00:00Z', ...changes }, index);

/** A policy that counts plainly: 14 days from each parcel, weekends or not. */
export const plainPolicy = (changes: Partial<ReturnPolicyInput> = {}): ReturnPolicyInput => ({
  ...defaultPolicy,
  window: { days: 14, shippedBufferDays: 7, severalParcels: 'each', extendToWorkingDay: false },
  withdrawal: { offered: 'eu', days: 14, extendToWorkingDay: false },
  ...changes,
});

/** Those, on 10 June 2026 in Berlin. */
export const facts = (changes: Partial<RightsFacts> = {}): RightsFacts => ({
  order: order(),
  deliveries: [parcel()],
  policy: plainPolicy(),
  earlier: [],
  timeZone: 'Europe/Berlin',
  isGift: false,
  now: '2026-06-10T12:00:00Z',
  hasVariants: () => true,
  worth: (sold, quantity) => ({ refund: (sold.unitPrice ?? 0) * quantity, cost: 0 }),
  ...changes,
});

/** One route of an item. */
export function routeOf(item: ItemRights | undefined, route: RouteKind): RouteDecision {
  const found = item?.routes.find((decision) => decision.route === route);
  if (!found) throw new Error(`There is no ${route} of this item.`);
  return found;
}

/** One route of the first item. */
export const decide = (route: RouteKind, changes: Partial<RightsFacts> = {}): RouteDecision =>
  routeOf(decideRights(facts(changes))[0], route);

/** A plain policy with another window. */
export const window = (changes: Partial<ReturnPolicyInput['window']>): ReturnPolicyInput =>
  plainPolicy({ window: { ...plainPolicy().window, ...changes } });

/** The order with two of that line. */
export const two = order({ lines: [line({ quantity: 2 })] });
/** A second parcel, delivered on 9 June 2026. */
export const later = parcel({ deliveredAt: '2026-06-09T12:00:00Z', lastScanAt: '2026-06-09T12:00:00Z' }, 2);

/** What a shopper is told of a route: open until when, or why not. */
export const told = (route: RouteKind, changes: Partial<RightsFacts>): string => {
  const { state, because, lastDay, opensOn } = decide(route, changes);
  return [state, because, opensOn && `from ${opensOn}`, lastDay && `until ${lastDay}`]
    .filter(Boolean)
    .join(' ');
};
