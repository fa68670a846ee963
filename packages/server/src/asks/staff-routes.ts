import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { settleAsks } from './settle.ts';
import { askFunnel, explainAsk, listAsksOf } from './staff-list.ts';
import { readAsk } from './store.ts';

/** Answers the endpoints with which staff see what is asked and why. There is none to end an ask with. */
export const staffAskRoutes = {
  listAsks: ({ store, query, context, inStore }) =>
    inStore((tx) =>
      listAsksOf(tx, store.id, query, { locale: query.locale, store, now: context.clock.now() }),
    ),

  getStaffAsk: ({ store, query, params, context, inStore }) =>
    inStore(async (tx) => {
      const now = context.clock.now();
      const row = await readAsk(tx, { storeId: store.id, askId: params.askId });
      if (!row) throw new ApiProblem('not_found');
      await settleAsks(tx, { storeId: store.id, orderId: row.order_id }, now);
      const found = await explainAsk(tx, store.id, row.ask_id, { locale: query.locale, store, now });
      if (!found) throw new ApiProblem('not_found');
      return found;
    }),

  getAskFunnel: ({ store, query, context, inStore }) =>
    inStore((tx) => askFunnel(tx, store.id, { locale: query.locale, store, now: context.clock.now() })),
} satisfies Partial<Handlers>;
