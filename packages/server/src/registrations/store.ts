import { addEntry } from '../case-log/audit.ts';
import type { Tx } from '../db/database.ts';
import type { PassportFacts, RegistrationRow } from '../passports/facts.ts';
import { newId } from '../secrets/ids.ts';
import { logOf } from './audit.ts';
import { newCode } from './code.ts';

/** A registration that begins. */
export interface NewRegistration {
  readonly status: 'registered' | 'pending';
  readonly automatic: boolean;
  /** Who: `shopper`, `rule:<which>`. */
  readonly by: string;
  readonly policyVersion: number;
  /** From when it counts. */
  readonly registeredAt: Date;
  readonly data?: Record<string, unknown>;
}

/** Writes the first registration of a unit by its owner. */
export async function insertRegistration(
  tx: Tx,
  facts: PassportFacts,
  { status, automatic, by, policyVersion, registeredAt, data = {} }: NewRegistration,
  now: Date,
): Promise<RegistrationRow> {
  const row = await tx
    .insertInto('registrations')
    .values({
      store_id: facts.storeId,
      registration_id: newId('registration', now.getTime()),
      passport_id: facts.id,
      order_id: facts.reader.orderId,
      code: newCode(),
      status,
      automatic,
      policy_version: policyVersion,
      registered_at: registeredAt,
      revision: 1,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await addEntry(tx, logOf(row), {
    sequence: 1,
    at: now,
    by,
    action: 'register',
    before: null,
    after: status,
    note: null,
    data,
    restore: null,
  });
  return row;
}

/** Reads a registration; null when the store has none with this id. */
export async function readRegistration(
  tx: Tx,
  { storeId, registrationId }: { readonly storeId: string; readonly registrationId: string },
): Promise<RegistrationRow | null> {
  const row = await tx
    .selectFrom('registrations')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('registration_id', '=', registrationId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Holds units until the transaction ends, in the order of their ids: everybody who registers, hands over or decides about
 * one waits for each other.
 */
export async function holdPassports(tx: Tx, storeId: string, passportIds: readonly string[]): Promise<void> {
  if (passportIds.length === 0) return;
  await tx
    .selectFrom('passports')
    .select('passport_id')
    .where('store_id', '=', storeId)
    .where('passport_id', 'in', [...new Set(passportIds)])
    .orderBy('passport_id')
    .forUpdate()
    .execute();
}

/** Writes the serial number of a unit. */
export async function writeSerial(
  tx: Tx,
  { storeId, id }: Pick<PassportFacts, 'storeId' | 'id'>,
  of: { readonly serial: string | null; readonly serial_key: string | null; readonly batch: string | null },
): Promise<void> {
  await tx
    .updateTable('passports')
    .set(of)
    .where('store_id', '=', storeId)
    .where('passport_id', '=', id)
    .execute();
}
