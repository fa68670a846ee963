import type { Store, StoreUpdate } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import { readStore } from './read-store.ts';

/**
 * Changes a store's settings; what is left out stays. Returns the store as it is now, null when there is none.
 * Call `context.stores.forget(storeId)` after the transaction, so that this process answers with the change at once.
 */
export async function updateStore(
  tx: Tx,
  storeId: string,
  update: StoreUpdate,
  now: Date,
): Promise<Store | null> {
  const before = await tx
    .selectFrom('stores')
    .select('contact')
    .where('store_id', '=', storeId)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return null;
  const { contact } = update;
  await tx
    .updateTable('stores')
    .set({
      ...(update.name === undefined ? {} : { name: update.name }),
      ...(update.origins === undefined ? {} : { origins: update.origins }),
      ...(update.locale === undefined ? {} : { locale: update.locale }),
      ...(update.currency === undefined ? {} : { currency: update.currency }),
      ...(update.timeZone === undefined ? {} : { time_zone: update.timeZone }),
      ...(update.stalledAfterDays === undefined ? {} : { stalled_after_days: update.stalledAfterDays }),
      ...(contact === undefined ? {} : { contact: toJson({ ...before.contact, ...contact }) }),
      updated_at: now,
    })
    .where('store_id', '=', storeId)
    .execute();
  return readStore(tx, storeId);
}
