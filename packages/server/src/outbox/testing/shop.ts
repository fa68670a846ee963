import type { OutgoingDelivery, OutgoingEventType } from '@postlude/contract';
import { onTestFinished } from 'vitest';
import { listDeliveries } from '../../outgoing/deliveries.ts';
import { addOutgoingWebhook } from '../../outgoing/webhooks.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { enqueueEvent } from '../enqueue.ts';
import { type Receiver, startReceiver } from './receiver.ts';

/** An endpoint of a shop that is there for one test. */
export async function receiver(): Promise<Receiver> {
  const one = await startReceiver();
  onTestFinished(() => one.close());
  return one;
}

/** A store with one endpoint, which wants everything unless told, and ways to look at what goes out. */
export async function openShop(
  { context, newStore }: TestBackend,
  events: readonly OutgoingEventType[] | null = null,
) {
  const { store } = await newStore();
  const endpoint = await receiver();
  const { webhook, secret } = await context.db.withStore(store.id, (tx) =>
    addOutgoingWebhook(tx, context, store.id, { url: endpoint.url, events }),
  );
  return {
    storeId: store.id,
    endpoint,
    webhookId: webhook.id,
    secret,
    enqueue: (type: OutgoingEventType = 'return.requested', data: Record<string, unknown> = {}) =>
      context.db.withStore(store.id, (tx) => enqueueEvent(tx, store.id, { type, data }, context.clock.now())),
    deliveries: async (): Promise<OutgoingDelivery[]> =>
      (await context.db.withStore(store.id, (tx) => listDeliveries(tx, store.id, { limit: 100 }))).items,
  };
}
