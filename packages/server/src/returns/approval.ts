import type { Tx } from '../db/database.ts';
import type { StoredLabel } from '../db/schema/send-it-back.ts';
import { addDays, dayIn, firstZone } from '../tracking/calendar.ts';
import { hasCarrier } from './carrier-codes.ts';
import type { ReturnCase } from './case.ts';
import { lifeOf, methodKindOf } from './life.ts';
import type { Changes } from './record.ts';

/** A label that nobody has asked the carrier for yet. */
export const waitingLabel: StoredLabel = {
  state: 'waiting',
  attempts: 0,
  heldUntil: null,
  error: null,
  made: null,
};

/** What changes with an approval: the last day, and that a label is to be made where the method has one and somebody makes it. */
export async function approvalOf(tx: Tx, { row, policy, known, now }: ReturnCase): Promise<Changes> {
  if (!lifeOf(row, policy).comesBack) return {};
  const kind = methodKindOf(row, policy);
  const today = dayIn(firstZone(known.store.timeZone), now.getTime());
  const wantsLabel =
    (kind === 'label' || kind === 'qr_code') && row.label === null && (await hasCarrier(tx, row.store_id));
  return {
    send_by: addDays(today, policy.policy.sendWithinDays),
    question: null,
    ...(wantsLabel ? { label: waitingLabel } : {}),
  };
}
