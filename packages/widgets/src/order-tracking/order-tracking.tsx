import type { VNode } from 'preact';
import type { Theme } from '../kit/theme.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { OrderTrackingModel } from './options.ts';
import type { OrderTrackingMessages } from './order-tracking.messages.ts';

/** What the tracking card is given. */
export interface OrderTrackingProps {
  readonly model: OrderTrackingModel;
  /** A language tag in any spelling (`de_DE`, `pt-br`); one that cannot be used reads as that of the catalogue. */
  readonly locale?: string | undefined;
  /** The texts of one language (`@postlude/widgets/locales/de`); English unless given. */
  readonly catalogue?: Catalogue | undefined;
  /** The store's own words for single texts. */
  readonly messages?: Partial<OrderTrackingMessages> | undefined;
  /** `auto` unless given. */
  readonly theme?: Theme | undefined;
  /** The shopper's own zone unless given. */
  readonly timeZone?: string | undefined;
  /** Where errors go that the card caught. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The tracking card. Give its root `orderTrackingStyles` by `adoptStyles`. */
export function OrderTracking({ model }: OrderTrackingProps): VNode {
  return <div>{model.state.value.kind}</div>;
}
