import type { Id } from '@postlude/contract';
import type { Paid } from './paid.ts';
import type { GivenBack } from './request.ts';
import { shareOf } from './split.ts';

/** Units by line. */
export type Counts = ReadonlyMap<Id<'line'>, number>;

/** Units of the same line together. What is not a whole number above zero counts nothing. */
export function countUnits(
  items: readonly { readonly lineId: Id<'line'>; readonly quantity: number }[],
): Counts {
  const counts = new Map<Id<'line'>, number>();
  for (const { lineId, quantity } of items) {
    if (Number.isSafeInteger(quantity) && quantity > 0) {
      counts.set(lineId, Math.min(Number.MAX_SAFE_INTEGER, (counts.get(lineId) ?? 0) + quantity));
    }
  }
  return counts;
}

/**
 * The units that are back once these were named too: never more than bought, and with a bundle its parts. Parts that are
 * named together with their bundle are those of it, not more of them, so that nothing counts twice.
 */
export function unitsBack(paid: Paid, named: Counts, before: Counts = new Map()): Counts {
  const back = (id: Id<'line'>, seen: readonly Id<'line'>[]): number => {
    const line = paid.lines.get(id);
    if (line === undefined || seen.includes(id)) return 0;
    const parent = line.parent === null ? undefined : paid.lines.get(line.parent);
    const taken = parent
      ? shareOf(line.quantity, back(parent.id, [...seen, id]), parent.quantity) -
        shareOf(line.quantity, before.get(parent.id) ?? 0, parent.quantity)
      : 0;
    return Math.min(line.quantity, (before.get(id) ?? 0) + Math.max(named.get(id) ?? 0, taken));
  };
  return new Map([...paid.lines.keys()].map((id) => [id, back(id, [])]));
}

/** The units that came back before: of each return or refund those it named, with the parts of its bundles. */
export const unitsBackBefore = (paid: Paid, before: readonly GivenBack[]): Counts =>
  before.reduce<Counts>(
    (sum, given) =>
      new Map(
        [...unitsBack(paid, countUnits(given.items))].map(([id, units]) => [
          id,
          Math.min(paid.lines.get(id)?.quantity ?? 0, units + (sum.get(id) ?? 0)),
        ]),
      ),
    new Map(),
  );

/** How many bundles a line is inside of. */
export function depthOf(paid: Paid, id: Id<'line'>): number {
  const seen = new Set<Id<'line'>>();
  for (let at = paid.lines.get(id); at?.parent != null && !seen.has(at.id); at = paid.lines.get(at.parent)) {
    seen.add(at.id);
  }
  return seen.size;
}
