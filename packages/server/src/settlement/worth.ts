import type { Counts } from './counts.ts';
import type { Paid } from './paid.ts';
import { shareOf } from './split.ts';

/** What units were paid with, by what it is made of. `goods` + `tax` is all of it. */
export interface Worth {
  readonly units: number;
  /** As listed. */
  readonly price: number;
  readonly goods: number;
  readonly tax: number;
  readonly taxInside: number;
  /** False when the price of one of them is not known. */
  readonly isKnown: boolean;
}

/** What the units were paid with that are back `after` and were not `before`. */
export function worthBetween(paid: Paid, before: Counts, after: Counts): Worth {
  let [units, price, goods, tax, taxInside, isKnown] = [0, 0, 0, 0, 0, true];
  for (const line of paid.lines.values()) {
    const [from, to] = [before.get(line.id) ?? 0, after.get(line.id) ?? 0];
    if (to <= from) continue;
    const between = (amount: number) =>
      shareOf(amount, to, line.quantity) - shareOf(amount, from, line.quantity);
    units += to - from;
    price += line.unitPrice * (to - from);
    goods += between(line.goods);
    tax += between(line.tax);
    taxInside += between(line.taxInside);
    isKnown &&= line.isKnown;
  }
  return { units, price, goods, tax, taxInside, isKnown };
}

/** All of it. */
export const valueOfWorth = (worth: Worth): number => worth.goods + worth.tax;
