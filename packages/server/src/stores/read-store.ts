import type { Id, Store } from '@postlude/contract';
import type { Tx } from '../db/database.ts';

/** Reads a store with its current publishable key; null when there is none, or the transaction may not see it. */
export async function readStore(tx: Tx, storeId: string): Promise<Store | null> {
  const row = await stores(tx).where('stores.store_id', '=', storeId).executeTakeFirst();
  return row === undefined ? null : storeOf(row);
}

/** All stores, oldest first. Needs `withSystem`. */
export async function listStores(tx: Tx): Promise<Store[]> {
  const rows = await stores(tx).orderBy('stores.store_id').execute();
  return rows.map(storeOf);
}

const stores = (tx: Tx) =>
  tx
    .selectFrom('stores')
    .innerJoin('store_keys', (join) =>
      join
        .onRef('store_keys.store_id', '=', 'stores.store_id')
        .on('store_keys.kind', '=', 'publishable')
        .on('store_keys.expires_at', 'is', null),
    )
    .selectAll('stores')
    .select('store_keys.lookup as publishable_key');

type StoreRow = Awaited<ReturnType<ReturnType<typeof stores>['executeTakeFirstOrThrow']>>;

function storeOf(row: StoreRow): Store {
  return {
    id: row.store_id as Id<'store'>,
    name: row.name,
    publishableKey: row.publishable_key,
    origins: row.origins,
    locale: row.locale,
    currency: row.currency,
    timeZone: row.time_zone,
    contact: row.contact,
    stalledAfterDays: row.stalled_after_days,
  };
}
