import type { Rise } from './counts.ts';
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

/** What units were paid with: of each line the share of all that are back now, less the share of those that were. */
export function worthOf(rises: readonly Rise[]): Worth {
  let [units, price, goods, tax, taxInside, isKnown] = [0, 0, 0, 0, 0, true];
  for (const { line, from, to } of rises) {
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
