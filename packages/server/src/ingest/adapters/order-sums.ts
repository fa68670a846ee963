import type { Money } from '@postlude/contract';
import { sumMoney } from '../decimal-money.ts';

/** A price as a line can have it: what is negative, or too large to be multiplied, is no price. */
export function priceOf(money: Money | null, quantity: number): Money | null {
  return money !== null && money.amount >= 0 && Number.isSafeInteger(money.amount * quantity) ? money : null;
}

/** The sum of those amounts that are of one currency and not negative; 0 when there is none, or it is too large. */
export function amountOf(amounts: readonly (Money | null)[], currency: string): number {
  const usable = amounts.filter(
    (money) => money !== null && money.amount >= 0 && money.currency === currency,
  ) as Money[];
  return sumMoney(usable)?.amount ?? 0;
}

/** A discount as a line can have it: no more than its units cost. */
export function discountOf(
  amounts: readonly (Money | null)[],
  unitPrice: Money | null,
  quantity: number,
  currency: string,
): number {
  const discount = amountOf(amounts, currency);
  return unitPrice?.currency === currency ? Math.min(discount, unitPrice.amount * quantity) : discount;
}
