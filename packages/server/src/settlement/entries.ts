import { type Id, resolutions } from '@postlude/contract';
import { type Counts, countFrom, depthOf, nameUnits, unitsBackBefore } from './counts.ts';
import type { Paid } from './paid.ts';
import type { GivenBack, ReturnUnits } from './request.ts';
import { type Worth, worthOf } from './worth.ts';

/** Units of a return with what they were paid with. */
export interface Entry {
  readonly unit: ReturnUnits;
  /** Of the line that was named, without the parts of a bundle and without what was back already. */
  readonly units: number;
  readonly worth: Worth;
}

/** The units of a return, and what is back before and after it. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly before: Counts;
  readonly after: Counts;
}

/**
 * Says what the units of a return were paid with, one after the other: each has what it adds to those before it, so that
 * nothing is counted twice. Parts come before their bundles, and then by line, resolution and reason, so that the order in
 * which they were named is of no importance. Units that are back already add nothing and are left out.
 */
export function readEntries(paid: Paid, given: readonly GivenBack[], units: readonly ReturnUnits[]): Entries {
  const before = unitsBackBefore(paid, given);
  const count = countFrom(before);
  const entries = [...units].sort(compareUnits(paid)).flatMap((unit): Entry[] => {
    const rises = nameUnits(paid, count, unit);
    const own = rises.find(({ line }) => line.id === unit.lineId);
    return rises.length === 0 ? [] : [{ unit, units: own ? own.to - own.from : 0, worth: worthOf(rises) }];
  });
  return { entries, before, after: count.back };
}

const compareUnits = (paid: Paid) => {
  const rank = (unit: ReturnUnits): readonly (number | string)[] => [
    -depthOf(paid, unit.lineId),
    paid.lines.get(unit.lineId)?.position ?? 0,
    unit.lineId,
    resolutions.indexOf(unit.resolution ?? 'refund'),
    unit.reason ?? '',
    unit.exchange?.price ?? -1,
    unit.quantity,
  ];
  return (a: ReturnUnits, b: ReturnUnits): number => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
  };
};

const counting = new WeakMap<Paid, readonly Id<'line'>[]>();

/**
 * Lines that have to be back for everything to be back: all that was paid for, or all when nothing was. A quote asks this for
 * every item of the same order.
 */
function linesThatCount(paid: Paid): readonly Id<'line'>[] {
  const known = counting.get(paid);
  if (known) return known;
  const lines = [...paid.lines.values()].filter((line) => line.quantity > 0);
  const paidFor = lines.filter((line) => line.goods + line.tax > 0 || !line.isKnown);
  const found = (paidFor.length > 0 ? paidFor : lines).map((line) => line.id);
  counting.set(paid, found);
  return found;
}

/** Whether all that was paid for is back. */
export const isEverything = (paid: Paid, back: Counts): boolean =>
  linesThatCount(paid).every((id) => (back.get(id) ?? 0) >= (paid.lines.get(id)?.quantity ?? 0));
