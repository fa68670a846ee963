import type { Id } from '@postlude/contract';
import type { Paid, PaidLine } from './paid.ts';
import type { GivenBack } from './request.ts';
import { shareOf } from './split.ts';

/** Units by line; none where a line is missing. */
export type Counts = ReadonlyMap<Id<'line'>, number>;

/** A line of which more units are back than were. */
export interface Rise {
  readonly line: PaidLine;
  readonly from: number;
  readonly to: number;
}

/** Counts the units that are back while they are named one after the other. */
export interface Count {
  /** What was back at the start. */
  readonly start: Counts;
  readonly named: Map<Id<'line'>, number>;
  /** What is back now: never more than bought. */
  readonly back: Map<Id<'line'>, number>;
}

/** Begins to count on top of what is back. */
export const countFrom = (start: Counts): Count => ({ start, named: new Map(), back: new Map(start) });

/**
 * Names units that go back, and with a bundle its parts. Parts that are named beside their bundle in the same count are those
 * of it, not more of them, so that nothing counts twice. What is not a whole number above zero counts nothing.
 */
export function nameUnits(
  paid: Paid,
  { start, named, back }: Count,
  { lineId, quantity }: { readonly lineId: Id<'line'>; readonly quantity: number },
): Rise[] {
  if (!Number.isSafeInteger(quantity) || quantity <= 0) return [];
  named.set(lineId, Math.min(Number.MAX_SAFE_INTEGER, (named.get(lineId) ?? 0) + quantity));
  return withParts(paid, lineId).flatMap((line) => {
    const parent = line.parent === null ? undefined : paid.lines.get(line.parent);
    const ofBundle = (counts: Counts) =>
      parent ? shareOf(line.quantity, counts.get(parent.id) ?? 0, parent.quantity) : 0;
    const more = Math.max(named.get(line.id) ?? 0, ofBundle(back) - ofBundle(start));
    const to = Math.min(line.quantity, (start.get(line.id) ?? 0) + more);
    const from = back.get(line.id) ?? 0;
    if (to <= from) return [];
    back.set(line.id, to);
    return [{ line, from, to }];
  });
}

/** A line and all that is inside of it, from the outside in. */
function withParts(paid: Paid, id: Id<'line'>): PaidLine[] {
  const found = new Map<Id<'line'>, PaidLine>();
  const visit = (at: Id<'line'>): void => {
    const line = paid.lines.get(at);
    if (line === undefined || found.has(at)) return;
    found.set(at, line);
    for (const part of paid.parts.get(at) ?? []) visit(part);
  };
  visit(id);
  return [...found.values()];
}

/** The units that came back before: of each return or refund those it named, with the parts of its bundles. */
export function unitsBackBefore(paid: Paid, before: readonly GivenBack[]): Counts {
  const sum = new Map<Id<'line'>, number>();
  for (const { items } of before) {
    const count = countFrom(new Map());
    for (const item of items) nameUnits(paid, count, item);
    for (const [id, units] of count.back) {
      sum.set(id, Math.min(paid.lines.get(id)?.quantity ?? 0, units + (sum.get(id) ?? 0)));
    }
  }
  return sum;
}

/** How many bundles a line is inside of. */
export function depthOf(paid: Paid, id: Id<'line'>): number {
  const seen = new Set<Id<'line'>>();
  for (let at = paid.lines.get(id); at?.parent != null && !seen.has(at.id); at = paid.lines.get(at.parent)) {
    seen.add(at.id);
  }
  return seen.size;
}
