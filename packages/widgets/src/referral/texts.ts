import { english as orderSession } from '../order-session/order-session.messages.ts';
import { english as referral } from './referral.messages.ts';

/** The English texts of recommending by the groups of a `Catalogue`; a later group wins. */
export const referralTexts = { orderSession, referral } as const;
