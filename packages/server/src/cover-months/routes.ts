import type { Handlers } from '../http/implement.ts';
import { addMonthsTo, voidMonths } from './months.ts';
import { showMonths } from './show.ts';

/** Answers the endpoints about months that staff add to what stands behind an item. */
export const coverMonthsRoutes = {
  listCoverMonths: ({ context, storeId, params, inStore }) =>
    inStore((tx) => showMonths(tx, context, { storeId, ...params })),

  addCoverMonths: ({ context, storeId, params, body, inStore }) =>
    inStore(async (tx) => {
      const key = { storeId, ...params };
      await addMonthsTo(tx, key, body, context.clock.now());
      return showMonths(tx, context, key);
    }),

  voidCoverMonths: ({ context, storeId, params, body, inStore }) =>
    inStore(async (tx) => {
      const key = { storeId, ...params };
      await voidMonths(tx, key, body, context.clock.now());
      return showMonths(tx, context, key);
    }),
} satisfies Partial<Handlers>;
