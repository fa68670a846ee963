import { english as orderSession } from '../order-session/order-session.messages.ts';
import { english as referralOffer } from './referral-offer.messages.ts';

/** The English texts of an offer by the groups of a `Catalogue`; a later group wins. */
export const referralOfferTexts = { orderSession, referralOffer } as const;
