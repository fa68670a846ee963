import type { Store } from '@postlude/contract';
import type { Context } from '../context.ts';
import { toJson } from '../db/values.ts';
import { newId, uuidv7 } from '../secrets/ids.ts';
import { hashKey, newSecret } from '../secrets/secret-box.ts';

/** What a new store is made of. */
export type NewStore = Omit<Store, 'id' | 'publishableKey'>;

/** A new store with the keys that are told this once: only the publishable key can be read again. */
export interface CreatedStore {
  readonly store: Store;
  /** For staff and storefront servers (`Authorization: Bearer sk_…`); stored as a hash. */
  readonly secretKey: string;
  /** For the storefront to make proofs with; stored encrypted. */
  readonly embedSecret: string;
}

/** What a secret of a store is sealed for. */
export const embedPurpose = (storeId: string): string => `embed:${storeId}`;

/** Creates a store with its first keys. */
export async function createStore(
  context: Pick<Context, 'db' | 'secrets' | 'clock'>,
  input: NewStore,
): Promise<CreatedStore> {
  const now = context.clock.now();
  const id = newId('store', now.getTime());
  const publishableKey = newSecret('pk');
  const secretKey = newSecret('sk');
  const embedSecret = newSecret('es');
  await context.db.withSystem(async (tx) => {
    await tx
      .insertInto('stores')
      .values({
        store_id: id,
        name: input.name,
        origins: [...input.origins],
        locale: input.locale,
        currency: input.currency,
        time_zone: input.timeZone,
        contact: toJson(input.contact),
        stalled_after_days: input.stalledAfterDays,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await tx
      .insertInto('store_keys')
      .values([keyRow(id, 'publishable', publishableKey, now), keyRow(id, 'secret', secretKey, now)])
      .execute();
    await tx
      .insertInto('store_secrets')
      .values({
        store_id: id,
        secret_id: uuidv7(now.getTime()),
        kind: 'embed',
        sealed: context.secrets.seal(embedSecret, embedPurpose(id)),
        created_at: now,
        expires_at: null,
      })
      .execute();
  });
  return { store: { ...input, id, publishableKey }, secretKey, embedSecret };
}

/** The row a key is kept as: publishable ones as they are, secret ones as their hash. */
export function keyRow(storeId: string, kind: 'publishable' | 'secret', key: string, now: Date) {
  return {
    store_id: storeId,
    key_id: uuidv7(now.getTime()),
    kind,
    lookup: kind === 'secret' ? hashKey(key) : key,
    hint: key.slice(-4),
    created_at: now,
    expires_at: null,
  };
}
