import type { Tx } from '../db/database.ts';
import type { ReviewFact } from './facts.ts';

/** The reviews of some lines, as far as asks may know of them; by line. */
export async function reviewsOfLines(
  _tx: Tx,
  _storeId: string,
  _lineIds: readonly string[],
): Promise<Map<string, ReviewFact>> {
  return new Map();
}
