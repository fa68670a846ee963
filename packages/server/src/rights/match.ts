import type { ReturnPolicyInput } from '@postlude/contract';
import type { SoldLine, SoldOrder } from '../orders/read-sold.ts';

/** Which items a rule of a policy is about. */
type ItemMatch = NonNullable<ReturnPolicyInput['windows']>[number]['match'];

/** What of a line the conditions look at. */
export type MatchedLine = Pick<
  SoldLine,
  'productType' | 'productId' | 'tags' | 'unitPrice' | 'quantity' | 'discount'
>;

/** Whether two types or tags are the same, as people write them. */
export const sameWord = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * True when all conditions that are given hold. Types and tags are compared without regard to capitals, ids as they are.
 * What is not known fits no condition: an order without a country is in none.
 */
export function matchesItem(match: ItemMatch, order: Pick<SoldOrder, 'country'>, line: MatchedLine): boolean {
  const { productTypes, tags, productIds, countries, discountedByPercent } = match;
  const { productType, productId } = line;
  return (
    (productTypes === undefined ||
      (productType !== null && productTypes.some((type) => sameWord(type, productType)))) &&
    (tags === undefined || tags.some((tag) => line.tags.some((own) => sameWord(tag, own)))) &&
    (productIds === undefined || (productId !== null && productIds.includes(productId))) &&
    (countries === undefined || (order.country !== null && countries.includes(order.country))) &&
    (discountedByPercent === undefined || isDiscountedBy(line, discountedByPercent))
  );
}

/** In whole numbers: a line at exactly the limit is at the limit. */
function isDiscountedBy({ unitPrice, quantity, discount }: MatchedLine, percent: number): boolean {
  if (unitPrice === null || unitPrice <= 0 || quantity <= 0) return false;
  // Sums outside the whole numbers a database keeps are no sums.
  if (![unitPrice, quantity, discount].every(Number.isSafeInteger)) return false;
  return BigInt(discount) * 100n >= BigInt(percent) * BigInt(unitPrice) * BigInt(quantity);
}
