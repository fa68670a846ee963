import type { OutgoingEventType } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { enqueueEvent } from '../outbox/enqueue.ts';
import type { PassportFacts, RegistrationRow } from '../passports/facts.ts';
import { dayIn } from '../tracking/calendar.ts';

/** An event about a registration. */
export type RegistrationEventType = Extract<OutgoingEventType, `registration.${string}`>;

/** What an event tells beside the item. */
export interface Told {
  readonly facts: PassportFacts;
  /** Null for an item that nobody registered and that changed hands. */
  readonly registration: RegistrationRow | null;
  /** Whether marketing was allowed; null where it never was, and then the event does not speak of it. */
  readonly marketing: boolean | null;
}

/** Tells the shop's systems what happened to a registration, in the transaction that makes it so. */
export const tellEvent = (tx: Tx, type: RegistrationEventType, told: Told, now: Date): Promise<string> =>
  enqueueEvent(tx, told.facts.storeId, { type, data: eventData(told) }, now);

/** What an event says: no name and no contact. */
export function eventData({ facts, registration, marketing }: Told): Record<string, unknown> {
  const { sold, line, reader, store } = facts;
  return {
    registrationId: registration?.registration_id ?? null,
    code: registration?.code ?? null,
    revision: registration?.revision ?? null,
    status: registration?.status ?? null,
    automatic: registration?.automatic ?? false,
    registeredOn: registration && dayIn(store.timeZone, registration.registered_at.getTime()),
    rejected: registration?.rejected && { code: registration.rejected.code },
    policyVersion: registration?.policy_version ?? null,
    passportId: facts.id,
    unit: facts.unit,
    orderId: reader.orderId,
    orderNumber: reader.orderNumber,
    bought: {
      here: facts.boughtHere,
      orderId: sold.id,
      orderNumber: sold.number,
      source: sold.source,
      externalId: sold.externalId,
      lineId: line.id,
      lineExternalId: line.externalId,
      on: facts.purchasedOn,
    },
    productId: line.productId,
    variantId: line.variantId,
    sku: line.sku,
    serial: facts.serial,
    batch: facts.batch,
    ...(marketing === null ? {} : { marketing }),
  };
}
