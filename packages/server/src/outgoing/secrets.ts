import type { Tx } from '../db/database.ts';
import { uuidv7 } from '../secrets/ids.ts';
import type { SecretBox } from '../secrets/secret-box.ts';

const purposeOf = (webhookId: string): string => `outgoing-webhook:${webhookId}`;

/** The valid secrets of an endpoint in clear, newest first. */
export async function validSecrets(
  tx: Tx,
  box: SecretBox,
  storeId: string,
  webhookId: string,
  now: Date,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('outgoing_secrets')
    .select('sealed')
    .where('store_id', '=', storeId)
    .where('outgoing_webhook_id', '=', webhookId)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
    .orderBy('secret_id', 'desc')
    .execute();
  return rows.map(({ sealed }) => box.open(sealed, purposeOf(webhookId)));
}

/** Gives an endpoint its current secret. */
export async function addSecret(
  tx: Tx,
  box: SecretBox,
  { storeId, webhookId, secret, now }: { storeId: string; webhookId: string; secret: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('outgoing_secrets')
    .values({
      store_id: storeId,
      outgoing_webhook_id: webhookId,
      secret_id: uuidv7(now.getTime()),
      sealed: box.seal(secret, purposeOf(webhookId)),
      created_at: now,
      expires_at: null,
    })
    .execute();
}

/** Ends the current secret at a moment (null: now) and any older one at once, so that never more than two are valid. */
export async function endSecrets(
  tx: Tx,
  storeId: string,
  webhookId: string,
  graceUntil: Date | null,
): Promise<void> {
  const mine = tx
    .deleteFrom('outgoing_secrets')
    .where('store_id', '=', storeId)
    .where('outgoing_webhook_id', '=', webhookId);
  if (graceUntil === null) {
    await mine.execute();
    return;
  }
  await mine.where('expires_at', 'is not', null).execute();
  await tx
    .updateTable('outgoing_secrets')
    .set({ expires_at: graceUntil })
    .where('store_id', '=', storeId)
    .where('outgoing_webhook_id', '=', webhookId)
    .execute();
}
