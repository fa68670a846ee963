import type { ReturnMessageInput, SentParcel } from '@postlude/contract';
import { writeMessage } from '../case-log/messages.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { subjectOfNumber } from '../tracking/known.ts';
import type { ReturnCase } from './case.ts';
import { tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import { checkMessagesOf, checkSteps } from './limits.ts';
import { record } from './record.ts';
import { shipIfLeft } from './shipping.ts';
import { logOf } from './store.ts';
import { next } from './transitions.ts';
import { mayTellParcel } from './view.ts';
import { labelAtEnd } from './void-labels.ts';

/** Cancels a return that is not on its way. One that is cancelled stays so. */
export async function cancelReturn(tx: Tx, of: ReturnCase): Promise<ReturnCase> {
  const to = next('cancel', lifeOf(of.row, of.policy));
  if (to === 'same') return of;
  if (to === null) throw new ApiProblem('return_not_changeable');
  const label = labelAtEnd(of.row.label, to, of.now);
  const set = { question: null, send_by: null, label };
  const cancelled = await record(tx, of, { action: 'cancel', by: 'shopper', to, set });
  await tellEvent(tx, 'return.cancelled', cancelled);
  return cancelled;
}

/** Keeps the number of the parcel a return is in. News of it that are here already count at once. */
export async function tellParcel(
  tx: Tx,
  of: ReturnCase,
  { carrier, trackingNumber }: SentParcel,
): Promise<ReturnCase> {
  const { row: held } = of;
  const number = trackingNumber.trim();
  const subject = subjectOfNumber(number);
  if (number === '') {
    throw new ApiProblem('invalid_input', { fields: { trackingNumber: 'This is missing.' } });
  }
  const name = carrier?.trim() || null;
  if (held.subject === subject && held.carrier_name === name) return of;
  const to = next('tell_parcel', lifeOf(held, of.policy));
  if (!mayTellParcel(held, of.policy) || to === null || to === 'same') {
    throw new ApiProblem('return_not_changeable');
  }
  checkSteps(held);
  const set = { carrier_name: name, tracking_number: number, subject };
  const data = { carrier: name, trackingNumber: number };
  return shipIfLeft(tx, await record(tx, of, { action: 'tell_parcel', by: 'shopper', to, data, set }));
}

/** Keeps a message of the shopper. While the store waits for an answer, this is it. */
export async function addMessage(tx: Tx, of: ReturnCase, message: ReturnMessageInput): Promise<ReturnCase> {
  const { row: held, now } = of;
  await checkMessagesOf(tx, held);
  await writeMessage(tx, logOf(held), 'shopper', message, now);
  const to = next('answer', lifeOf(held, of.policy));
  if (to === null || to === 'same') return of;
  const data = { question: held.question };
  return record(tx, of, { action: 'answer', by: 'shopper', to, data, set: { question: null } });
}
