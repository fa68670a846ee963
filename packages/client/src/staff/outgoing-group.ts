import type {
  OutgoingDelivery,
  OutgoingDeliveryDetail,
  OutgoingEvent,
  OutgoingRotation,
  OutgoingWebhook,
  OutgoingWebhookInput,
  OutgoingWebhookUpdate,
  OutgoingWebhookWithSecret,
  ReplayReport,
} from '@postlude/contract';
import type { CallOptions } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type List, listOf } from './lists.ts';
import {
  createOutgoingWebhook,
  deleteOutgoingWebhook,
  getOutgoingDelivery,
  listOutgoingDeliveries,
  listOutgoingEvents,
  listOutgoingWebhooks,
  type OutgoingDeliveryQuery,
  type OutgoingEventQuery,
  replayDeadDeliveries,
  replayOutgoingDelivery,
  replayOutgoingEvent,
  rotateOutgoingSecret,
  updateOutgoingWebhook,
} from './outgoing.ts';
import type { WriteOptions } from './writes.ts';

/** What goes out to the shop's own systems, and how it fares. */
export interface StaffOutgoing {
  readonly webhooks: {
    /** `createOutgoingWebhook`: its secret is told this once. */
    create(input: OutgoingWebhookInput, options?: WriteOptions): Promise<OutgoingWebhookWithSecret>;
    /** `listOutgoingWebhooks`, oldest first. */
    list(options?: CallOptions): Promise<{ items: OutgoingWebhook[] }>;
    /** `updateOutgoingWebhook`: what is left out stays; `enabled` switches it. */
    update(
      outgoingWebhookId: string,
      change: OutgoingWebhookUpdate,
      options?: CallOptions,
    ): Promise<OutgoingWebhook>;
    /** `deleteOutgoingWebhook`. */
    delete(outgoingWebhookId: string, options?: CallOptions): Promise<{ deleted: boolean }>;
    /** `rotateOutgoingSecret`: the new one is told this once. */
    rotate(
      outgoingWebhookId: string,
      rotation?: OutgoingRotation,
      options?: WriteOptions,
    ): Promise<OutgoingWebhookWithSecret>;
  };
  /** `listOutgoingEvents`, newest first. */
  readonly events: List<OutgoingEvent, OutgoingEventQuery, CallOptions> & {
    /** `replayOutgoingEvent`: to every endpoint that wants it. */
    replay(eventId: string, options?: WriteOptions): Promise<OutgoingEvent>;
  };
  /** `listOutgoingDeliveries`, newest first: webhooks and mails. */
  readonly deliveries: List<OutgoingDelivery, OutgoingDeliveryQuery, CallOptions> & {
    /** `getOutgoingDelivery`: with its tries. */
    get(deliveryId: string, options?: CallOptions): Promise<OutgoingDeliveryDetail>;
    /** `replayOutgoingDelivery`. */
    replay(deliveryId: string, options?: WriteOptions): Promise<OutgoingDeliveryDetail>;
    /** `replayDeadDeliveries`: everything that was given up. */
    replayDead(options?: WriteOptions): Promise<ReplayReport>;
  };
}

/** The group of calls about what goes out. */
export function outgoingOf(transport: Transport): StaffOutgoing {
  return {
    webhooks: {
      create: (input, call) => createOutgoingWebhook(transport, input, call),
      list: (call) => listOutgoingWebhooks(transport, call),
      update: (id, change, call) => updateOutgoingWebhook(transport, id, change, call),
      delete: (id, call) => deleteOutgoingWebhook(transport, id, call),
      rotate: (id, rotation, call) => rotateOutgoingSecret(transport, id, rotation, call),
    },
    events: {
      ...listOf((query?: OutgoingEventQuery, call?: CallOptions) =>
        listOutgoingEvents(transport, query, call),
      ),
      replay: (id, call) => replayOutgoingEvent(transport, id, call),
    },
    deliveries: {
      ...listOf((query?: OutgoingDeliveryQuery, call?: CallOptions) =>
        listOutgoingDeliveries(transport, query, call),
      ),
      get: (id, call) => getOutgoingDelivery(transport, id, call),
      replay: (id, call) => replayOutgoingDelivery(transport, id, call),
      replayDead: (call) => replayDeadDeliveries(transport, call),
    },
  };
}
