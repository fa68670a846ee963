import type { OutgoingEventType, ReturnAction } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { approvalOf, waitingLabel } from './approval.ts';
import { type CaseOf, readCase } from './case.ts';
import { tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import { type Changes, type Happening, record, written } from './record.ts';
import { type ReturnRow, updateReturn } from './store.ts';
import { next, possibleActions } from './transitions.ts';

/** What staff say with an action. */
export interface StaffWord {
  readonly by?: string | undefined;
  readonly note?: string | null | undefined;
}

/** An action of staff on a return that is held. */
export interface StaffAction {
  readonly action: Exclude<ReturnAction, 'undo'>;
  readonly word: StaffWord;
  readonly set: Changes;
  readonly data?: Record<string, unknown>;
  readonly restore?: Record<string, unknown>;
  readonly event?: Exclude<OutgoingEventType, 'withdrawal.received'>;
}

/** Throws why an action is not possible, with what is. */
export function impossible(held: ReturnRow, of: CaseOf, action: ReturnAction): ApiProblem {
  const possible = possibleActions(lifeOf(held, of.policy), false).join(', ') || 'nothing';
  return new ApiProblem('action_not_possible', {
    detail: `This return is ${held.status}: ${action} is not possible. Possible: ${possible}.`,
  });
}

/** Does an action where the table allows it. Null when it was done before: then nothing changes. */
export async function act(
  tx: Tx,
  held: ReturnRow,
  of: CaseOf,
  { action, word, set, data, restore, event }: StaffAction,
  now: Date,
): Promise<ReturnRow | null> {
  const to = next(action, lifeOf(held, of.policy));
  if (to === null) throw impossible(held, of, action);
  if (to === 'same') return null;
  const happening: Happening = {
    action,
    by: word.by?.trim() || 'staff',
    to,
    note: word.note?.trim() || null,
    set,
    ...(data ? { data } : {}),
    restore: restore ?? {},
  };
  const row = await record(tx, held, happening, now);
  if (event) await tellEvent(tx, event, of.sold, row, of.items, now);
  return row;
}

/** Approves; a label is made next where the method has one. Approving again tries a failed label again. */
export async function approve(tx: Tx, context: Context, held: ReturnRow, word: StaffWord): Promise<void> {
  const now = context.clock.now();
  const of = await readCase(tx, held, now);
  const key = { storeId: held.store_id, returnId: held.return_id };
  if (held.status === 'approved' && held.label?.state === 'failed') {
    await updateReturn(tx, key, { ...written({ label: waitingLabel }), updated_at: now });
    return;
  }
  const set = await approvalOf(tx, held, of, now);
  await act(tx, held, of, { action: 'approve', word, set, event: 'return.approved' }, now);
}

/** Declines with a reason. Declining again with another one has to begin with taking the first back. */
export async function decline(
  tx: Tx,
  context: Context,
  held: ReturnRow,
  word: StaffWord & { readonly code: string },
): Promise<void> {
  const now = context.clock.now();
  const of = await readCase(tx, held, now);
  const note = word.note?.trim() || null;
  if (word.code === 'other' && note === null) {
    throw new ApiProblem('invalid_input', {
      fields: { note: 'The shopper reads why: a few words are needed.' },
    });
  }
  const declined = { code: word.code, note };
  if (held.status === 'declined') {
    if (held.declined?.code === declined.code && held.declined.note === note) return;
    throw impossible(held, of, 'decline');
  }
  const set = { declined, question: null, send_by: null };
  await act(
    tx,
    held,
    of,
    { action: 'decline', word, set, data: { code: word.code }, event: 'return.declined' },
    now,
  );
}

/** Asks the shopper. Another question takes the place of the one before. */
export async function ask(
  tx: Tx,
  context: Context,
  held: ReturnRow,
  word: StaffWord & { readonly text: string },
): Promise<void> {
  if (held.status === 'requested' && held.question === word.text) return;
  const now = context.clock.now();
  const of = await readCase(tx, held, now);
  const set = { question: word.text };
  await act(tx, held, of, { action: 'ask', word, set, data: { question: word.text } }, now);
}

/** Marks what was received as looked at. */
export async function inspect(tx: Tx, context: Context, held: ReturnRow, word: StaffWord): Promise<void> {
  const now = context.clock.now();
  await act(tx, held, await readCase(tx, held, now), { action: 'inspect', word, set: {} }, now);
}

/** Ends a return. */
export async function close(tx: Tx, context: Context, held: ReturnRow, word: StaffWord): Promise<void> {
  const now = context.clock.now();
  await act(tx, held, await readCase(tx, held, now), { action: 'close', word, set: {} }, now);
}
