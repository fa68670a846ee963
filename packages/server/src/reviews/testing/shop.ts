import type { ReviewContent, ReviewPolicyInput, ReviewReportInput } from '@postlude/contract';
import { type AskShop, openAskShop } from '../../asks/testing/shop.ts';
import type { Answer, Sent } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';

/** A review that was written in a test, and what opens it. */
export interface WrittenReview {
  readonly id: string;
  readonly orderId: string;
  /** Calls with a session of its order. */
  call(method: string, path: string, sent?: Sent): Promise<Answer>;
}

/** A shop whose reviews are public at once, and everybody who has to do with them. */
export interface ReviewShop extends AskShop {
  /** Writes a review of a mug, with an order of its own; of the shop where `ofShop` is true. */
  write(content?: Partial<ReviewContent>, ofShop?: boolean): Promise<WrittenReview>;
  /** What everybody reads, `query` without its question mark. */
  list(query?: string): Promise<Answer>;
  vote(id: string, helpful: boolean, from?: string): Promise<Answer>;
  report(id: string, input: Partial<ReviewReportInput>, from?: string): Promise<Answer>;
  /** An action of staff. */
  act(id: string, action: string, body?: object): Promise<Answer>;
}

/** Opens the shop. */
export async function openReviewShop(
  backend: TestBackend,
  changes: (policy: ReviewPolicyInput) => ReviewPolicyInput = (same) => same,
): Promise<ReviewShop> {
  const shop = await openAskShop(backend);
  await shop.policy((policy) =>
    changes({ ...policy, moderation: { ...policy.moderation, publish: 'at_once' } }),
  );
  const store = `store=${shop.shop.store.publishableKey}`;
  return {
    ...shop,
    async write(content = {}, ofShop = false) {
      const order = await shop.order();
      const call = async (method: string, path: string, sent: Sent = {}): Promise<Answer> =>
        shop.send(method, path, { key: await order.token(), ...sent });
      const answer = await call('POST', `/v1/orders/${order.orderId}/reviews`, {
        json: { lineId: ofShop ? null : order.lines.Mug, content: { stars: 4, name: 'Mia H.', ...content } },
      });
      if (answer.status !== 201) throw new Error(answer.text);
      return { id: answer.json.id, orderId: order.orderId, call };
    },
    list: (query = '') => shop.send('GET', `/v1/reviews?${store}${query && `&${query}`}`),
    vote: (id, helpful, from = '203.0.113.7') =>
      shop.send('PUT', `/v1/reviews/${id}/vote?${store}`, { json: { helpful }, from }),
    report: (id, input, from = '203.0.113.7') =>
      shop.send('POST', `/v1/reviews/${id}/reports?${store}`, { json: { reason: 'spam', ...input }, from }),
    act: (id, action, body = {}) => shop.staff('POST', `/v1/staff/reviews/${id}/${action}`, body),
  };
}
