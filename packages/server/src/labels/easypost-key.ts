import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { PostludeServerError } from '../errors.ts';
import { uuidv7 } from '../secrets/ids.ts';

const purposeOf = (storeId: string): string => `easypost:${storeId}`;

/**
 * Keeps the key of a store's EasyPost account, sealed; null takes the account away. The one before ends at once.
 * Throws `invalid_argument` for what cannot be a key.
 */
export async function setEasyPostKey(
  { db, secrets, clock }: Pick<Context, 'db' | 'secrets' | 'clock'>,
  storeId: string,
  key: string | null,
): Promise<void> {
  if (key !== null && !/^[\x21-\x39\x3b-\x7e]{10,200}$/.test(key)) {
    throw new PostludeServerError('invalid_argument', 'This is not a key of EasyPost (EZAK… or EZTK…).');
  }
  const now = clock.now();
  await db.withStore(storeId, async (tx) => {
    await tx
      .updateTable('store_secrets')
      .set({ expires_at: now })
      .where('store_id', '=', storeId)
      .where('kind', '=', 'easypost_api')
      .where('expires_at', 'is', null)
      .execute();
    if (key === null) return;
    await tx
      .insertInto('store_secrets')
      .values({
        store_id: storeId,
        secret_id: uuidv7(now.getTime()),
        kind: 'easypost_api',
        sealed: secrets.seal(key, purposeOf(storeId)),
        created_at: now,
        expires_at: null,
      })
      .execute();
  });
}

/** The key of a store's EasyPost account; null when it has none. */
export async function readEasyPostKey(
  tx: Tx,
  { secrets }: Pick<Context, 'secrets'>,
  storeId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('store_secrets')
    .select('sealed')
    .where('store_id', '=', storeId)
    .where('kind', '=', 'easypost_api')
    .where('expires_at', 'is', null)
    .orderBy('secret_id', 'desc')
    .executeTakeFirst();
  return row ? secrets.open(row.sealed, purposeOf(storeId)) : null;
}
