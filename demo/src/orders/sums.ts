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
  const lines = order.lines.map((line) => lineSums(order, line));
  const sum = (part: (line: LineSums) => number) => lines.reduce((all, line) => all + part(line), 0);
  const listed = sum((line) => line.listed);
  const discount = sum((line) => line.discount);
  const shippingTax = taxOf(order, order.shipping);
  const tax = sum((line) => line.tax) + shippingTax;
  const onTop = order.tax.included ? 0 : tax;
  const total = listed - discount + order.shipping + onTop;
  return { lines, listed, discount, shipping: order.shipping, shippingTax, tax, total };
}

function lineSums(order: DemoOrder, { price, quantity }: DemoLine): LineSums {
  const listed = price * quantity;
  const discount = Math.round((listed * (order.discount?.percent ?? 0)) / 100);
  return { listed, discount, tax: taxOf(order, listed - discount) };
}

/** The tax in a sum, or on top of it. */
export const taxOf = ({ tax: { percent, included } }: DemoOrder, amount: number): number =>
  Math.round((amount * percent) / (included ? 100 + percent : 100));
