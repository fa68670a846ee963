import type { LineInput, OrderInput, OrderRefundInput } from '@postlude/contract';
import { ApiProblem } from '../http/api-problem.ts';

type Amount = { readonly amount: number; readonly currency: string } | null | undefined;

/**
 * Checks that the money of an order adds up to something: one currency, nothing negative, no discount above the price, and
 * sums that can be counted exactly.
 *
 * @throws ApiProblem `invalid_input`, naming the first field that is wrong.
 */
export function checkMoney(input: OrderInput): void {
  const own = (money: Amount, path: string) => checkAmount(money, path, input.currency);
  own(input.total, 'total');
  own(input.shipping?.price, 'shipping.price');
  own(input.shipping?.tax, 'shipping.tax');
  for (const [place, line] of input.lines.entries()) {
    const path = `lines.${place}`;
    own(line.unitPrice, `${path}.unitPrice`);
    own(line.discount, `${path}.discount`);
    own(line.tax, `${path}.tax`);
    checkLine(line, path);
  }
  checkRefunds(input, own);
}

function checkAmount(money: Amount, path: string, currency: string): void {
  if (!money) return;
  if (money.currency !== currency) throw invalid(`${path}.currency`, `The order is in ${currency}.`);
  if (money.amount < 0) throw invalid(`${path}.amount`, 'This must not be negative.');
}

function checkLine({ unitPrice, quantity, discount }: LineInput, path: string): void {
  if (!unitPrice) return;
  const price = unitPrice.amount * quantity;
  if (!Number.isSafeInteger(price)) throw invalid(`${path}.unitPrice.amount`, 'This is too large.');
  if (discount && discount.amount > price) {
    throw invalid(`${path}.discount.amount`, 'This must not be more than the units cost.');
  }
}

function checkRefunds(
  { refunds = [], lines }: OrderInput,
  own: (money: OrderRefundInput['amount'], path: string) => void,
): void {
  const ids = new Set<string>();
  const known = new Set(lines.map((line) => line.externalId));
  for (const [place, refund] of refunds.entries()) {
    const path = `refunds.${place}`;
    own(refund.amount, `${path}.amount`);
    if (ids.has(refund.externalId)) {
      throw invalid(`${path}.externalId`, 'Another refund of this order has the same id.');
    }
    ids.add(refund.externalId);
    for (const [item, { lineExternalId }] of refund.items.entries()) {
      if (!known.has(lineExternalId)) {
        throw invalid(`${path}.items.${item}.lineExternalId`, 'The order has no line with this id.');
      }
    }
  }
}

const invalid = (path: string, sentence: string): ApiProblem =>
  new ApiProblem('invalid_input', { fields: { [path]: sentence } });
