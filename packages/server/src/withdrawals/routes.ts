import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { policyInForce } from '../policy/store.ts';
import { declareWithdrawal } from './declare.ts';
import { pagePath } from './page-path.ts';
import { listWithdrawals, settleWithdrawal } from './staff-view.ts';

/** Answers the endpoints about withdrawals. */
export const withdrawalRoutes = {
  getWithdrawalTerms: (call) =>
    call.inStore(async (tx) => {
      const { withdrawal } = (await policyInForce(tx, call.storeId)).policy;
      const page = `${call.context.config.publicUrl}${pagePath(call.store.publishableKey)}`;
      return { offered: withdrawal.offered, days: withdrawal.days, page, storeName: call.store.name };
    }),

  declareWithdrawal: (call) =>
    call.inStore((tx) => declareWithdrawal(tx, call.context, call.store, call.body)),

  listWithdrawals: (call) => call.inStore((tx) => listWithdrawals(tx, call.context, call.store, call.query)),

  settleWithdrawal: (call) =>
    call.inStore(async (tx) => {
      const settled = await settleWithdrawal(tx, call.context, call.store, call.params.withdrawalId);
      if (settled === null) throw new ApiProblem('not_found');
      return settled;
    }),
} satisfies Partial<Handlers>;
