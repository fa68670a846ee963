import type { Order } from '@postlude/contract';

/** An order as the receiver of a gift sees it: without what it cost and where the giver had it sent. */
export const giftView = (order: Order): Order => ({ ...order, total: null, destination: null });
