import { serialKey } from '@postlude/contract/serials';
import type { Tx } from '../db/database.ts';

/** What a serial number is looked up with. */
export interface SerialAsked {
  readonly storeId: string;
  readonly productId: string;
  readonly serial: string;
}

/** What the store's list says of a serial number, however its letters and separators are written; null when it is not on it. */
export async function findListed(
  tx: Tx,
  { storeId, productId, serial }: SerialAsked,
): Promise<{ batch: string | null } | null> {
  const row = await tx
    .selectFrom('listed_serials')
    .select('batch')
    .where('store_id', '=', storeId)
    .where('product_id', '=', productId)
    .where('serial_key', '=', serialKey(serial))
    .executeTakeFirst();
  return row ?? null;
}
