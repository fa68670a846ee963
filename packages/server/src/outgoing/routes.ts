import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { listDeliveries, readDelivery } from './deliveries.ts';
import { listEvents, readEvent } from './events.ts';
import { replayDead, replayDelivery, replayEvent } from './replay.ts';
import { refuseTarget } from './target.ts';
import {
  addOutgoingWebhook,
  listOutgoingWebhooks,
  removeOutgoingWebhook,
  rotateOutgoingSecret,
  updateOutgoingWebhook,
} from './webhooks.ts';

/** Hours an exchanged secret goes on signing unless told. */
const graceHours = 24;

/** Answers the endpoints about what goes out. */
export const outgoingRoutes = {
  async createOutgoingWebhook({ inStore, context, storeId, body }) {
    refuseTarget(context.config, body.url);
    const input = { url: body.url, events: body.events ?? null };
    return inStore((tx) => addOutgoingWebhook(tx, context, storeId, input));
  },

  async listOutgoingWebhooks({ inStore, context, storeId }) {
    const now = context.clock.now();
    return { items: await inStore((tx) => listOutgoingWebhooks(tx, storeId, now)) };
  },

  async updateOutgoingWebhook({ inStore, context, storeId, params, body }) {
    if (body.url !== undefined) refuseTarget(context.config, body.url);
    const now = context.clock.now();
    return found(
      await inStore((tx) => updateOutgoingWebhook(tx, storeId, params.outgoingWebhookId, body, now)),
    );
  },

  async deleteOutgoingWebhook({ inStore, context, storeId, params }) {
    const now = context.clock.now();
    const removed = await inStore((tx) => removeOutgoingWebhook(tx, storeId, params.outgoingWebhookId, now));
    return { deleted: removed !== null };
  },

  async rotateOutgoingSecret({ inStore, context, storeId, params, body }) {
    const hours = body.graceHours ?? graceHours;
    const until = hours === 0 ? null : new Date(context.clock.now().getTime() + hours * 3_600_000);
    return found(
      await inStore((tx) => rotateOutgoingSecret(tx, context, storeId, params.outgoingWebhookId, until)),
    );
  },

  listOutgoingEvents: ({ inStore, storeId, query }) => inStore((tx) => listEvents(tx, storeId, query)),

  async replayOutgoingEvent({ inStore, context, storeId, params }) {
    const now = context.clock.now();
    return inStore(async (tx) => {
      found(await replayEvent(tx, storeId, params.eventId, now));
      return found(await readEvent(tx, storeId, params.eventId));
    });
  },

  listOutgoingDeliveries: ({ inStore, storeId, query }) =>
    inStore((tx) => listDeliveries(tx, storeId, query)),

  getOutgoingDelivery: async ({ inStore, storeId, params }) =>
    found(await inStore((tx) => readDelivery(tx, storeId, params.deliveryId))),

  async replayOutgoingDelivery({ inStore, context, storeId, params }) {
    const now = context.clock.now();
    return inStore(async (tx) => {
      await replayDelivery(tx, storeId, params.deliveryId, now);
      return found(await readDelivery(tx, storeId, params.deliveryId));
    });
  },

  async replayDeadDeliveries({ inStore, context, storeId }) {
    const now = context.clock.now();
    return { replayed: await inStore((tx) => replayDead(tx, storeId, now)) };
  },
} satisfies Partial<Handlers>;

function found<T>(value: T | null): T {
  if (value === null) throw new ApiProblem('not_found');
  return value;
}
