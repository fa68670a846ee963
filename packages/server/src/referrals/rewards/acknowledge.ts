import type { RewardIssued } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { storable } from '../../db/values.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { tillCodeKey } from '../codes/code-key.ts';
import { tellReward } from './events.ts';
import type { RewardKey } from './issue.ts';
import { holdReward, moveReward, type RewardRow } from './ledger.ts';
import { tellWinner } from './tell.ts';

interface Issued {
  readonly code: string | null;
  readonly creditId: string | null;
}

/**
 * Takes the shop's answer to `reward.issue`, now or late, as often as it comes. A code or credit makes the reward issued and told,
 * also one that had failed meanwhile. For one that was revoked meanwhile it is kept, and `reward.revoked` goes out again with it, so
 * that the shop takes it back.
 *
 * @throws ApiProblem `conflict` when it was issued with something else before; `not_found`.
 */
export async function acknowledgeReward(
  tx: Tx,
  context: Pick<Context, 'config'>,
  key: RewardKey,
  answer: RewardIssued,
  now: Date,
): Promise<RewardRow> {
  const row = await holdReward(tx, key);
  if (!row) throw new ApiProblem('not_found');
  if ('failed' in answer) return couldNotIssue(tx, row, storable(answer.failed), now);
  const issued: Issued = storable({
    code: 'code' in answer ? answer.code.trim() : null,
    creditId: answer.creditId ?? null,
  });
  if (row.code !== null || row.credit_id !== null) return same(row, issued);
  if (row.state === 'revoked') return keepForRevoked(tx, row, issued, now);
  const { code, creditId } = issued;
  const change = { ...(code === null ? {} : { code }), ...(creditId === null ? {} : { creditId }) };
  return tellWinner(tx, context, await moveReward(tx, row, 'issued', change, now), now);
}

async function couldNotIssue(tx: Tx, row: RewardRow, because: string, now: Date): Promise<RewardRow> {
  if (row.state === 'earned') return moveReward(tx, row, 'failed', { because }, now);
  // It is told already that there is none; and what was revoked is to be made no more.
  if (row.state === 'failed' || (row.state === 'revoked' && row.code === null && row.credit_id === null)) {
    return row;
  }
  throw new ApiProblem('conflict', { detail: 'The reward was issued before.' });
}

function same(row: RewardRow, { code, creditId }: Issued): RewardRow {
  const sameCode = code === null ? row.code === null : row.code_key === tillCodeKey(code);
  if (sameCode && row.credit_id === creditId) return row;
  throw new ApiProblem('conflict', { detail: 'The reward was issued with another code or credit before.' });
}

async function keepForRevoked(
  tx: Tx,
  row: RewardRow,
  { code, creditId }: Issued,
  now: Date,
): Promise<RewardRow> {
  const kept = await tx
    .updateTable('rewards')
    .set({
      code,
      code_key: code === null ? null : tillCodeKey(code),
      credit_id: creditId,
      revision: row.revision + 1,
      changed_at: now,
    })
    .where('store_id', '=', row.store_id)
    .where('reward_id', '=', row.reward_id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tellReward(tx, kept, now);
  return kept;
}
