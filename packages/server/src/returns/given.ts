import type { SoldOrder, SoldRefund } from '../orders/read-sold.ts';
import { type GivenBack, givenByPlatform } from '../settlement/index.ts';
import type { ReturnItemRow, ReturnRow } from './store.ts';
import { endStatuses } from './transitions.ts';

/** What of a return the sums look at. */
export type ReturnSums = Pick<
  ReturnRow,
  'return_id' | 'status' | 'given' | 'settled' | 'settlement' | 'route'
>;

/**
 * What came back before a return, or would: refunds of the platform, returns that were settled, and open ones that were filed
 * earlier. So nobody is promised what another was promised first, and who comes last gets what only the last one gets.
 *
 * A shop that is told of a settled return refunds it on its platform, which tells us: that is the same money, and counts once.
 */
export function givenBefore(
  order: SoldOrder,
  returns: readonly ReturnSums[],
  returnId: string | null,
): GivenBack[] {
  const others = returns.filter((each) => each.return_id !== returnId && each.given !== null);
  const settled = others.filter((each) => each.settled !== null);
  const open = others.filter(
    (each) =>
      each.settled === null &&
      !endStatuses.has(each.status) &&
      (returnId === null || each.return_id < returnId),
  );
  const mirrors = mirrorsOf(order, settled);
  return [
    ...givenByPlatform(order).filter(({ key }) => !mirrors.has(key)),
    ...[...settled, ...open].flatMap(({ return_id, given }) => (given ? [{ key: return_id, ...given }] : [])),
  ];
}

/**
 * The keys of the platform's refunds that are what we told the shop to refund: made after a return was settled, of the same
 * sum, or of the same items. Each settled return has at most one.
 */
function mirrorsOf(order: SoldOrder, settled: readonly ReturnSums[]): ReadonlySet<string> {
  const taken = new Set<string>();
  const waiting = settled.flatMap((each) => {
    const at = each.settled === null ? Number.NaN : Date.parse(each.settled.at);
    const refund = each.settled?.refund?.amount ?? 0;
    return Number.isNaN(at) ? [] : [{ at, refund, items: itemsKey(each.given?.items ?? []) }];
  });
  for (const { at, refund, items } of waiting) {
    const later = order.refunds.filter(
      (each) => !taken.has(each.key) && Date.parse(each.refundedAt) >= at - clockSlack,
    );
    const found =
      later.find((each) => refund > 0 && each.amount === refund) ??
      later.find((each) => each.items.length > 0 && itemsKey(each.items) === items);
    if (found) taken.add(found.key);
  }
  return taken;
}

/** The platform's clock and ours need not agree to the second. */
const clockSlack = 60_000;

const itemsKey = (items: SoldRefund['items']): string =>
  JSON.stringify(items.map(({ lineId, quantity }) => `${lineId} ${quantity}`).sort());

/** Units of a return that cannot be sent back once more. */
export function unitsTaken(row: Pick<ReturnRow, 'status' | 'settled'>, item: ReturnItemRow): number {
  switch (row.status) {
    case 'declined':
    case 'cancelled':
      return 0;
    // What never arrived may be sent back another time; what arrived is with the store.
    case 'refunded':
    case 'closed':
      return item.received_quantity ?? (row.status === 'refunded' ? item.quantity : 0);
    default:
      return item.quantity;
  }
}
