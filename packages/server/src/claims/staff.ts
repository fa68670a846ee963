import type { ClaimAction, claimDeclineCodes, FinishInput } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { subjectOfNumber } from '../tracking/index.ts';
import type { ClaimCase } from './case.ts';
import { type ClaimEventType, tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import type { ClaimMailKind } from './mails/compose.ts';
import { mailShopper } from './mails/send.ts';
import { withdrawOpen } from './quote-rows.ts';
import { type Changes, record } from './record.ts';
import { replaceSerial } from './replacement.ts';
import { next, possibleActions } from './transitions.ts';

/** What staff say with an action. */
export interface StaffWord {
  readonly by?: string | undefined;
  readonly note?: string | null | undefined;
  readonly expectedOn?: string | null | undefined;
}

/** An action of staff on a claim that is held. `mail` is what the shopper is told. */
export interface StaffAction {
  readonly action: Exclude<ClaimAction, 'undo'>;
  readonly word: StaffWord;
  readonly set: Changes;
  readonly data?: Record<string, unknown>;
  readonly restore?: Record<string, unknown>;
  readonly event?: ClaimEventType;
  readonly mail?: Exclude<ClaimMailKind, 'message'>;
}

/** Throws why an action is not possible, with what is. */
export function impossible(of: ClaimCase, action: ClaimAction): ApiProblem {
  const possible = possibleActions(lifeOf(of), false).join(', ') || 'nothing';
  return new ApiProblem('action_not_possible', {
    detail: `This claim is ${of.row.status}: ${action} is not possible. Possible: ${possible}.`,
  });
}

/** Does an action where the table allows it. When it was done before nothing changes but the day it is expected to end. */
export async function act(tx: Tx, context: Context, of: ClaimCase, action: StaffAction): Promise<ClaimCase> {
  const { word, data, event, mail } = action;
  const { row, facts } = of;
  const to = next(action.action, lifeOf(of));
  if (to === null) throw impossible(of, action.action);
  const { expectedOn } = word;
  if (expectedOn && expectedOn < facts.today) {
    throw new ApiProblem('invalid_input', { fields: { expectedOn: 'This day is over.' } });
  }
  const isNews = expectedOn !== undefined && expectedOn !== row.expected_on;
  if (to === 'same' && !isNews) return of;
  const done = await record(tx, of, {
    action: action.action,
    by: word.by?.trim() || 'staff',
    to: to === 'same' ? row.status : to,
    note: word.note?.trim() || null,
    set: {
      ...(to === 'same' ? {} : action.set),
      ...(expectedOn === undefined ? {} : { expected_on: expectedOn }),
    },
    ...(data ? { data } : {}),
    restore: action.restore ?? {},
  });
  if (to === 'same') return done;
  if (event) await tellEvent(tx, event, done);
  if (mail) await mailShopper(tx, context, mail, done, word.note?.trim() || null);
  return done;
}

const plain =
  (action: StaffAction['action'], told: Pick<StaffAction, 'event' | 'mail'> = {}) =>
  (tx: Tx, context: Context, of: ClaimCase, word: StaffWord): Promise<ClaimCase> =>
    act(tx, context, of, { action, word, set: {}, ...told });

/** Begins to look at a claim. */
export const review = plain('review');
/** Approves a claim. */
export const approve = plain('approve', { event: 'claim.approved', mail: 'approved' });
/** Begins the diagnosis. */
export const diagnose = plain('diagnose');
/** Waits for parts. */
export const awaitParts = plain('await_parts');
/** Begins the repair. */
export const repair = plain('repair');
/** Records the test. */
export const test = plain('test');

/** Records that the device arrived. */
export const receive = (tx: Tx, context: Context, of: ClaimCase, word: StaffWord): Promise<ClaimCase> =>
  act(tx, context, of, {
    action: 'receive',
    word,
    set: { received_on: of.facts.today },
    event: 'repair.device_received',
  });

/** Asks the shopper. Another question takes the place of the one before. */
export async function ask(
  tx: Tx,
  context: Context,
  of: ClaimCase,
  { by, text }: { readonly by?: string | undefined; readonly text: string },
): Promise<ClaimCase> {
  const { row } = of;
  if (row.status === 'waiting' && row.question === text) return of;
  const askedFrom = row.asked_from ?? row.status;
  const set = { question: text, asked_from: askedFrom };
  const asked = { action: 'ask', word: { by, note: text }, set, data: { question: text } } as const;
  return act(tx, context, of, { ...asked, mail: 'question' });
}

/** Declines with a reason. Declining again with another one has to begin with taking the first back. */
export async function decline(
  tx: Tx,
  context: Context,
  of: ClaimCase,
  word: StaffWord & { readonly code: (typeof claimDeclineCodes)[number] },
): Promise<ClaimCase> {
  const { row } = of;
  const note = word.note?.trim() || null;
  if (word.code === 'other' && note === null) {
    throw new ApiProblem('invalid_input', {
      fields: { note: 'The shopper reads why: a few words are needed.' },
    });
  }
  if (row.status === 'declined') {
    if (row.declined?.code === word.code && row.declined.note === note) return of;
    throw impossible(of, 'decline');
  }
  if (next('decline', lifeOf(of)) === null) throw impossible(of, 'decline');
  return act(tx, context, of, {
    action: 'decline',
    word,
    set: { declined: { code: word.code, note }, expected_on: null },
    data: { code: word.code },
    restore: { reopens: await withdrawOpen(tx, of) },
    event: 'claim.declined',
    mail: 'declined',
  });
}

/** Sends the device back. What was declined stays so. */
export async function ship(
  tx: Tx,
  context: Context,
  of: ClaimCase,
  word: StaffWord & { readonly carrier: string | null; readonly trackingNumber: string | null },
): Promise<ClaimCase> {
  const number = word.trackingNumber?.trim() || null;
  const carrier = word.carrier?.trim() || null;
  const subject = number === null ? null : subjectOfNumber(number);
  const { row } = of;
  const isTold = row.back_subject === subject && row.back_carrier_name === carrier;
  if (row.status === 'declined' && isTold && row.back_shipped) return of;
  // Another number begins with taking the first back.
  if (row.status === 'on_its_way_back' && !isTold) throw impossible(of, 'ship');
  const set = {
    back_carrier_name: carrier,
    back_tracking_number: number,
    back_subject: subject,
    back_shipped: true,
  };
  const action = { action: 'ship', word, set, data: { carrier, trackingNumber: number } } as const;
  return act(tx, context, of, { ...action, event: 'repair.shipped', mail: 'shipped' });
}

/** Ends a claim with what was done. */
export async function finish(
  tx: Tx,
  context: Context,
  of: ClaimCase,
  word: StaffWord & FinishInput,
): Promise<ClaimCase> {
  const { row, facts } = of;
  const serial = word.serial?.trim() || null;
  if (row.status === 'done') {
    if (row.outcome === word.outcome && (serial === null || serial === facts.serial)) return of;
    throw impossible(of, 'finish');
  }
  if (next('finish', lifeOf(of)) === null) throw impossible(of, 'finish');
  if (serial !== null && word.outcome !== 'replaced') {
    throw new ApiProblem('invalid_input', {
      fields: { serial: 'Only a replacement has another serial number.' },
    });
  }
  const replaced = serial === null ? null : await replaceSerial(tx, facts, serial);
  const held = serial === null ? of : { ...of, facts: { ...facts, serial } };
  return act(tx, context, held, {
    action: 'finish',
    word,
    set: { outcome: word.outcome, done_on: facts.today, expected_on: null },
    data: { outcome: word.outcome, ...(replaced ? { serial, before: facts.serial } : {}) },
    restore: { serial: replaced },
    event: 'claim.done',
    mail: 'done',
  });
}
