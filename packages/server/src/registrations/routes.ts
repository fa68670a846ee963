import type { Handlers } from '../http/implement.ts';
import { showPassport } from '../passports/show.ts';
import { tellOutside } from './outside.ts';
import { findProductsBy } from './products.ts';
import { acceptTransferOf, cancelTransferOf, startTransferOf } from './transfer.ts';

/** Answers the endpoints for what was bought elsewhere and for what changes hands. */
export const registrationRoutes = {
  findProducts: ({ storeId, query, inStore }) =>
    inStore(async (tx) => ({ items: await findProductsBy(tx, storeId, query.q) })),

  tellOutsidePurchase: (call) => call.inStore((tx) => tellOutside(tx, call, call.body)),

  startTransfer: (call) => call.inStore((tx) => startTransferOf(tx, call, call.params.passportId)),

  cancelTransfer: (call) =>
    call.inStore(async (tx) => {
      const facts = await cancelTransferOf(tx, call, call.params.passportId);
      return showPassport(call.context, tx, facts, { now: call.context.clock.now() });
    }),

  acceptTransfer: (call) => call.inStore((tx) => acceptTransferOf(tx, call, call.body)),
} satisfies Partial<Handlers>;
