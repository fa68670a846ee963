import type { Id, TransferAcceptance } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { PassportFacts, RegistrationRow } from '../passports/facts.ts';
import { readPassportFacts } from '../passports/read.ts';
import { chooseFor } from './choose.ts';
import { tellEvent } from './events.ts';
import { writeOwnOrder } from './own-order.ts';
import { insertRegistration } from './store.ts';

/**
 * Gives a unit that is held to a new owner: an order of their own, a place in its history, and the registration that stood, with
 * a code of its own and the day it counts from. Nothing of the owner before goes with it.
 */
export async function handOver(
  tx: Tx,
  facts: PassportFacts,
  accepted: Omit<TransferAcceptance, 'code'>,
  now: Date,
): Promise<Id<'order'>> {
  const { storeId, sold, line, today, owners, reader, registration } = facts;
  const { orderId, lineId } = await writeOwnOrder(
    tx,
    {
      storeId,
      source: 'transfer',
      placedAt: now,
      currency: sold.currency,
      country: facts.country,
      locale: accepted.locale ?? null,
      email: accepted.email,
      line: { ...line, quantity: 1 },
    },
    now,
  );
  const before = owners.at(-1);
  if (before === undefined) {
    await addOwner(tx, facts, {
      sequence: 1,
      order_id: reader.orderId,
      line_id: line.id,
      since: facts.deliveredOn ?? facts.purchasedOn,
      through: today,
    });
  } else {
    await tx
      .updateTable('passport_owners')
      .set({ through: today })
      .where('store_id', '=', storeId)
      .where('passport_id', '=', facts.id)
      .where('sequence', '=', before.sequence)
      .execute();
  }
  const sequence = (before?.sequence ?? 1) + 1;
  await addOwner(tx, facts, { sequence, order_id: orderId, line_id: lineId, since: today, through: null });
  await tx
    .updateTable('passports')
    .set({ owner_order_id: orderId })
    .where('store_id', '=', storeId)
    .where('passport_id', '=', facts.id)
    .execute();

  const [taken] = await readPassportFacts(tx, { storeId, orderId }, now);
  if (!taken) throw new Error('a unit was handed over and is not there');
  const next = registration?.status === 'registered' ? await goOn(tx, taken, registration, now) : null;
  const { told } = await chooseFor(tx, taken, accepted.consents, now);
  const after = { ...taken, registration: next };
  await tellEvent(tx, 'registration.transferred', { facts: after, registration: next, marketing: told }, now);
  return orderId;
}

/** The registration of the owner before, for the next one. */
const goOn = (
  tx: Tx,
  facts: PassportFacts,
  { policy_version, registered_at, registration_id }: RegistrationRow,
  now: Date,
): Promise<RegistrationRow> =>
  insertRegistration(
    tx,
    facts,
    {
      status: 'registered',
      automatic: false,
      by: 'rule:transfer',
      policyVersion: policy_version,
      registeredAt: registered_at,
      data: { from: registration_id },
    },
    now,
  );

interface NewOwner {
  readonly sequence: number;
  readonly order_id: string;
  readonly line_id: string;
  readonly since: string | null;
  readonly through: string | null;
}

async function addOwner(
  tx: Tx,
  { storeId, id }: Pick<PassportFacts, 'storeId' | 'id'>,
  owner: NewOwner,
): Promise<void> {
  await tx
    .insertInto('passport_owners')
    .values({ store_id: storeId, passport_id: id, ...owner })
    .execute();
}
