import type { SoldOrder } from '../orders/read-sold.ts';
import { unitsBackBefore } from './counts.ts';
import { type Paid, readPaid } from './paid.ts';
import type { GivenBack } from './request.ts';
import { valueOfWorth, worthOf } from './worth.ts';

/** What the platform gave back, for `before`. The key is the refund's own. */
export const givenByPlatform = (order: SoldOrder): GivenBack[] =>
  order.refunds.map((refund) => ({
    key: refund.key,
    items: refund.items.map((item) => ({ ...item, exchanged: false })),
    amount: refund.amount,
    shipping: 0,
  }));

/** Each once, by its key; of two that contradict each other always the same one. */
export function onceEach(before: readonly GivenBack[]): GivenBack[] {
  const written = (given: GivenBack) =>
    JSON.stringify([given.key, given.amount, given.shipping, given.items]);
  const sorted = before.map((given) => ({ given, text: written(given) }));
  sorted.sort((a, b) => (a.text === b.text ? 0 : a.text < b.text ? -1 : 1));
  return sorted
    .filter(({ given }, index) => sorted[index - 1]?.given.key !== given.key)
    .map(({ given }) => given);
}

/** How much of what was paid was given back. */
export function amountOf(paid: Paid, before: readonly GivenBack[]): number {
  const untold = before.filter((given) => given.amount === null);
  const rises = [...unitsBackBefore(paid, untold)].flatMap(([id, to]) => {
    const line = paid.lines.get(id);
    return line ? [{ line, from: 0, to }] : [];
  });
  return before.reduce(
    (sum, given) => Math.min(Number.MAX_SAFE_INTEGER, sum + Math.max(0, given.amount ?? 0)),
    valueOfWorth(worthOf(rises)),
  );
}

/**
 * What was paid for an order and did not come back yet, in minor units: shipping and whatever was withheld before included,
 * also when every unit is back. Null when it is not known what was paid, or the sums are too large to be exact.
 */
export function leftToGive(order: SoldOrder, before: readonly GivenBack[]): number | null {
  const paid = readPaid(order);
  const isKnown = order.total !== null || [...(paid?.lines.values() ?? [])].every((line) => line.isKnown);
  return paid === null || !isKnown ? null : Math.max(0, paid.total - amountOf(paid, onceEach(before)));
}
