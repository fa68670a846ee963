import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { changeConsentsOf } from '../registrations/change-consents.ts';
import { registerItemsOf } from '../registrations/register.ts';
import { giftPassport } from './gift-view.ts';
import { listPassportsOf } from './list.ts';
import { readableBy } from './owned-by.ts';
import { ensurePassports } from './read.ts';
import { showPassport } from './show.ts';

/** Answers the endpoints about passports that their owners call. A session sees what its order owns or owned, nothing else. */
export const passportRoutes = {
  listPassports: (call) =>
    call.inStore(async (tx) => {
      const { storeId, session, params, context } = call;
      if (session.orderId !== params.orderId) throw new ApiProblem('not_found');
      await ensurePassports(tx, { storeId, orderId: session.orderId }, context.clock.now());
      return listPassportsOf(tx, context, call, call.query.locale ?? null);
    }),

  getPassport: (call) =>
    call.inStore(async (tx) => {
      const facts = await readableBy(tx, call, call.params.passportId);
      const now = call.context.clock.now();
      const passport = await showPassport(call.context, tx, facts, { locale: call.query.locale, now });
      return call.session.gift ? giftPassport(facts, passport) : passport;
    }),

  registerItems: async (call) => {
    if (call.session.orderId !== call.params.orderId) throw new ApiProblem('not_found');
    const { outcomes, list } = await call.inStore(async (tx) => {
      const { outcomes, orders } = await registerItemsOf(tx, call, call.body);
      return {
        outcomes,
        list: await listPassportsOf(tx, call.context, call, call.query.locale ?? null, orders),
      };
    });
    for (const outcome of outcomes) call.context.metrics.registrations.inc({ outcome });
    return list;
  },

  changeConsents: (call) =>
    call.inStore(async (tx) => {
      const facts = await changeConsentsOf(tx, call, call.params.passportId, call.body.consents);
      const now = call.context.clock.now();
      return showPassport(call.context, tx, facts, { locale: call.query.locale, now });
    }),
} satisfies Partial<Handlers>;
