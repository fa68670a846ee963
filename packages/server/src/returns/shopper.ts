import type { ReturnMessageInput, SentParcel } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { subjectOfNumber } from '../tracking/known.ts';
import { type CaseOf, readCase } from './case.ts';
import { tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import { writeMessage } from './messages.ts';
import { record } from './record.ts';
import { shipIfLeft } from './shipping.ts';
import type { ReturnRow } from './store.ts';
import { next } from './transitions.ts';
import { mayTellParcel } from './view.ts';

/** Cancels a return that is not on its way. One that is cancelled stays so. */
export async function cancelReturn(tx: Tx, context: Context, held: ReturnRow): Promise<void> {
  const now = context.clock.now();
  const of = await readCase(tx, held, now);
  const to = next('cancel', lifeOf(held, of.policy));
  if (to === 'same') return;
  if (to === null) throw new ApiProblem('return_not_changeable');
  const row = await record(
    tx,
    held,
    { action: 'cancel', by: 'shopper', to, set: { question: null, send_by: null } },
    now,
  );
  await tellEvent(tx, 'return.cancelled', of.sold, row, of.items, now);
}

/** Keeps the number of the parcel a return is in. News of it that are here already count at once. */
export async function tellParcel(
  tx: Tx,
  context: Context,
  held: ReturnRow,
  { carrier, trackingNumber }: SentParcel,
): Promise<void> {
  const now = context.clock.now();
  const number = trackingNumber.trim();
  const subject = subjectOfNumber(number);
  if (number === '') {
    throw new ApiProblem('invalid_input', { fields: { trackingNumber: 'This is missing.' } });
  }
  const name = carrier?.trim() || null;
  if (held.subject === subject && held.carrier_name === name) return;
  const of: CaseOf = await readCase(tx, held, now);
  const to = next('tell_parcel', lifeOf(held, of.policy));
  if (!mayTellParcel(held, of.policy) || to === null || to === 'same') {
    throw new ApiProblem('return_not_changeable');
  }
  const set = { carrier_name: name, tracking_number: number, subject };
  const row = await record(
    tx,
    held,
    { action: 'tell_parcel', by: 'shopper', to, data: { carrier: name, trackingNumber: number }, set },
    now,
  );
  await shipIfLeft(tx, row, of, now);
}

/** Keeps a message of the shopper. While the store waits for an answer, this is it. */
export async function addMessage(
  tx: Tx,
  context: Context,
  held: ReturnRow,
  message: ReturnMessageInput,
): Promise<void> {
  const now = context.clock.now();
  await writeMessage(tx, held, 'shopper', message, now);
  const of = await readCase(tx, held, now);
  const to = next('answer', lifeOf(held, of.policy));
  if (to === null || to === 'same') return;
  await record(
    tx,
    held,
    { action: 'answer', by: 'shopper', to, data: { question: held.question }, set: { question: null } },
    now,
  );
}
