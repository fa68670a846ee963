/**
 * The share that the first `part` of `whole` units have of an amount, rounded down. Differences of such shares add up to the
 * amount whatever the steps: that is why every split of a sum goes through here. Exact beyond 2^53; 0 of no units.
 */
export const shareOf = (amount: number, part: number, whole: number): number =>
  whole <= 0 ? 0 : Number((BigInt(amount) * BigInt(part)) / BigInt(whole));

/** `amount × part / whole`, rounded half away from zero. `whole` is above zero. */
export function scaled(amount: number, part: number, whole: number): number {
  const product = BigInt(amount) * BigInt(part);
  const size = product < 0n ? -product : product;
  const rounded = Number((size * 2n + BigInt(whole)) / (BigInt(whole) * 2n));
  return product < 0n ? -rounded : rounded;
}

/**
 * Shares an amount by weights, to the unit: everyone gets the share rounded down, what is left goes by one unit to those
 * who lost most, of equal ones to the first. `amount` is no more than the weights together; no share is more than its weight.
 */
export function apportion(amount: number, weights: readonly number[]): number[] {
  const whole = sumOf(weights);
  const shares = weights.map((weight) => shareOf(amount, weight, whole));
  const lost = weights.map((weight, index) => ({
    index,
    lost: whole === 0 ? 0n : (BigInt(amount) * BigInt(weight)) % BigInt(whole),
  }));
  lost.sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1));
  for (const { index } of lost.slice(0, amount - sumOf(shares))) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** All of them together. */
export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
