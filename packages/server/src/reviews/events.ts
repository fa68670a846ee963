import type { OutgoingEventType } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { enqueueEvent } from '../outbox/enqueue.ts';
import type { ReviewRow } from './store.ts';

/** An event about a review. */
export type ReviewEventType = Extract<OutgoingEventType, `review.${string}`>;

/**
 * Tells the shop's systems what happened to a review, in the transaction that makes it so: no name, no contact and nothing the
 * shopper wrote. See docs/outgoing-events.md.
 */
export const tellReview = (tx: Tx, type: ReviewEventType, row: ReviewRow, now: Date): Promise<string> =>
  enqueueEvent(
    tx,
    row.store_id,
    {
      type,
      data: {
        reviewId: row.review_id,
        revision: row.revision,
        subject: row.subject,
        orderId: row.order_id,
        lineId: row.line_id,
        productId: row.product_id,
        stars: row.stars,
        moderation: row.moderation,
        visibility: row.visibility,
        verification: row.verification,
        origin: row.origin,
        media: row.media,
        flags: row.flags,
        rejected: row.rejected && { reason: row.rejected.reason },
        reward: row.reward && { id: row.reward.id, code: row.reward.code },
      },
    },
    now,
  );
