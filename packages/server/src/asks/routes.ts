import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { currentAsk, nothing } from './current.ts';
import { respondToAsk } from './respond.ts';

/** Answers the shopper's endpoints about asks. Who came with a gift's code did not buy anything, and is asked nothing. */
export const askRoutes = {
  getCurrentAsk: (call) =>
    call.inStore((tx) => {
      const { storeId, session, params, context } = call;
      if (session.orderId !== params.orderId) throw new ApiProblem('not_found');
      if (session.gift) return Promise.resolve(nothing);
      return currentAsk(tx, { storeId, orderId: session.orderId }, context.clock.now());
    }),

  respondToAsk: (call) =>
    call.inStore((tx) => {
      const { storeId, session, params, body, context } = call;
      if (session.orderId !== params.orderId || session.gift) throw new ApiProblem('not_found');
      return respondToAsk(tx, { storeId, orderId: session.orderId }, body, context.clock.now());
    }),
} satisfies Partial<Handlers>;
