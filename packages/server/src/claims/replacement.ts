import { serialKey } from '@postlude/contract/serials';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { PassportFacts } from '../passports/read.ts';

/** The serial number of a unit as it was. */
export interface SerialBefore {
  readonly serial: string | null;
  readonly serial_key: string | null;
}

/**
 * The serial number of a replacement takes the place of the old one, in the passport and where numbers are registered once.
 * Answers with what an undo puts back.
 *
 * @throws ApiProblem `invalid_input`, `action_not_possible` when another unit is registered under it.
 */
export async function replaceSerial(tx: Tx, facts: PassportFacts, serial: string): Promise<SerialBefore> {
  const key = serialKey(serial);
  if (key === '') throw new ApiProblem('invalid_input', { fields: { serial: 'This is no serial number.' } });
  const before = await tx
    .selectFrom('passports')
    .select(['serial', 'serial_key'])
    .where('store_id', '=', facts.storeId)
    .where('passport_id', '=', facts.id)
    .executeTakeFirstOrThrow();
  await putSerial(tx, { storeId: facts.storeId, passportId: facts.id }, { serial, serial_key: key });
  return before;
}

/** Writes a serial number of a unit, and moves its registration under the new one. */
export async function putSerial(
  tx: Tx,
  { storeId, passportId }: { readonly storeId: string; readonly passportId: string },
  { serial, serial_key: key }: SerialBefore,
): Promise<void> {
  const registered = await tx
    .selectFrom('registered_serials')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('passport_id', '=', passportId)
    .executeTakeFirst();
  if (registered && key !== null && registered.serial_key !== key) {
    const taken = await tx
      .selectFrom('registered_serials')
      .select('passport_id')
      .where('store_id', '=', storeId)
      .where('product_key', '=', registered.product_key)
      .where('serial_key', '=', key)
      .executeTakeFirst();
    if (taken) {
      throw new ApiProblem('action_not_possible', {
        detail: 'Another item is registered under this serial number.',
      });
    }
    await tx
      .updateTable('registered_serials')
      .set({ serial_key: key })
      .where('store_id', '=', storeId)
      .where('passport_id', '=', passportId)
      .execute();
  }
  await tx
    .updateTable('passports')
    .set({ serial, serial_key: key })
    .where('store_id', '=', storeId)
    .where('passport_id', '=', passportId)
    .execute();
}
