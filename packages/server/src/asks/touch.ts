import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { OrderKey } from '../orders/read-known.ts';
import { settleAsks } from './settle.ts';

/**
 * Decides the asks of an order again, in the transaction of whatever changed. Nobody has to call it: changes are found within
 * a minute, and pages always decide for themselves. Whoever wants an answer to be told at once calls it after writing.
 */
export async function touchAsks(tx: Tx, _context: Context, key: OrderKey, now: Date): Promise<void> {
  await settleAsks(tx, key, now);
}
