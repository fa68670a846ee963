import type { Id } from '@postlude/contract';
import type { SoldOrder } from '../orders/read-sold.ts';
import type { Entry } from './entries.ts';
import { type Paid, readPaid } from './paid.ts';
import type { SettlementRequest } from './request.ts';
import { scaled, shareOf } from './split.ts';
import { valueOfWorth } from './worth.ts';

/**
 * What the new items of an exchange cost. The new variant is sold on the terms of the old one, with the same discount and
 * tax in proportion: the same list price costs what was paid, to the unit. Null when a price is not known.
 */
export function exchangePrice(paid: Paid, { unit, units, worth }: Entry): number | null {
  const value = valueOfWorth(worth);
  if (unit.exchange === null) return value;
  const line = paid.lines.get(unit.lineId);
  const { price } = unit.exchange;
  if (line === undefined || !line.isKnown || price === null || price < 0) return null;
  const more = differenceFor(line.terms, { units, of: line.quantity, from: line.unitPrice, to: price });
  const cost = Math.max(0, value + more);
  return Number.isSafeInteger(cost) ? cost : null;
}

function differenceFor(
  terms: number,
  { units, of, from, to }: { units: number; of: number; from: number; to: number },
): number {
  // What was a gift has no terms: the new variant costs its price.
  return from === 0 ? to * units : scaled(shareOf(terms, units, of), to - from, from);
}

/**
 * What one unit more (positive) or less another variant costs, by its price in the catalogue. Null when not known.
 */
export function exchangeDifference(
  order: SoldOrder,
  lineId: Id<'line'>,
  price: number | null,
): number | null {
  const line = readPaid(order)?.lines.get(lineId);
  if (!line?.isKnown || line.quantity === 0 || price === null || price < 0) return null;
  const more = differenceFor(line.terms, { units: 1, of: line.quantity, from: line.unitPrice, to: price });
  return Number.isSafeInteger(more)
    ? Math.max(more, -shareOf(line.goods + line.tax, 1, line.quantity))
    : null;
}

/** Whether the policy lets a line be exchanged for another variant of this price. For the same variant it need not be asked. */
export function mayExchange(
  { order, policy }: Pick<SettlementRequest, 'order' | 'policy'>,
  lineId: Id<'line'>,
  price: number | null,
): boolean {
  const rule = policy.resolutions.exchange;
  if (rule === null) return false;
  const listed = order.lines.find((line) => line.id === lineId)?.unitPrice ?? null;
  if (listed === null || price === null) return false;
  return rule.priceDifference === 'settle' || listed === price;
}
