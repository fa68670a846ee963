import type { ProblemCode } from '@postlude/contract/problems';
import type { Answer } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { openFriendShop } from './shop.ts';

type Way = (kit: { readonly backend: TestBackend }) => Promise<Answer>;

/** How each problem about referrals comes about. */
export const referralProblemWays = {
  async referral_closed({ backend }) {
    const shop = await openFriendShop(backend);
    const { programmeId } = shop;
    await shop.programme({ paused: true });
    const { orderId, token } = await shop.buyer('ada@example.com');
    const json = { programmeId, name: 'Ada' };
    return shop.send('PUT', `/v1/orders/${orderId}/referral`, { key: await token(), json });
  },
} satisfies Partial<Record<ProblemCode, Way>>;
