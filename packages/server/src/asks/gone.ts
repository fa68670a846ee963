import type { SoldOrder } from '../orders/read-sold.ts';
import { unitsTaken } from '../returns/given.ts';
import type { ReturnItemRow, ReturnRow } from '../returns/store.ts';

const gone: ReadonlySet<ReturnRow['status']> = new Set([
  'shipped',
  'received',
  'inspected',
  'refunded',
  'closed',
]);

/**
 * How many units of a line were taken out, refunded or sent back. A return and the refund for it are told apart by sums
 * elsewhere; here no sum may decide anything, so of units that went back and units that were refunded the greater number counts.
 */
export function unitsGone(
  { lines, refunds }: Pick<SoldOrder, 'lines' | 'refunds'>,
  returns: readonly ReturnRow[],
  items: readonly ReturnItemRow[],
  lineId: string,
): number {
  const removed = lines.find(({ id }) => id === lineId)?.removed ?? 0;
  const refunded = refunds
    .flatMap((refund) => refund.items)
    .filter((item) => item.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const sentBack = returns
    .filter(({ status }) => gone.has(status))
    .flatMap((row) =>
      items
        .filter((item) => item.return_id === row.return_id && item.line_id === lineId)
        .map((item) => unitsTaken(row, item)),
    )
    .reduce((sum, units) => sum + units, 0);
  return removed + Math.max(refunded, sentBack);
}
