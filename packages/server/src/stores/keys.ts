import type { Context } from '../context.ts';
import { PostludeServerError } from '../errors.ts';
import { uuidv7 } from '../secrets/ids.ts';
import { newSecret } from '../secrets/secret-box.ts';
import { embedPurpose, keyRow } from './create-store.ts';

/** The keys of a store that can be exchanged. */
export const keyKinds = ['secret', 'publishable', 'embed'] as const;

/** One of `keyKinds`. */
export type KeyKind = (typeof keyKinds)[number];

/**
 * Gives a store a new key. The one before stays valid until `graceUntil` (null ends it at once, in other processes within
 * the directory's few seconds); any older one ends now. Returns the new key, which is told this once.
 */
export async function rotateKey(
  deps: Pick<Context, 'db' | 'secrets' | 'clock'>,
  storeId: string,
  kind: KeyKind,
  graceUntil: Date | null,
): Promise<string> {
  const now = deps.clock.now();
  return deps.db.withStore(storeId, async (tx) => {
    const store = await tx
      .selectFrom('stores')
      .select('store_id')
      .where('store_id', '=', storeId)
      .forUpdate()
      .execute();
    if (store.length === 0) throw new PostludeServerError('not_found', `There is no store ${storeId}.`);
    if (kind === 'embed') {
      const key = newSecret('es');
      const mine = tx
        .updateTable('store_secrets')
        .where('store_id', '=', storeId)
        .where('kind', '=', 'embed');
      await mine.where('expires_at', '>', now).set({ expires_at: now }).execute();
      await mine
        .where('expires_at', 'is', null)
        .set({ expires_at: graceUntil ?? now })
        .execute();
      await tx
        .insertInto('store_secrets')
        .values({
          store_id: storeId,
          secret_id: uuidv7(now.getTime()),
          kind,
          sealed: deps.secrets.seal(key, embedPurpose(storeId)),
          created_at: now,
          expires_at: null,
        })
        .execute();
      return key;
    }
    const key = newSecret(kind === 'secret' ? 'sk' : 'pk');
    const mine = tx.updateTable('store_keys').where('store_id', '=', storeId).where('kind', '=', kind);
    await mine.where('expires_at', '>', now).set({ expires_at: now }).execute();
    await mine
      .where('expires_at', 'is', null)
      .set({ expires_at: graceUntil ?? now })
      .execute();
    await tx
      .insertInto('store_keys')
      .values(keyRow(storeId, kind, key, now))
      .execute();
    return key;
  });
}
