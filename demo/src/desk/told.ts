import type { StaffClient } from '@postlude/client/staff';
import {
  PlainReviewAction,
  ReviewRejectionInput,
  ReviewReplyInput,
  type StaffAsk,
  type StaffReview,
} from '@postlude/contract';
import type { DemoOrder } from '../orders/demo-order.ts';

/** What the desk knows of asking for and getting reviews. */
export interface ToldView {
  /** What the shopper of the order is asked, and why not, newest first. */
  readonly asks: readonly StaffAsk[];
  /** What was written of the order, and whatever waits for staff. Newest first. */
  readonly reviews: readonly StaffReview[];
}

/** Who stands in the audit. */
const by = 'The desk';

/** Reads what was asked about an order and what was said. Looking decides nothing: it shows what was decided. */
export async function readTold(staff: StaffClient, order: DemoOrder): Promise<ToldView> {
  const { items } = await staff.orders.list({ q: order.number });
  const found = items.find(({ number }) => number === order.number);
  const [asks, own, waiting] = await Promise.all([
    found ? staff.asks.list({ order: found.id, locale: 'en', limit: 100 }) : { items: [] },
    staff.reviews.list({ q: order.number, limit: 20 }),
    staff.reviews.list({ moderation: 'pending', limit: 10 }),
  ]);
  const ids = new Set([...own.items, ...waiting.items].map(({ id }) => id));
  return { asks: asks.items, reviews: await Promise.all([...ids].map((id) => staff.reviews.get(id))) };
}

const plain = (input: object): PlainReviewAction => PlainReviewAction.parse({ ...input, by });
const reasoned = (input: object): ReviewRejectionInput => ReviewRejectionInput.parse({ ...input, by });

/** What the desk can do to a review. */
export const reviewActions = {
  approve: ({ reviews }, id, input) => reviews.approve(id, plain(input)),
  reject: ({ reviews }, id, input) => reviews.reject(id, reasoned(input)),
  hide: ({ reviews }, id, input) => reviews.hide(id, reasoned(input)),
  show: ({ reviews }, id, input) => reviews.show(id, plain(input)),
  feature: ({ reviews }, id, input) => reviews.feature(id, plain(input)),
  unfeature: ({ reviews }, id, input) => reviews.unfeature(id, plain(input)),
  reply: ({ reviews }, id, input) => reviews.reply(id, ReviewReplyInput.parse({ ...input, by })),
  undo: ({ reviews }, id, input) => reviews.undo(id, plain(input)),
} as const satisfies Record<string, (staff: StaffClient, id: string, input: object) => Promise<StaffReview>>;
