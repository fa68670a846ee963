import { type Entries, isEverything, readEntries } from './entries.ts';
import { isShopsFaultFor } from './fault.ts';
import { amountOf, onceEach } from './given.ts';
import { type Paid, readPaid } from './paid.ts';
import type { SettlementRequest } from './request.ts';
import { sumOf } from './split.ts';
import { valueOfWorth } from './worth.ts';

/** A request with all that is known of it. */
export interface Reading extends Entries {
  readonly paid: Paid;
  /** What can still come back of what was paid. */
  readonly available: number;
  /** Original shipping that comes back with these units. */
  readonly shipping: number;
  /** What else the total held, with the very last units. */
  readonly other: number;
}

/** What every sum of a return begins with; null when a price it needs is not known, or the sums are too large to be exact. */
export function readRequest(request: SettlementRequest): Reading | null {
  const paid = readPaid(request.order);
  if (paid === null) return null;
  const before = onceEach(request.before);
  const read = readEntries(paid, before, request.units);
  if (read.entries.some((entry) => !entry.worth.isKnown)) return null;
  const exchanged =
    before.some((given) => given.items.some((item) => item.exchanged)) ||
    read.entries.some((entry) => entry.unit.resolution === 'exchange');
  // Who has another item for one of them has not sent everything back.
  const isLast = !exchanged && isEverything(paid, read.after) && !isEverything(paid, read.before);
  const shippingBefore = sumOf(before.map((given) => Math.max(0, given.shipping)));
  return {
    ...read,
    paid,
    available: Math.max(0, paid.total - amountOf(paid, before)),
    shipping: isShippingBack(request, read, isLast) ? Math.max(0, paid.shipping - shippingBefore) : 0,
    other: isLast ? paid.other : 0,
  };
}

function isShippingBack(request: SettlementRequest, { entries }: Entries, isLast: boolean): boolean {
  const { policy, route } = request;
  // What was never sent cost no shipping, whatever the policy says of returns.
  if (isLast && route === 'cancel') return true;
  switch (policy.originalShipping) {
    case 'never':
      return false;
    case 'everything':
      return isLast;
    case 'everything_or_shop_at_fault':
      return (
        isLast || entries.some(({ unit }) => unit.resolution !== 'exchange' && isShopsFaultFor(request, unit))
      );
  }
}

/** What the units alone are worth: no shipping, fees or bonus, and no more than can still come back. */
export function valueOfUnits({ entries, available }: Reading): number {
  const sum = (exchanged: boolean) =>
    sumOf(
      entries
        .filter((entry) => (entry.unit.resolution === 'exchange') === exchanged)
        .map((entry) => valueOfWorth(entry.worth)),
    );
  const kept = sum(true);
  return kept + Math.min(sum(false), Math.max(0, available - kept));
}
