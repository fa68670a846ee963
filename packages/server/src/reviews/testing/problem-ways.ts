import type { ReviewPolicyInput } from '@postlude/contract';
import type { ProblemCode } from '@postlude/contract/problems';
import { openAskShop } from '../../asks/testing/shop.ts';
import type { Answer } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';

type Way = (kit: { readonly backend: TestBackend }) => Promise<Answer>;

const sent =
  (
    changes: (policy: ReviewPolicyInput) => ReviewPolicyInput,
    order: { readonly cancelledAt?: string } = {},
  ): Way =>
  async ({ backend }) => {
    const shop = await openAskShop(backend);
    await shop.policy(changes);
    const { orderId, lines, token } = await shop.order(order);
    return shop.send('POST', `/v1/orders/${orderId}/reviews`, {
      key: await token(),
      json: { lineId: lines.Mug, content: { stars: 4, name: null } },
    });
  };

/** How each problem about reviews comes about. */
export const reviewProblemWays = {
  review_closed: sent((policy) => policy, { cancelledAt: '2026-05-01T09:00:00Z' }),
  review_incomplete: sent((policy) => ({ ...policy, form: { ...policy.form, title: 'required' } })),
  terms_required: sent((policy) => ({
    ...policy,
    form: { ...policy.form, terms: { text: { en: 'Be kind.' }, url: null } },
  })),
} satisfies Partial<Record<ProblemCode, Way>>;
