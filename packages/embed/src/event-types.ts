import type { OrderTrackingEvent } from '@postlude/widgets/order-tracking';

type Detail<Type extends OrderTrackingEvent['type']> = Omit<
  Extract<OrderTrackingEvent, { readonly type: Type }>,
  'type'
>;

/**
 * What the elements tell the page. Each event bubbles, crosses shadow roots and is told once for each confirmed fact. No
 * event carries a name, an address, an e-mail or an order number; the ids are Postlude's own.
 */
export interface PostludeEventMap {
  /** The widget is on screen and works. */
  'postlude:ready': CustomEvent<Readonly<Record<string, never>>>;
  /** The shopper proved that the order is theirs. */
  'postlude:session-opened': CustomEvent<Detail<'session-opened'>>;
  /** An order is shown. */
  'postlude:order-shown': CustomEvent<Detail<'order-shown'>>;
  /** A parcel's status changed while the page was open. */
  'postlude:status-changed': CustomEvent<Detail<'status-changed'>>;
  /** Something did not work; the shopper was told in their words. `code` is stable. */
  'postlude:error': CustomEvent<Detail<'error'>>;
}

declare global {
  interface HTMLElementEventMap extends PostludeEventMap {}
}
