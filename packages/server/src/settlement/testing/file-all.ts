import type { Settlement } from '@postlude/contract';
import type { SoldOrder } from '../../orders/read-sold.ts';
import { type GivenBack, settle } from '../index.ts';
import type { Step } from './arbitrary.ts';
import { policy, request } from './build.ts';

/** Nothing is taken off, and shipping comes back with the last unit. */
export const everything = policy({ originalShipping: 'everything' });

/** What came of returns that were filed one after the other. */
export interface Filed {
  /** All money that came back, bonuses apart, in minor units. */
  readonly money: number;
  /** What the store took off. */
  readonly fees: number;
  /** The most there was after a refund of the platform. */
  readonly most: number;
  readonly settlements: readonly Settlement[];
  readonly before: readonly GivenBack[];
}

/** Files the returns one after the other, each with what was given before it. A step with a key is a refund of the platform. */
export function fileAll(order: SoldOrder, steps: readonly (Step | GivenBack)[], rules = everything): Filed {
  const before: GivenBack[] = [];
  const settlements: Settlement[] = [];
  let [money, fees, most] = [0, 0, 0];
  for (const step of steps) {
    if ('key' in step) {
      before.push(step);
      money += step.amount ?? 0;
      most = Math.max(most, money);
      continue;
    }
    const settled = settle(request(order, step.units, { ...step, policy: rules, before: [...before] }));
    if (settled === null) throw new Error('nothing was settled');
    const { refund: toCard, storeCredit, breakdown } = settled.settlement;
    const rowsOf = (...codes: string[]) =>
      breakdown.rows
        .filter((row) => codes.includes(row.code))
        .reduce((sum, row) => sum + row.amount.amount, 0);
    money += toCard.amount + storeCredit.amount - rowsOf('bonus');
    fees -= rowsOf('fee', 'method');
    settlements.push(settled.settlement);
    before.push({ key: `return:${before.length}`, ...settled.given });
  }
  return { money, fees, most, settlements, before };
}
