import type { OrderTrackingMessages } from '../order-tracking/order-tracking.messages.ts';

/** The texts of one language for all widgets. */
export interface Catalogue {
  /** The language the texts are in (`de`): decides plurals, and numbers and dates where the page asks for another language. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly orderTracking: OrderTrackingMessages;
}
