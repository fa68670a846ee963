import type { DemoLine, DemoOrder } from './demo-order.ts';

/** What the units of one line cost together, in minor units. */
export interface LineSums {
  /** As listed. */
  readonly listed: number;
  /** Its share of the order's discount. */
  readonly discount: number;
  /** Inside the price or on top of it, as the order says. */
  readonly tax: number;
}

/** What an order costs, in minor units. */
export interface OrderSums {
  readonly lines: readonly LineSums[];
  readonly listed: number;
  readonly discount: number;
  readonly shipping: number;
  readonly shippingTax: number;
  /** Of lines and shipping together. */
  readonly tax: number;
  readonly total: number;
}

/** Adds an order up as a checkout does: each line rounded by itself, so that the parts make the whole. */
export function sumsOf(order: DemoOrder): OrderSums {
  const discounts = discountsOf(order);
  const lines = order.lines.map((line, index) => lineSums(order, line, discounts[index] ?? 0));
  const sum = (part: (line: LineSums) => number) => lines.reduce((all, line) => all + part(line), 0);
  const listed = sum((line) => line.listed);
  const discount = sum((line) => line.discount);
  const shippingTax = taxOf(order, order.shipping);
  const tax = sum((line) => line.tax) + shippingTax;
  const onTop = order.tax.included ? 0 : tax;
  const total = listed - discount + order.shipping + onTop;
  return { lines, listed, discount, shipping: order.shipping, shippingTax, tax, total };
}

function lineSums(order: DemoOrder, { price, quantity }: DemoLine, discount: number): LineSums {
  const listed = price * quantity;
  return { listed, discount, tax: taxOf(order, listed - discount) };
}

/** What each line gets of the discount. A sum is shared by what the lines cost, and the last one takes what rounding left. */
function discountsOf({ lines, discount }: DemoOrder): number[] {
  const listed = lines.map(({ price, quantity }) => price * quantity);
  if (discount === null) return listed.map(() => 0);
  if ('percent' in discount) return listed.map((price) => Math.round((price * discount.percent) / 100));
  const all = listed.reduce((sum, price) => sum + price, 0);
  const given = Math.min(discount.amount, all);
  let left = given;
  return listed.map((price, index) => {
    const share = index === listed.length - 1 ? left : Math.round((given * price) / Math.max(1, all));
    left -= share;
    return share;
  });
}

/** The tax in a sum, or on top of it. */
export const taxOf = ({ tax: { percent, included } }: DemoOrder, amount: number): number =>
  Math.round((amount * percent) / (included ? 100 + percent : 100));
