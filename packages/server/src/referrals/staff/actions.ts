import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { moveReferral } from '../life/record.ts';
import { endRewards } from '../life/rewards-of.ts';
import { staffReferralWords } from '../life/sentences.ts';
import { settleReferral } from '../life/settle.ts';
import { holdReferral, type ReferralKey, type ReferralRow } from '../life/store.ts';
import { possibleActions } from './possible.ts';

/** Who decides, and why. */
export interface StaffWord {
  readonly by: string;
  readonly note: string | null;
}

/** What staff do to one referral. */
export type StaffDeed = (
  tx: Tx,
  context: Context,
  key: ReferralKey,
  word: StaffWord,
  now: Date,
) => Promise<void>;

/**
 * Approves a referral that is flagged or was refused: its score decides nothing any more, and it goes on by every other rule, its hold
 * included. Again it changes nothing.
 *
 * @throws ApiProblem `action_not_possible`, `not_found`.
 */
export const approve: StaffDeed = async (tx, context, key, { by, note }, now) => {
  const row = await holdReferral(tx, key);
  if (row.approved && row.state !== 'flagged' && row.state !== 'refused') return;
  must(row, 'approve');
  const to = row.state === 'flagged' ? 'flagged' : row.order_id === null ? 'claimed' : 'ordered';
  const set = { approved: true, ended_at: null };
  const reason = to === 'flagged' ? row.reason : null;
  await moveReferral(tx, row, { to, reason, by, action: 'approve', note, set }, now);
  await settleReferral(tx, context, key, now);
  const settled = await holdReferral(tx, key);
  if (settled.state !== 'refused') return;
  // Another rule refuses it: it stays as it was, and staff learn which.
  const reader = { locale: 'en', timeZone: 'UTC' };
  throw new ApiProblem('action_not_possible', { detail: staffReferralWords(settled, reader) });
};

/**
 * Refuses a referral that has not counted yet, and takes its rewards back that were not used. Again it changes nothing.
 *
 * @throws ApiProblem `action_not_possible`, `not_found`.
 */
export const refuse: StaffDeed = async (tx, context, key, word, now) => {
  const row = await holdReferral(tx, key);
  if (row.state === 'refused' && row.reason === 'by_store') return;
  must(row, 'refuse');
  await endIt(tx, context, row, 'refused', word, now);
};

/**
 * Voids a referral that counted, and takes its rewards back that were not used. Again it changes nothing.
 *
 * @throws ApiProblem `action_not_possible`, `not_found`.
 */
export const voidIt: StaffDeed = async (tx, context, key, word, now) => {
  const row = await holdReferral(tx, key);
  if (row.state === 'voided' && row.reason === 'by_store') return;
  must(row, 'void');
  await endIt(tx, context, row, 'voided', word, now);
};

async function endIt(
  tx: Tx,
  context: Context,
  row: ReferralRow,
  to: 'refused' | 'voided',
  { by, note }: StaffWord,
  now: Date,
): Promise<void> {
  const action = to === 'refused' ? 'refuse' : 'void';
  const set = { approved: false, ended_at: now, decide_by: null, held_until: null, look_again_at: null };
  const moved = await moveReferral(tx, row, { to, reason: 'by_store', by, action, note, set }, now);
  await endRewards(tx, context, moved, 'by_store', now);
  // Another referral of the same person may have waited behind it.
  await settleReferral(tx, context, { storeId: row.store_id, referralId: row.referral_id }, now);
}

function must(row: ReferralRow, action: 'approve' | 'refuse' | 'void'): void {
  if (possibleActions(row, false).includes(action)) return;
  throw new ApiProblem('action_not_possible', {
    detail:
      row.state === 'refused'
        ? 'It was refused for what is known of its order; no decision of staff changes that.'
        : `A referral that is ${row.state} cannot be ${{ approve: 'approved', refuse: 'refused', void: 'voided' }[action]}.`,
  });
}
