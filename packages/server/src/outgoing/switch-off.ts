import type { Tx } from '../db/database.ts';

/**
 * Switches an endpoint off. What waits for it goes to the dead ones, where it can be replayed; what happens from now on is
 * kept as events without a delivery.
 */
export async function switchOff(
  tx: Tx,
  storeId: string,
  webhookId: string,
  { reason, now }: { readonly reason: 'staff' | 'gone'; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('outgoing_webhooks')
    .set({ disabled_at: now, disabled_reason: reason })
    .where('store_id', '=', storeId)
    .where('outgoing_webhook_id', '=', webhookId)
    .where('disabled_at', 'is', null)
    .execute();
  await tx
    .updateTable('deliveries')
    .set({ state: 'dead', last_error: 'The endpoint was switched off.' })
    .where('store_id', '=', storeId)
    .where('outgoing_webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute();
}
