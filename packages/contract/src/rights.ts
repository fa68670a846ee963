import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Money } from './money.ts';
import { CalendarDate } from './time.ts';

/**
 * What can be done with a bought item.
 * - `cancel`: it was not shipped yet.
 * - `withdraw`: the right of withdrawal (Directive 2011/83/EU, Articles 9 to 16): no reason, no approval.
 * - `return` and `exchange`: what the store offers by its policy.
 * - `delivery_problem`: it was lost, damaged, wrong or missing.
 */
export const routeKinds = ['cancel', 'withdraw', 'return', 'exchange', 'delivery_problem'] as const;
/** One of `routeKinds`. */
export type RouteKind = (typeof routeKinds)[number];

/** What may be wrong with a delivery. */
export const deliveryProblems = ['lost', 'damaged', 'wrong', 'missing'] as const;
/** One of `deliveryProblems`. */
export type DeliveryProblem = (typeof deliveryProblems)[number];

/** Why a route is closed. Widgets put the code into words. */
export const closedCodes = [
  /** Every unit was sent back, refunded or is part of an open return. */
  'nothing_left',
  /** The order was cancelled. */
  'order_cancelled',
  /** It is on its way or arrived: too late to cancel. */
  'already_shipped',
  /** It was not delivered yet; `opensOn` says when where that is known. */
  'not_delivered',
  /** The last day has passed; `sum` shows how it came about. */
  'window_ended',
  /** Sold as final. */
  'final_sale',
  /** The store does not take back this product. */
  'product_excluded',
  /** The store does not take back from this country. */
  'country_excluded',
  /** The store does not offer this route. */
  'not_offered',
  /** The right of withdrawal does not apply in this country. */
  'not_in_country',
  /** Nothing to do yet: the parcel still has time; `opensOn` says when. */
  'still_waiting',
  /** There is no other variant in stock. */
  'no_variant',
  /** A gift's receiver has no contract of their own to withdraw from. */
  'gift',
] as const;
/** One of `closedCodes`. */
export type ClosedCode = (typeof closedCodes)[number];

/** How a last day was counted: so many days from a day, perhaps moved. All in the store's time zone. */
export const DateSum = z.object({
  /** What was counted from. `shipped` is the fallback without a delivery date, with the store's buffer added. */
  fromKind: z.enum(['delivered', 'last_delivered', 'shipped', 'placed', 'last_scan']),
  from: CalendarDate,
  days: z.int(),
  /** Days added to a shipping date because the delivery date is not known. */
  bufferDays: z.int(),
  /** Why it is later than the plain sum: a working day, a season of the store; null when it is the plain sum. */
  extendedBy: z.nullable(z.enum(['working_day', 'season'])),
  lastDay: CalendarDate,
});
/** See the schema of the same name. */
export type DateSum = z.infer<typeof DateSum>;

/** One route of one item: open or closed, until when, for what money, and by which rule. */
export const RouteDecision = z.object({
  route: z.enum(routeKinds),
  state: z.enum(['open', 'closed']),
  /** Units it is open for; 0 when closed. */
  quantity: z.int(),
  /** First day, when it opens later; null otherwise. */
  opensOn: z.nullable(CalendarDate),
  /** Last day, this one included; null without an end or when it cannot be known. */
  lastDay: z.nullable(CalendarDate),
  /** The least it costs the shopper; null when nothing is known of prices. */
  cost: z.nullable(Money),
  /** What comes back for all open units by the cheapest way; null when prices are not known, or for gifts. */
  refund: z.nullable(Money),
  /** The rule that decided: `window`, `season:<name>`, `exclusion:<id>`, `law:2011/83/EU`, …. */
  rule: z.string(),
  /** Why it is closed; null when open. */
  because: z.nullable(z.enum(closedCodes)),
  /** How the last day came about; null where no day decided. */
  sum: z.nullable(DateSum),
  /** Only for `delivery_problem`: which problems may be told now. */
  problems: z.array(z.enum(deliveryProblems)),
});
/** See the schema of the same name. */
export type RouteDecision = z.infer<typeof RouteDecision>;

/** An item (units of one line in one parcel) with everything that can be done with it. */
export const ItemRights = z.object({
  lineId: idOf('line'),
  /** The parcel it is in; null for what was not shipped, or when no parcel is known. */
  shipmentId: z.nullable(idOf('shipment')),
  title: z.string(),
  variant: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  productId: z.nullable(z.string()),
  productType: z.nullable(z.string()),
  /** Units in this parcel, without what was taken back or refunded. */
  quantity: z.int(),
  /** What one unit was paid with; null when not known, and for gifts. */
  unitPaid: z.nullable(Money),
  deliveredOn: z.nullable(CalendarDate),
  /** All routes, in the order of `routeKinds`. */
  routes: z.array(RouteDecision),
});
/** See the schema of the same name. */
export type ItemRights = z.infer<typeof ItemRights>;
