import './zod-setup.ts';
import * as z from 'zod/mini';
import { Money } from './money.ts';

/** What a shopper can get for an item. `exchange` for the same variant is a replacement. */
export const resolutions = ['refund', 'store_credit', 'exchange'] as const;
/** One of `resolutions`. */
export type Resolution = (typeof resolutions)[number];

/** What a row of a breakdown is. Signed: what the shopper gets is positive, what is taken off is negative. */
export const breakdownCodes = [
  /** Price of the units as listed. */
  'price',
  /** Their share of all discounts, and of whatever else made the total less (a gift card). */
  'discount',
  /** Tax that was added on top. Included tax is no row: see `taxIncluded`. */
  'tax',
  /** Original shipping given back, its tax included. */
  'shipping',
  /** What the order's total held beside items and shipping (a tip, duties, rounding): with the last units. */
  'other',
  /** A fee of the store; `rule` names it. */
  'fee',
  /** What the chosen method costs. */
  'method',
  /** On top for taking store credit. */
  'bonus',
  /** What the new item costs. */
  'exchange_price',
  /** What was paid is already refunded in part: no more than the rest can come back. */
  'refunded_before',
] as const;

/** One row of a breakdown. */
export const BreakdownRow = z.object({
  code: z.enum(breakdownCodes),
  amount: Money,
  /** Which rule of the policy; null where there is only one of its kind. */
  rule: z.nullable(z.string()),
  /** The store's own words for a fee, in the language asked for; null for the widget's words. */
  label: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type BreakdownRow = z.infer<typeof BreakdownRow>;

/**
 * How a sum came about. `rows` add up to `total` to the unit. The total of a settlement is `refund` + `storeCredit` −
 * `toPay`: below zero when an exchange has to be paid for.
 */
export const Breakdown = z.object({
  rows: z.array(BreakdownRow),
  total: Money,
  /** How much tax is inside the total; for the eye only. */
  taxIncluded: z.nullable(Money),
});
/** See the schema of the same name. */
export type Breakdown = z.infer<typeof Breakdown>;

/** What a whole return comes to, by where the money goes. Exactly one of `refund` and `toPay` is above zero, or neither. */
export const Settlement = z.object({
  /** To the original payment. */
  refund: Money,
  /** As store credit, bonus included. */
  storeCredit: Money,
  /** What the shopper still has to pay for an exchange. */
  toPay: Money,
  breakdown: Breakdown,
});
/** See the schema of the same name. */
export type Settlement = z.infer<typeof Settlement>;
