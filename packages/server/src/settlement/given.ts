import type { SoldOrder } from '../orders/read-sold.ts';
import { unitsBackBefore } from './counts.ts';
import type { Paid } from './paid.ts';
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
