import type { Money } from '@postlude/contract';
import { sumMoney, toMoney } from '../decimal-money.ts';
import { flagAt, recordAt, recordsAt, wordAt } from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { amountOf } from './order-sums.ts';

/**
 * What the shopper paid: the presentment money of `<key>_set`, which can be in another currency than the shop's; without a
 * set the plain amount, which is in the shop's.
 */
export function moneyAt(record: JsonRecord, key: string, shopCurrency: string | null): Money | null {
  const set = recordAt(recordAt(record, `${key}_set`), 'presentment_money');
  const amount = wordAt(set, 'amount');
  const setCurrency = currencyOf(wordAt(set, 'currency_code'));
  if (amount !== null && setCurrency !== null) return toMoney(amount, setCurrency);
  const plain = wordAt(record, key);
  return plain === null || shopCurrency === null ? null : toMoney(plain, shopCurrency);
}

/** A currency code in capitals; null for what is none. */
export function currencyOf(text: string | null): string | null {
  const code = text?.toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

/** The parts of every discount, of the line and of the order, that fall to a line. */
export const allocationsOf = (line: JsonRecord, shopCurrency: string | null): (Money | null)[] =>
  recordsAt(line, 'discount_allocations').map((one) => moneyAt(one, 'amount', shopCurrency));

/** All taxes of a line together. */
export const taxOf = (line: JsonRecord, shopCurrency: string | null, currency: string): number =>
  amountOf(
    recordsAt(line, 'tax_lines').map((one) => moneyAt(one, 'price', shopCurrency)),
    currency,
  );

/**
 * What was really paid for shipping; null where a price is missing or in another currency.
 * `discounted_price` knows discounts of the line only, the allocations know those of the order too.
 * https://shopify.dev/docs/api/admin-rest/latest/resources/order
 */
export function shippingOf(
  order: JsonRecord,
  shopCurrency: string | null,
  currency: string,
): { price: number; tax: number } | null {
  if (!Array.isArray(order.shipping_lines)) return null;
  const lines = recordsAt(order, 'shipping_lines').filter((line) => flagAt(line, 'is_removed') !== true);
  const prices = lines.map((line) => shippingPrice(line, shopCurrency, currency));
  const known = prices.filter((price) => price !== null);
  const price = known.length === 0 ? 0 : (sumMoney(known)?.amount ?? null);
  if (price === null || known.length < prices.length) return null;
  return { price, tax: taxesOfAll(lines, shopCurrency, currency) };
}

function shippingPrice(line: JsonRecord, shopCurrency: string | null, currency: string): Money | null {
  const price = moneyAt(line, 'price', shopCurrency);
  if (price === null || price.currency !== currency || price.amount < 0) return null;
  const discounted = moneyAt(line, 'discounted_price', shopCurrency);
  const less = price.amount - amountOf(allocationsOf(line, shopCurrency), currency);
  const paid = discounted?.currency === currency ? Math.min(less, discounted.amount) : less;
  return { amount: Math.max(0, paid), currency };
}

const taxesOfAll = (lines: readonly JsonRecord[], shopCurrency: string | null, currency: string): number =>
  amountOf(
    lines.map((line) => ({ amount: taxOf(line, shopCurrency, currency), currency })),
    currency,
  );
