import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { giftRecall } from '../passports/gift-view.ts';
import { listRecallsOf } from './list.ts';
import { answerRecallOf, readAsGift, recallsOfOrder } from './of-order.ts';
import { endRecall, previewRecall, publishRecall } from './publish.ts';
import { readRecall, showRecall } from './store.ts';

/** Answers the endpoints about recalls: those of owners, who see what concerns their own order, and those of staff. */
export const recallRoutes = {
  listRecalls: (call) =>
    call.inStore(async (tx) => {
      const { storeId, session, params, context, query } = call;
      if (session.orderId !== params.orderId) throw new ApiProblem('not_found');
      const key = { storeId, orderId: session.orderId };
      const notices = await recallsOfOrder(tx, key, query.locale ?? null, context.clock.now());
      return { items: session.gift ? notices.map(giftRecall) : notices };
    }),

  answerRecall: (call) =>
    call.inStore(async (tx) => {
      const { storeId, session, params, context, query, body } = call;
      if (session.orderId !== params.orderId) throw new ApiProblem('not_found');
      const of = { context, storeId, orderId: params.orderId, recallId: params.recallId };
      if (session.gift) return { items: await readAsGift(tx, { ...of, locale: query.locale ?? null }, body) };
      return { items: await answerRecallOf(tx, { ...of, locale: query.locale ?? null }, body) };
    }),

  previewRecall: (call) => call.inStore((tx) => previewRecall(tx, call.store, call.body)),

  publishRecall: (call) =>
    call.inStore((tx) => publishRecall(tx, call.context, call.store, call.body, 'api')),

  listStaffRecalls: (call) => call.inStore((tx) => listRecallsOf(tx, call.store, call.query)),

  getStaffRecall: (call) =>
    call.inStore(async (tx) => {
      const row = await readRecall(tx, call.storeId, call.params.recallId);
      if (!row) throw new ApiProblem('not_found');
      return showRecall(tx, call.store, row);
    }),

  endRecall: (call) =>
    call.inStore(async (tx) => {
      const ended = await endRecall(tx, call.context, call.store, call.params.recallId, 'api');
      if (!ended) throw new ApiProblem('not_found');
      return ended;
    }),
} satisfies Partial<Handlers>;
