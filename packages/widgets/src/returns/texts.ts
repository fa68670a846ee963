import { english as orderSession } from '../order-session/order-session.messages.ts';
import { english as returns } from './returns.messages.ts';

/** The English texts of the first screen of returns by the groups of a `Catalogue`; a later group wins. */
export const returnsTexts = { orderSession, returns } as const;
