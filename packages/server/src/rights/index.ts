import type { DateSum, ItemRights } from '@postlude/contract';
import type { RightsFacts } from './facts.ts';

export type { Delivery, EarlierUnits, RightsFacts } from './facts.ts';

/** Decides every route of every item. */
export function decideRights(_facts: RightsFacts): readonly ItemRights[] {
  return [];
}

/** The right of withdrawal of a whole order. */
export interface WithdrawalPeriod {
  readonly state: 'open' | 'closed';
  readonly lastDay: string | null;
  readonly sum: DateSum | null;
}

/** When the order can be withdrawn from; null where that is not offered. */
export function withdrawalPeriod(_facts: RightsFacts): WithdrawalPeriod | null {
  return null;
}
