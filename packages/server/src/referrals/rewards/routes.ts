import type { Handlers } from '../../http/implement.ts';
import { acknowledgeReward } from './acknowledge.ts';
import { redeemReward, resendReward } from './staff-actions.ts';
import { listRewards, staffReward } from './view.ts';

/** Answers the endpoints about rewards. */
export const rewardRoutes = {
  listRewards: ({ store, query, inStore }) =>
    inStore((tx) => listRewards(tx, store.id, query, query.locale ?? store.locale)),

  async resendReward({ context, store, params, query, body, inStore }) {
    const key = { storeId: store.id, rewardId: params.rewardId };
    const wish = { by: body.by, note: body.note ?? null };
    const row = await inStore((tx) => resendReward(tx, context, key, wish, context.clock.now()));
    return staffReward(row, query.locale ?? store.locale);
  },

  async acknowledgeReward({ context, store, params, body, inStore }) {
    const key = { storeId: store.id, rewardId: params.rewardId };
    const row = await inStore((tx) => acknowledgeReward(tx, context, key, body, context.clock.now()));
    return staffReward(row, store.locale);
  },

  async redeemReward({ context, store, params, body, inStore }) {
    const key = { storeId: store.id, rewardId: params.rewardId };
    const row = await inStore((tx) => redeemReward(tx, key, body.orderId ?? null, context.clock.now()));
    return staffReward(row, store.locale);
  },
} satisfies Partial<Handlers>;
