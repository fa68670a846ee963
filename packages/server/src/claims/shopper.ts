import type { ReturnMessageInput, SentParcel } from '@postlude/contract';
import { writeMessage } from '../case-log/messages.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { subjectOfNumber } from '../tracking/index.ts';
import type { ClaimCase } from './case.ts';
import { tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import { checkMessagesOf, checkSteps } from './limits.ts';
import { withdrawOpen } from './quote-rows.ts';
import { record } from './record.ts';
import { logOf } from './store.ts';
import { next } from './transitions.ts';

/** Cancels a claim whose device is with the shopper. One that is cancelled stays so. */
export async function cancelClaim(tx: Tx, of: ClaimCase): Promise<ClaimCase> {
  const to = next('cancel', lifeOf(of));
  if (to === 'same') return of;
  if (to === null) throw new ApiProblem('claim_not_changeable');
  await withdrawOpen(tx, of);
  const set = { expected_on: null };
  const cancelled = await record(tx, of, { action: 'cancel', by: 'shopper', to, set });
  await tellEvent(tx, 'claim.cancelled', cancelled);
  return cancelled;
}

/** Keeps the number of the parcel a device is in. News of it that are here already count at once. */
export async function tellParcel(
  tx: Tx,
  of: ClaimCase,
  { carrier, trackingNumber }: SentParcel,
): Promise<ClaimCase> {
  const number = trackingNumber.trim();
  if (number === '') {
    throw new ApiProblem('invalid_input', { fields: { trackingNumber: 'This is missing.' } });
  }
  const { row } = of;
  const subject = subjectOfNumber(number);
  const name = carrier?.trim() || null;
  if (row.subject === subject && row.carrier_name === name) return of;
  const to = next('tell_parcel', lifeOf(of));
  if (to === null || to === 'same') throw new ApiProblem('claim_not_changeable');
  checkSteps(row);
  return record(tx, of, {
    action: 'tell_parcel',
    by: 'shopper',
    // A question stays open: the number answers another one.
    to: row.status === 'waiting' ? 'waiting' : to,
    data: { carrier: name, trackingNumber: number },
    set: { carrier_name: name, tracking_number: number, subject },
  });
}

/** Keeps a message of the shopper. While the store waits for an answer, this is it. */
export async function addMessage(tx: Tx, of: ClaimCase, message: ReturnMessageInput): Promise<ClaimCase> {
  const { row, now } = of;
  await checkMessagesOf(tx, row);
  await writeMessage(tx, logOf(row), 'shopper', message, now);
  const to = next('answer', lifeOf(of));
  if (to === null || to === 'same') return of;
  const data = { question: row.question };
  return record(tx, of, { action: 'answer', by: 'shopper', to, data });
}
