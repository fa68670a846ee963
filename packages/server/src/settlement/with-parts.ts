import type { Id } from '@postlude/contract';
import type { SoldOrder } from '../orders/read-sold.ts';
import { unitsBackBefore } from './counts.ts';
import { readPaid } from './paid.ts';

/** Units of a line. */
export interface LineUnits {
  readonly lineId: Id<'line'>;
  readonly quantity: number;
}

/**
 * The units that go back when these are named: a bundle takes its parts with it, and parts named beside their bundle are those
 * of it. What they are named with otherwise stays; the parts come as items of their own, after them.
 */
export function withParts<Item extends LineUnits>(
  order: SoldOrder,
  items: readonly Item[],
): (Item | LineUnits)[] {
  const paid = order.lines.some(({ bundleOf }) => bundleOf !== null) ? readPaid(order) : null;
  if (paid === null) return [...items];
  const named = items.map(({ lineId, quantity }) => ({ lineId, quantity, exchanged: false }));
  const back = unitsBackBefore(paid, [{ key: '', items: named, amount: null, shipping: 0 }]);
  const parts = [...back].flatMap(([lineId, units]) => {
    const own = items.reduce((sum, item) => (item.lineId === lineId ? sum + item.quantity : sum), 0);
    return units > own ? [{ lineId, quantity: units - own }] : [];
  });
  return [...items, ...parts];
}
