import type { ReturnStatus } from '@postlude/contract';
import { type Entry, readAudit } from '../case-log/audit.ts';
import { dropMailsOfStep, mailsOfStep } from '../case-mails/keep.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { ReturnCase } from './case.ts';
import { tellEvent } from './events.ts';
import { stepOf } from './mails/send.ts';
import { type Received, withReceived, writeReceived } from './receive.ts';
import { type Changes, record } from './record.ts';
import type { StaffWord } from './staff.ts';
import { logOf, type ReturnRow } from './store.ts';
import { undoable } from './transitions.ts';
import { isGivenBack } from './void-labels.ts';

/**
 * Takes back the last action, when it was one of staff and nothing has happened since. The audit keeps both. Taking back
 * twice changes nothing. A refund that was told to somebody is final.
 *
 * @throws ApiProblem `action_not_possible`.
 */
export async function undo(tx: Tx, _context: Context, of: ReturnCase, word: StaffWord): Promise<ReturnCase> {
  const { row: held } = of;
  const audit = await readAudit(tx, logOf(held));
  const last = audit.at(-1);
  if (last?.action === 'undo') return of;
  if (!last || !(await canUndo(tx, held, audit))) {
    throw new ApiProblem('action_not_possible', {
      detail: 'There is no action of staff that could be taken back, or it can be taken back no more.',
    });
  }
  const { set = {}, items = [] } = (last.restore ?? {}) as { set?: Changes; items?: readonly Received[] };
  if (last.action === 'refund') await dropEvent(tx, held);
  await dropMailsOfStep(tx, stepOf(held, last.sequence));
  for (const item of items) await writeReceived(tx, held, item);
  const { label, ...others } = set;
  // A label that was made is paid: it is there for the next approval.
  const back = held.label?.state === 'ready' || label === undefined ? others : { ...others, label };
  const reopened = await record(tx, withReceived(of, items), {
    action: 'undo',
    by: word.by?.trim() || 'staff',
    to: last.before as ReturnStatus,
    note: word.note?.trim() || null,
    data: { undid: last.sequence, action: last.action },
    set: back,
  });
  if (last.action === 'refund' || last.before === last.after) return reopened;
  await tellEvent(tx, 'return.reopened', reopened);
  return reopened;
}

/** Whether the last entry can be taken back. */
export async function canUndo(tx: Tx, row: ReturnRow, audit: readonly Entry[]): Promise<boolean> {
  const last = audit.at(-1);
  if (!last?.restore || last.before === null || !undoable.has(last.action)) return false;
  // Who sent something with it, or would be approved with it, has a label that is worth nothing.
  if (isGivenBack(row.label)) return false;
  if (last.action !== 'refund') return true;
  return !(await hasLeft(tx, row)) && !(await mailsOfStep(tx, stepOf(row, last.sequence))).hasLeft;
}

/** Whether somebody was told of the refund, or is being told. */
async function hasLeft(tx: Tx, row: ReturnRow): Promise<boolean> {
  const eventId = row.settled?.eventId;
  if (eventId === undefined) return true;
  const deliveries = await tx
    .selectFrom('deliveries')
    .select(['attempts', 'leased_until', 'state'])
    .where('store_id', '=', row.store_id)
    .where('event_id', '=', eventId)
    .forUpdate()
    .execute();
  return deliveries.some(
    ({ attempts, leased_until, state }) => attempts > 0 || leased_until !== null || state !== 'waiting',
  );
}

/** The event never left and is not true any more. */
async function dropEvent(tx: Tx, row: ReturnRow): Promise<void> {
  await tx
    .deleteFrom('outbox_events')
    .where('store_id', '=', row.store_id)
    .where('event_id', '=', row.settled?.eventId ?? '')
    .execute();
}
