import type { Money } from '@postlude/contract';
import { toMoney } from '../decimal-money.ts';
import type { LineFact } from '../facts.ts';
import { wordAt } from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { amountOf, priceOf } from './order-sums.ts';

/**
 * The sums of a line. WooCommerce tells the sum of all units before (`subtotal`) and after (`total`) discounts, both without
 * tax, and a price of one unit after discounts that need not be whole. The unit price here is the sum before discounts by
 * the unit, rounded up, so that `unit price × quantity − discount` is the line's total to the last digit.
 * https://developer.woocommerce.com/docs/apis/rest-api/v3/orders/
 */
export function lineSums(
  line: JsonRecord,
  quantity: number,
  currency: string,
): Pick<LineFact, 'unitPrice' | 'discount' | 'tax'> {
  const tax = amountOf([moneyAt(line, 'total_tax', currency)], currency);
  const total = moneyAt(line, 'total', currency)?.amount ?? null;
  const subtotal = moneyAt(line, 'subtotal', currency)?.amount ?? total;
  if (subtotal === null || quantity === 0) {
    return { unitPrice: priceOf(moneyAt(line, 'price', currency), quantity), discount: 0, tax };
  }
  const before = Math.max(subtotal, total ?? subtotal);
  const unitPrice = priceOf({ amount: Math.ceil(before / quantity), currency }, quantity);
  const discount = unitPrice === null ? 0 : unitPrice.amount * quantity - (total ?? before);
  return { unitPrice, discount, tax };
}

/** What was paid for shipping; null when it is not told. */
export function shippingOf(order: JsonRecord, currency: string): { price: number; tax: number } | null {
  const price = moneyAt(order, 'shipping_total', currency);
  return (
    price && { price: price.amount, tax: amountOf([moneyAt(order, 'shipping_tax', currency)], currency) }
  );
}

/** An amount that is not negative. */
function moneyAt(record: JsonRecord, key: string, currency: string): Money | null {
  const money = toMoney(wordAt(record, key) ?? '', currency);
  return money !== null && money.amount >= 0 ? money : null;
}
