import type { Order, Session } from '@postlude/contract';

/** What a page learns of an order, with the token that reads it. */
export type SeenOrder = Pick<Session, 'token'> & { readonly order: Pick<Order, 'id' | 'recalls'> };

/**
 * Shows what is recalled of an order above a widget, and resolves to what it was given once that stands there: what is drawn then
 * need not move for it. Never rejects.
 */
export type Seen = <Found extends SeenOrder>(found: Found) => Promise<Found>;
