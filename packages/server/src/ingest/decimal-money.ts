import { type Money, minorDigits } from '@postlude/contract';

const decimal = /^([+-]?)(\d{1,30})(?:\.(\d{0,30}))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * A decimal text (`"29.35"`, `3`, `1e3`) as exact minor units, without ever being a floating point number. Digits finer
 * than the minor unit are rounded half away from zero, as shops do. Null when it is no decimal, no currency, or too large.
 */
export function toMoney(text: string, currency: string): Money | null {
  const match = decimal.exec(text.trim());
  if (!match || !/^[A-Z]{3}$/.test(currency)) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  // The value is digits × 10^power in minor units.
  const digits = BigInt(whole + fraction);
  const power = minorDigits(currency) + Number(exponent) - fraction.length;
  const magnitude = power >= 0 ? digits * 10n ** BigInt(power) : divideHalfUp(digits, 10n ** BigInt(-power));
  const amount = Number(sign === '-' ? -magnitude : magnitude);
  return Number.isSafeInteger(amount) ? { amount, currency } : null;
}

const divideHalfUp = (value: bigint, divisor: bigint): bigint => (value * 2n + divisor) / (divisor * 2n);

/** The sum of amounts of one currency; null when there is none, or they differ in currency, or it is too large. */
export function sumMoney(amounts: readonly Money[]): Money | null {
  const [first] = amounts;
  if (!first || amounts.some((money) => money.currency !== first.currency)) return null;
  const amount = amounts.reduce((sum, money) => sum + money.amount, 0);
  return Number.isSafeInteger(amount) ? { amount, currency: first.currency } : null;
}
