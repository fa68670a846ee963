import { english as orderSession } from '../order-session/order-session.messages.ts';
import { english as orderTracking } from './order-tracking.messages.ts';

/** The English texts of a tracking card by the groups of a `Catalogue`; a later group wins. */
export const orderTrackingTexts = { orderSession, orderTracking } as const;
