import { english as orderSession } from '../order-session/order-session.messages.ts';
import { english as reviews } from './reviews.messages.ts';

/** The English texts of a list of reviews by the groups of a `Catalogue`; a later group wins. */
export const reviewsTexts = { orderSession, reviews } as const;
