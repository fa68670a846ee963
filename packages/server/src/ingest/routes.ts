import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { applyAgain, countOutcome } from './apply-message.ts';
import { listMessages, readMessage } from './inbox.ts';
import { receive } from './receive.ts';
import { listUnknownStatuses } from './unknown-statuses.ts';

/** Answers the endpoints about what comes in. */
export const ingestRoutes = {
  receiveWebhook: receive,

  listMessages: (call) => call.inStore((tx) => listMessages(tx, call.storeId, call.query)),

  async replayMessage(call) {
    const { storeId, params, context } = call;
    const { outcome, message } = await call.inStore(async (tx) => ({
      outcome: await applyAgain(context, tx, storeId, params.messageId),
      message: await readMessage(tx, storeId, params.messageId),
    }));
    if (!outcome || !message) throw new ApiProblem('not_found');
    countOutcome(context, outcome);
    return message;
  },

  listUnknownStatuses: (call) => call.inStore((tx) => listUnknownStatuses(tx, call.storeId, call.query)),
} satisfies Partial<Handlers>;
