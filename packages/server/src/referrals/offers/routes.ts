import type { Store } from '@postlude/contract';
import { ApiProblem } from '../../http/api-problem.ts';
import type { Handlers } from '../../http/implement.ts';
import { claimTokenKey } from '../../orders/buyer-keys.ts';
import { claimOffer } from './claim.ts';
import { showClaim } from './show-claim.ts';
import { type Visitor, visitOffer } from './visit.ts';

/** Answers the endpoints of who was recommended to. They know nobody: a code opens an offer, a claim's token that claim. */
export const referralOfferRoutes = {
  visitReferralOffer: (call) =>
    call.inStore((tx) => visitOffer(tx, call.context, visitorOf(call, call.query.locale), call.body)),

  claimReferral: (call) =>
    call.inStore((tx) => claimOffer(tx, call.context, visitorOf(call, call.body.locale), call.body)),

  getReferralClaim: (call) =>
    call.inStore(async (tx) => {
      const row = await tx
        .selectFrom('referrals')
        .selectAll()
        .where('store_id', '=', call.storeId)
        .where('token_key', '=', claimTokenKey(call.params.token))
        .executeTakeFirst();
      if (!row) throw new ApiProblem('not_found');
      return showClaim(tx, call.context, row, visitorOf(call, call.query.locale));
    }),
} satisfies Partial<Handlers>;

const visitorOf = (
  {
    storeId,
    store,
    request,
  }: {
    readonly storeId: string;
    readonly store: Store;
    readonly request: { readonly address: string };
  },
  locale: string | undefined,
): Visitor => ({ storeId, store, address: request.address, locale: locale ?? store.locale });
