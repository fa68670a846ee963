import type { Id } from '@postlude/contract';
import type { SoldLine, SoldOrder } from '../orders/read-sold.ts';
import { apportion, shareOf, sumOf } from './split.ts';

/** What a line was paid with. Only units that can come back: those taken out of the order are out of every figure. */
export interface PaidLine {
  readonly id: Id<'line'>;
  readonly position: number;
  readonly parent: Id<'line'> | null;
  readonly quantity: number;
  /** False when its price is not known: then all its sums are 0 and mean nothing. */
  readonly isKnown: boolean;
  /** Of one unit as listed. */
  readonly unitPrice: number;
  /** Of all units, after discounts; with tax where prices include it. */
  readonly goods: number;
  /** Of all units, where it was added on top; otherwise 0. */
  readonly tax: number;
  /** Of all units, where prices include it; otherwise 0. A part of `goods`. */
  readonly taxInside: number;
  /** `goods` and `tax` before the order's total made them less: on what terms it was sold. */
  readonly terms: number;
}

/** What an order was paid with. `lines` and `shipping` and `other` add up to `total` when all prices are known. */
export interface Paid {
  readonly lines: ReadonlyMap<Id<'line'>, PaidLine>;
  /** The parts of bundles, by the line they are a part of. */
  readonly parts: ReadonlyMap<Id<'line'>, readonly Id<'line'>[]>;
  /** With its tax. */
  readonly shipping: number;
  readonly shippingTaxInside: number;
  /** What the total holds beside: tips, duties, rounding. */
  readonly other: number;
  /** No more than this can ever come back. */
  readonly total: number;
}

const known = new WeakMap<SoldOrder, Paid | null>();

/**
 * Reads what was paid for what can come back; null when the sums are too large to be exact. A quote asks this for every item
 * and resolution of the same order, so it is counted once for each order that was read.
 */
export function readPaid(order: SoldOrder): Paid | null {
  const paid = known.has(order) ? (known.get(order) ?? null) : countPaid(order);
  known.set(order, paid);
  return paid;
}

function countPaid(order: SoldOrder): Paid | null {
  const priced = order.lines.map((line) => priceLine(line, order.taxesIncluded));
  priced.sort((a, b) => a.line.position - b.line.position || (a.line.id < b.line.id ? -1 : 1));
  const price = Math.max(0, order.shipping?.price ?? 0);
  const shippingTax = Math.max(0, order.shipping?.tax ?? 0);
  const shipping = price + (order.taxesIncluded ? 0 : shippingTax);
  const listed = sumOf(priced.map((each) => each.line.unitPrice * each.line.quantity + each.line.tax));
  const removed = sumOf(priced.map((each) => each.removed));
  const told = order.total === null ? null : Math.max(0, order.total);
  if (![listed + removed + shipping, told ?? 0].every(Number.isSafeInteger)) return null;

  const lines = priced.map((each) => each.line);
  const worth = sumOf(lines.map((line) => line.terms));
  const sums = { shipping, other: 0, total: told ?? worth + shipping, cut: 0 };
  if (told !== null && lines.every((line) => line.isKnown)) {
    const more = told - worth - shipping;
    if (more < 0) sums.cut = -more;
    // What was taken out of the order is perhaps still in its total; it is not ours to give back.
    const other = Math.max(0, more - removed);
    // Without a price of shipping nobody can tell it from what else is in the total.
    sums[order.shipping === null ? 'shipping' : 'other'] += other;
    sums.total = Math.min(told, worth + shipping + other);
  }
  const cutOfLines = Math.min(sums.cut, worth);
  const cuts = apportion(
    cutOfLines,
    lines.map((line) => line.terms),
  );
  const shippingLeft = sums.shipping - (sums.cut - cutOfLines);
  return {
    lines: new Map(lines.map((line, index) => [line.id, cutLine(line, cuts[index] ?? 0)])),
    parts: partsOf(lines),
    shipping: shippingLeft,
    shippingTaxInside: order.taxesIncluded ? shareOf(Math.min(shippingTax, price), shippingLeft, price) : 0,
    other: sums.other,
    total: sums.total,
  };
}

function partsOf(lines: readonly PaidLine[]): Map<Id<'line'>, Id<'line'>[]> {
  const parts = new Map<Id<'line'>, Id<'line'>[]>();
  for (const { id, parent } of lines) {
    if (parent === null) continue;
    const siblings = parts.get(parent) ?? [];
    siblings.push(id);
    parts.set(parent, siblings);
  }
  return parts;
}

function priceLine(line: SoldLine, taxesIncluded: boolean): { line: PaidLine; removed: number } {
  const bought = Math.max(0, line.quantity);
  const removed = Math.min(bought, Math.max(0, line.removed));
  const quantity = bought - removed;
  // A part of a bundle without a price of its own is in the price of the bundle.
  const unitPrice = line.unitPrice ?? (line.bundleOf === null ? null : 0);
  const list = Math.max(0, unitPrice ?? 0);
  const isSafe = Number.isSafeInteger(list * bought);
  const goods = isSafe ? Math.max(0, list * bought - Math.max(0, line.discount)) : 0;
  const tax = unitPrice === null ? 0 : Math.max(0, line.tax);
  const kept = (amount: number) => amount - shareOf(amount, removed, bought);
  const added = taxesIncluded ? 0 : tax;
  return {
    line: {
      id: line.id,
      position: line.position,
      parent: line.bundleOf,
      quantity,
      isKnown: unitPrice !== null || quantity === 0,
      unitPrice: list,
      goods: kept(goods),
      tax: kept(added),
      taxInside: taxesIncluded ? Math.min(kept(tax), kept(goods)) : 0,
      terms: kept(goods) + kept(added),
    },
    removed: shareOf(goods, removed, bought) + shareOf(added, removed, bought),
  };
}

/** The goods become less first, so that tax stays what was told for as long as that is possible. */
function cutLine(line: PaidLine, cut: number): PaidLine {
  const goods = Math.max(0, line.goods - cut);
  return {
    ...line,
    goods,
    tax: line.tax - (cut - (line.goods - goods)),
    taxInside: shareOf(line.taxInside, goods, line.goods),
  };
}
