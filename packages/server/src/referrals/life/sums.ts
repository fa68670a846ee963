import type { SoldLine, SoldOrder } from '../../orders/read-sold.ts';
import { unitsTaken } from '../../returns/given.ts';
import type { ReturnItemRow, ReturnRow } from '../../returns/store.ts';

/** What was bought and what is left of it, in minor units of the order's currency. */
export interface OrderSums {
  readonly bought: number | null;
  readonly left: number | null;
  readonly allRefunded: boolean;
}

const settled: ReadonlySet<ReturnRow['status']> = new Set(['refunded', 'closed']);

/**
 * What a friend bought, as shoppers read prices: after discounts, with tax, without shipping. What is left of it is without
 * units that were taken out, refunded or sent back for money or credit (an exchange is no less of an order), and without the
 * share of refunds that name no units.
 */
export function sumsOf(
  { lines, refunds, taxesIncluded, total }: Pick<SoldOrder, 'lines' | 'refunds' | 'taxesIncluded' | 'total'>,
  returns: readonly ReturnRow[],
  items: readonly ReturnItemRow[],
): OrderSums {
  const paidFor = ({ unitPrice, quantity, discount, tax }: SoldLine): number | null =>
    unitPrice === null ? null : Math.max(0, unitPrice * quantity - discount + (taxesIncluded ? 0 : tax));
  const paid = lines.map(paidFor);
  const bought = paid.includes(null) ? null : paid.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const gone = lines.map((line) => Math.min(line.quantity, goneOf(line, refunds, returns, items)));
  const byUnits = lines.reduce(
    (sum, { quantity }, at) => sum + share(paid[at] ?? 0, quantity - (gone[at] ?? 0), quantity),
    0,
  );
  const given = refunds.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const unnamed = refunds.reduce((sum, one) => sum + (one.items.length === 0 ? (one.amount ?? 0) : 0), 0);
  const isAllGone = lines.length > 0 && lines.every(({ quantity }, at) => (gone[at] ?? 0) >= quantity);
  const isAllGiven = total !== null && total > 0 && given >= total;
  const all = isAllGone || isAllGiven;
  if (bought === null) return { bought, left: null, allRefunded: all };
  // A refund that names nothing is of goods and shipping alike.
  const ofGoods = total !== null && total > 0 ? share(unnamed, Math.min(bought, total), total) : unnamed;
  return { bought, left: all ? 0 : Math.max(0, byUnits - ofGoods), allRefunded: all };
}

const share = (sum: number, part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.round((sum * part) / whole);

/** A return and the platform's refund for it tell of the same units: the greater number counts. */
function goneOf(
  line: SoldLine,
  refunds: SoldOrder['refunds'],
  returns: readonly ReturnRow[],
  items: readonly ReturnItemRow[],
): number {
  const refunded = refunds
    .flatMap((refund) => refund.items)
    .filter(({ lineId }) => lineId === line.id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const sentBack = returns
    .filter(({ status }) => settled.has(status))
    .flatMap((row) =>
      items
        .filter((item) => item.return_id === row.return_id && item.line_id === line.id)
        .filter(({ resolution }) => resolution !== 'exchange')
        .map((item) => unitsTaken(row, item)),
    )
    .reduce((sum, units) => sum + units, 0);
  return line.removed + Math.max(refunded, sentBack);
}
