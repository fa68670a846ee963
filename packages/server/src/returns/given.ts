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
  const isEarlier = (each: ReturnSums): boolean => returnId === null || each.return_id < returnId;
  const open = others.filter(
    (each) => each.settled === null && !endStatuses.has(each.status) && isEarlier(each),
  );
  const mirrors = mirrorsOf(order, settled);
  return [
    ...givenByPlatform(order).filter(({ key }) => !mirrors.has(key)),
    ...[...settled, ...open].flatMap((each): GivenBack[] => {
      const { return_id: key, given } = each;
      if (!given) return [];
      // Shares of a line go by the order of filing, whichever is settled first. What was filed later took none of ours: only
      // its money is gone.
      return [isEarlier(each) ? { key, ...given } : { key, ...given, items: [] }];
    }),
  ];
}

/** What a refund of the platform may be about: a return, from when on, and its units that no refund was about yet. */
interface Waiting {
  readonly at: number;
  /** What we told the shop to refund; 0 when nothing was told. */
  readonly refund: number;
  readonly units: Map<string, number>;
}

/**
 * The keys of the platform's refunds that are what we told the shop to refund: made after a return was settled, of the same
 * sum, or of its items, all at once or one after the other. One of the same sum for other items is another refund.
 */
const mirrorsOf = (order: SoldOrder, settled: readonly ReturnSums[]): ReadonlySet<string> =>
  refundsAbout(
    order,
    settled.flatMap(({ settled: told, given }): Waiting[] => {
      const at = Date.parse(told?.at ?? '');
      const units = countUnits(given?.items ?? []);
      return Number.isNaN(at) ? [] : [{ at, refund: told?.refund?.amount ?? 0, units }];
    }),
  );

/** What shows that a refund is about a whole return. */
const signsOfTheWhole: readonly ((refund: SoldRefund, one: Waiting) => boolean)[] = [
  (refund, one) => isSameSum(refund, one) && isOfSameUnits(refund, one),
  (refund, one) => isOfSameUnits(refund, one),
  (refund, one) => isSameSum(refund, one),
];

const isSameSum = ({ amount }: SoldRefund, { refund }: Waiting): boolean => refund > 0 && amount === refund;

const isOfSameUnits = ({ items }: SoldRefund, { units }: Waiting): boolean =>
  items.length > 0 && isSameUnits(countUnits(items), units);

function refundsAbout(order: SoldOrder, waiting: readonly Waiting[]): ReadonlySet<string> {
  const taken = new Set<string>();
  const fits = (refund: SoldRefund, { at, units }: Waiting) =>
    !taken.has(refund.key) &&
    Date.parse(refund.refundedAt) >= at - clockSlack &&
    refund.items.every(({ lineId, quantity }) => (units.get(lineId) ?? 0) >= quantity);
  const take = (refund: SoldRefund, { units }: Waiting): void => {
    taken.add(refund.key);
    if (refund.items.length === 0) units.clear();
    for (const { lineId, quantity } of refund.items) units.set(lineId, (units.get(lineId) ?? 0) - quantity);
  };
  // The whole first, the surest sign first: parts of one return could be taken for the whole of another. And the latest
  // return first: what may be about it may be about the earlier ones too, and not the other way round.
  const left = new Set(waiting.toSorted((one, other) => other.at - one.at));
  for (const isWhole of signsOfTheWhole) {
    for (const one of left) {
      const whole = order.refunds.find((refund) => fits(refund, one) && isWhole(refund, one));
      if (!whole) continue;
      take(whole, one);
      left.delete(one);
    }
  }
  for (const one of waiting) {
    for (const refund of order.refunds) if (refund.items.length > 0 && fits(refund, one)) take(refund, one);
  }
  return taken;
}

/** The platform's clock and ours need not agree to the second. */
const clockSlack = 60_000;

const countUnits = (items: SoldRefund['items']): Map<string, number> => {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of items) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  return units;
};

const isSameUnits = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean =>
  one.size === other.size && [...one].every(([line, quantity]) => other.get(line) === quantity);

/** Statuses in which a shop may have refunded on its platform what it did not settle here. */
const mayBeRefunded: ReadonlySet<ReturnRow['status']> = new Set([
  'approved',
  'shipped',
  'received',
  'inspected',
  'closed',
]);

/**
 * The refunds of the platform that took units which are in no return: every one but those that mirror a settled return, and
 * those for exactly what of an approved one is with the store, or was never to come back.
 */
export function refundsBeside(
  order: SoldOrder,
  returns: readonly (ReturnSums & Pick<ReturnRow, 'created_at'>)[],
  items: readonly ReturnItemRow[],
): SoldRefund[] {
  const mirrors = mirrorsOf(
    order,
    returns.filter((each) => each.settled !== null),
  );
  const others = order.refunds.filter(({ key }) => !mirrors.has(key));
  const taken = new Set<string>();
  for (const row of returns) {
    if (row.settled !== null || !mayBeRefunded.has(row.status)) continue;
    const arrived = items
      .filter((item) => item.return_id === row.return_id)
      .map((item) => ({
        lineId: item.line_id as SoldRefund['items'][number]['lineId'],
        quantity: row.route === 'return' ? (item.received_quantity ?? 0) : item.quantity,
      }))
      .filter(({ quantity }) => quantity > 0);
    const same = others.find(
      (refund) =>
        !taken.has(refund.key) &&
        arrived.length > 0 &&
        Date.parse(refund.refundedAt) >= row.created_at.getTime() - clockSlack &&
        isSameUnits(countUnits(refund.items), countUnits(arrived)),
    );
    if (same) taken.add(same.key);
  }
  return others.filter(({ key }) => !taken.has(key));
}

/** What all other returns of an order let the shopper keep was worth: also those that were filed later than the one at hand. */
export function worthKept(returns: readonly ReturnSums[], returnId: string | null): number {
  return returns
    .filter((each) => each.return_id !== returnId && each.given?.kept === true)
    .filter((each) => each.settled !== null || !endStatuses.has(each.status))
    .reduce((sum, { given }) => sum + (given?.amount ?? 0) - (given?.shipping ?? 0), 0);
}

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
