import type { OutgoingEventType, ReferralReason, ReferralState } from '@postlude/contract';
import type { Updateable } from 'kysely';
import { addEntry } from '../../case-log/audit.ts';
import type { Tx } from '../../db/database.ts';
import type { ReferralsTable } from '../../db/schema/referrals.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { enqueueEvent } from '../../outbox/enqueue.ts';
import { logOf, type ReferralRow } from './store.ts';

/** Who did something to a referral: the system, the friend, or staff by name. */
export const bySystem = 'system';
/** See `bySystem`. */
export const byFriend = 'friend';

/** A change of a referral. */
export interface ReferralMove {
  /** May be the state it is in: then something else about it changes. */
  readonly to: ReferralState;
  /** Why it stands there; none unless told. */
  readonly reason?: ReferralReason | null;
  readonly by: string;
  /** What was done, for its story: `claim`, `order`, `hold`, `flag`, `qualify`, `refuse`, `void`, `approve`, … */
  readonly action: string;
  readonly note?: string | null;
  /** Columns that change with it. */
  readonly set?: Omit<Updateable<ReferralsTable>, 'state' | 'reason' | 'revision' | 'changed_at'>;
  /** Facts for its story. */
  readonly data?: Readonly<Record<string, unknown>>;
}

const told: Partial<Record<ReferralState, OutgoingEventType>> = {
  claimed: 'referral.claimed',
  ordered: 'referral.ordered',
  held: 'referral.held',
  flagged: 'referral.flagged',
  qualified: 'referral.qualified',
  refused: 'referral.refused',
  voided: 'referral.voided',
};

/**
 * Changes a referral; the only way one ever changes. The row, its story and, where its state or reason is another one, the event
 * that goes out are written together.
 *
 * @throws ApiProblem `conflict` when it has changed since it was read.
 */
export async function moveReferral(
  tx: Tx,
  row: ReferralRow,
  { to, reason = null, by, action, note = null, set = {}, data = {} }: ReferralMove,
  now: Date,
): Promise<ReferralRow> {
  const moved = await tx
    .updateTable('referrals')
    .set({ ...set, state: to, reason, revision: row.revision + 1, changed_at: now })
    .where('store_id', '=', row.store_id)
    .where('referral_id', '=', row.referral_id)
    .where('revision', '=', row.revision)
    .returningAll()
    .executeTakeFirst();
  if (!moved) throw new ApiProblem('conflict', { detail: 'The referral has changed meanwhile.' });
  await tellChange(tx, moved, { before: row, by, action, note, data }, now);
  return moved;
}

/** Writes the story of a referral that was just made, as `moveReferral` does of one that changes. */
export const noteReferral = (
  tx: Tx,
  row: ReferralRow,
  { by, action, note = null, data = {} }: Pick<ReferralMove, 'by' | 'action' | 'note' | 'data'>,
  now: Date,
): Promise<void> => tellChange(tx, row, { before: null, by, action, note, data }, now);

async function tellChange(
  tx: Tx,
  row: ReferralRow,
  {
    before,
    by,
    action,
    note,
    data,
  }: { readonly before: ReferralRow | null; readonly note: string | null } & Required<
    Pick<ReferralMove, 'by' | 'action' | 'data'>
  >,
  now: Date,
): Promise<void> {
  await addEntry(tx, logOf(row), {
    sequence: row.revision,
    at: now,
    by,
    action,
    before: before?.state ?? null,
    after: row.state,
    note,
    data: { ...data, reason: row.reason },
    restore: null,
  });
  const type = told[row.state];
  if (type === undefined || (before?.state === row.state && before.reason === row.reason)) return;
  await enqueueEvent(tx, row.store_id, { type, data: referralData(row) }, now);
}

/** What is told of a referral: nothing of the friend but the order. See docs/outgoing-events.md. */
const referralData = (row: ReferralRow) => ({
  referralId: row.referral_id,
  revision: row.revision,
  programmeId: row.programme_id,
  programmeVersion: row.programme_version,
  advocateId: row.advocate_id,
  state: row.state,
  reason: row.reason,
  orderId: row.order_id,
  attribution: row.attribution,
  score: row.score,
  decideBy: row.decide_by?.toISOString() ?? null,
  heldUntil: row.held_until?.toISOString() ?? null,
});
