import type { OrderTrackingEvent } from '@postlude/widgets/order-tracking';
import type { ReferralEvent } from '@postlude/widgets/referral';
import type { ReferralOfferEvent } from '@postlude/widgets/referral-offer';
import type { ReturnsEvent } from '@postlude/widgets/returns';
import type { ReviewPromptEvent } from '@postlude/widgets/review-prompt';
import type { ReviewsEvent } from '@postlude/widgets/reviews';
import type { RegistrationEvent } from '@postlude/widgets/warranty-registration';
import type { WithdrawalEvent } from '@postlude/widgets/withdrawal';

type WidgetEvent =
  | OrderTrackingEvent
  | ReturnsEvent
  | WithdrawalEvent
  | RegistrationEvent
  | ReviewPromptEvent
  | ReviewsEvent
  | ReferralEvent
  | ReferralOfferEvent;

type Detail<Type extends WidgetEvent['type'], Event extends WidgetEvent = WidgetEvent> = Event extends {
  readonly type: Type;
}
  ? Omit<Event, 'type'>
  : never;

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
  /** What can be done with an order's items is shown; `open` counts those something can be done with. */
  'postlude:returns-shown': CustomEvent<Detail<'returns-shown'>>;
  /** A return was filed, and the store has it. */
  'postlude:return-filed': CustomEvent<Detail<'return-filed'>>;
  /** The shopper took a return back. */
  'postlude:return-cancelled': CustomEvent<Detail<'return-cancelled'>>;
  /** The withdrawal form is shown. */
  'postlude:withdrawal-shown': CustomEvent<Detail<'withdrawal-shown'>>;
  /** The store does not offer the withdrawal function: the element is empty, and what stands around it can go too. */
  'postlude:withdrawal-off': CustomEvent<Detail<'withdrawal-off'>>;
  /** A withdrawal was declared and acknowledged; `number` is that of the declaration. */
  'postlude:withdrawal-declared': CustomEvent<Detail<'withdrawal-declared'>>;
  /** The items of an order are shown with what stands behind them; `open` counts those that can be registered. */
  'postlude:passports-shown': CustomEvent<Detail<'passports-shown'>>;
  /** An item was registered, or waits for the store. */
  'postlude:item-registered': CustomEvent<Detail<'item-registered'>>;
  /** An owner made a hand-over code. */
  'postlude:transfer-started': CustomEvent<Detail<'transfer-started'>>;
  /** An owner took a hand-over code back. */
  'postlude:transfer-cancelled': CustomEvent<Detail<'transfer-cancelled'>>;
  /** Something was taken over from an earlier owner. */
  'postlude:item-taken-over': CustomEvent<Detail<'item-taken-over'>>;
  /** A claim was filed, and the store has it. */
  'postlude:claim-filed': CustomEvent<Detail<'claim-filed'>>;
  /** The shopper took a claim back. */
  'postlude:claim-cancelled': CustomEvent<Detail<'claim-cancelled'>>;
  /** The shopper accepted or declined a quote. */
  'postlude:quote-answered': CustomEvent<Detail<'quote-answered'>>;
  /** The shopper chose a way that another widget opens, and the page named no address for it. */
  'postlude:door-chosen': CustomEvent<Detail<'door-chosen'>>;
  /** Something may be asked now: of which `kind`, and of how many items. A page can make room, or lead to where it is asked. */
  'postlude:ask-due': CustomEvent<Detail<'ask-due'>>;
  /** The shopper put an ask off. */
  'postlude:ask-dismissed': CustomEvent<Detail<'ask-dismissed'>>;
  /** The review form of an order is shown; `open` counts what can be reviewed and was not. */
  'postlude:review-form-shown': CustomEvent<Detail<'review-form-shown'>>;
  /** A review was sent, and the store has it. No event says how many stars it gives. */
  'postlude:review-sent': CustomEvent<Detail<'review-sent'>>;
  /** The shopper changed a review. */
  'postlude:review-edited': CustomEvent<Detail<'review-edited'>>;
  /** The shopper withdrew a review. */
  'postlude:review-withdrawn': CustomEvent<Detail<'review-withdrawn'>>;
  /** Reviews are shown: how many there are, and their average. */
  'postlude:reviews-shown': CustomEvent<Detail<'reviews-shown'>>;
  /** A review was reported to the store. */
  'postlude:review-reported': CustomEvent<Detail<'review-reported'>>;
  /** Recommending is shown; `joined` when the shopper takes part already. */
  'postlude:referral-shown': CustomEvent<Detail<'referral-shown'>>;
  /** The shopper takes part from now on. */
  'postlude:referral-joined': CustomEvent<Detail<'referral-joined'>>;
  /** The shopper shared the invitation, and by which `channel`. */
  'postlude:referral-shared': CustomEvent<Detail<'referral-shared'>>;
  /** An offer to a friend is shown, or why it is `closed` to them. */
  'postlude:offer-shown': CustomEvent<Detail<'offer-shown'>>;
  /** A friend took the offer. */
  'postlude:offer-claimed': CustomEvent<Detail<'offer-claimed'>>;
  /** Something did not work; the shopper was told in their words. `code` is stable. */
  'postlude:error': CustomEvent<Detail<'error'>>;
}

declare global {
  interface HTMLElementEventMap extends PostludeEventMap {}
}
