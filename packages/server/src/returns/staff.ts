import type { ReturnAction } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { approvalOf, waitingLabel } from './approval.ts';
import type { ReturnCase } from './case.ts';
import { type ReturnEventType, tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import type { ReturnMailKind } from './mails/compose.ts';
import { mailShopper } from './mails/send.ts';
import { type Changes, type Happening, record, written } from './record.ts';
import { updateReturn } from './store.ts';
import { next, possibleActions } from './transitions.ts';
import { labelAtEnd } from './void-labels.ts';

/** What staff say with an action. */
export interface StaffWord {
  readonly by?: string | undefined;
  readonly note?: string | null | undefined;
}

/** An action of staff on a return that is held. `mail` is what the shopper is told. */
export interface StaffAction {
  readonly action: Exclude<ReturnAction, 'undo'>;
  readonly word: StaffWord;
  readonly set: Changes;
  readonly data?: Record<string, unknown>;
  readonly restore?: Record<string, unknown>;
  readonly event?: ReturnEventType;
  readonly mail?: ReturnMailKind;
}

/** Throws why an action is not possible, with what is. */
export function impossible({ row, policy }: ReturnCase, action: ReturnAction): ApiProblem {
  const possible = possibleActions(lifeOf(row, policy), false).join(', ') || 'nothing';
  return new ApiProblem('action_not_possible', {
    detail: `This return is ${row.status}: ${action} is not possible. Possible: ${possible}.`,
  });
}

/** Does an action where the table allows it. When it was done before nothing changes. */
export async function act(
  tx: Tx,
  context: Context,
  of: ReturnCase,
  { action, word, set, data, restore, event, mail }: StaffAction,
): Promise<ReturnCase> {
  const to = next(action, lifeOf(of.row, of.policy));
  if (to === null) throw impossible(of, action);
  if (to === 'same') return of;
  const happening: Happening = {
    action,
    by: word.by?.trim() || 'staff',
    to,
    note: word.note?.trim() || null,
    set,
    ...(data ? { data } : {}),
    restore: restore ?? {},
  };
  const done = await record(tx, of, happening);
  if (event) await tellEvent(tx, event, done);
  if (mail) await mailShopper(tx, context, mail, done, { byStaff: true });
  return done;
}

/** Approves; a label is made next where the method has one. Approving again tries a failed label again. */
export async function approve(
  tx: Tx,
  context: Context,
  of: ReturnCase,
  word: StaffWord,
): Promise<ReturnCase> {
  const { row, now } = of;
  if (row.status === 'approved' && row.label?.state === 'failed') {
    const key = { storeId: row.store_id, returnId: row.return_id };
    const set = { ...written({ label: waitingLabel }), updated_at: now };
    return { ...of, row: await updateReturn(tx, key, set) };
  }
  const set = await approvalOf(tx, of);
  return act(tx, context, of, { action: 'approve', word, set, event: 'return.approved', mail: 'approved' });
}

/** Declines with a reason. Declining again with another one has to begin with taking the first back. */
export async function decline(
  tx: Tx,
  context: Context,
  of: ReturnCase,
  word: StaffWord & { readonly code: string },
): Promise<ReturnCase> {
  const { row } = of;
  const note = word.note?.trim() || null;
  if (word.code === 'other' && note === null) {
    throw new ApiProblem('invalid_input', {
      fields: { note: 'The shopper reads why: a few words are needed.' },
    });
  }
  const declined = { code: word.code, note };
  if (row.status === 'declined') {
    if (row.declined?.code === declined.code && row.declined.note === note) return of;
    throw impossible(of, 'decline');
  }
  const set = { declined, question: null, send_by: null, ...withoutLabel(of, 'declined') };
  const data = { code: word.code };
  const told = { event: 'return.declined', mail: 'declined' } as const;
  return act(tx, context, of, { action: 'decline', word, set, data, ...told });
}

/** Asks the shopper. Another question takes the place of the one before. */
export async function ask(
  tx: Tx,
  context: Context,
  of: ReturnCase,
  word: StaffWord & { readonly text: string },
): Promise<ReturnCase> {
  if (of.row.status === 'requested' && of.row.question === word.text) return of;
  const set = { question: word.text };
  return act(tx, context, of, { action: 'ask', word, set, data: { question: word.text }, mail: 'question' });
}

/** Marks what was received as looked at. */
export function inspect(tx: Tx, context: Context, of: ReturnCase, word: StaffWord): Promise<ReturnCase> {
  return act(tx, context, of, { action: 'inspect', word, set: {} });
}

/** Ends a return. */
export function close(tx: Tx, context: Context, of: ReturnCase, word: StaffWord): Promise<ReturnCase> {
  return act(tx, context, of, { action: 'close', word, set: withoutLabel(of, 'closed') });
}

/** A label that was bought and not used is given back to its carrier. What is on its way, or came, has used it. */
function withoutLabel({ row, now }: ReturnCase, to: 'declined' | 'closed'): Changes {
  return row.status === 'approved' && row.label !== null ? { label: labelAtEnd(row.label, to, now) } : {};
}
