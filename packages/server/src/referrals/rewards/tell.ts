import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { moveReward, type RewardRow } from './ledger.ts';

/**
 * Tells whom a reward is for that it is there, and makes it `sent`. The reward stands in the widgets from this moment on; where there
 * is a mail server and an address it is told by mail too.
 */
export async function tellWinner(
  tx: Tx,
  _context: Pick<Context, 'config'>,
  row: RewardRow,
  now: Date,
): Promise<RewardRow> {
  return moveReward(tx, row, 'sent', {}, now);
}
