import type { ClaimFiling } from '@postlude/contract';
import type { ProblemCode } from '@postlude/contract/problems';
import type { Answer } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { openClaimShop, repairQuote } from './shop.ts';

type Way = (kit: { readonly backend: TestBackend }) => Promise<Answer>;

const wrong =
  (changes: Partial<ClaimFiling>): Way =>
  async ({ backend }) => {
    const shop = await openClaimShop(backend);
    return shop.file(shop.filing(changes));
  };

/** How each problem about claims comes about. */
export const claimProblemWays = {
  symptom_unknown: wrong({ symptom: 'haunted' }),
  place_unavailable: wrong({ placeId: 'bern' }),
  async address_required({ backend }) {
    const shop = await openClaimShop(backend);
    return shop.file(shop.filing({ address: null }));
  },
  async claim_not_changeable({ backend }) {
    const shop = await openClaimShop(backend);
    const id = await shop.filed();
    await shop.act(id, 'receive');
    return shop.shopper(id, 'cancel');
  },
  async quote_not_open({ backend }) {
    const shop = await openClaimShop(backend);
    const id = await shop.filed();
    const first = (await shop.act(id, 'quote', repairQuote)).staff.quotes[0];
    await shop.act(id, 'quote', { ...repairQuote, days: 9 });
    return shop.shopper(id, 'quote', { quoteId: first?.id, accept: true });
  },
} satisfies Partial<Record<ProblemCode, Way>>;
