import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { moveReward, type RewardRow } from './ledger.ts';
import { mailWinner } from './mails.ts';

/**
 * Tells whom a reward is for that it is there, and makes it `sent`. It stands in the widgets from this moment on; an advocate is told
 * by mail too.
 */
export async function tellWinner(
  tx: Tx,
  context: Pick<Context, 'config'>,
  row: RewardRow,
  now: Date,
): Promise<RewardRow> {
  const sent = await moveReward(tx, row, 'sent', {}, now);
  await mailWinner(tx, context, sent, now);
  return sent;
}
