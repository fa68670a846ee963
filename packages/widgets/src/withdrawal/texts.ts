import { english as orderSession } from '../order-session/order-session.messages.ts';
import { english as withdrawal } from './withdrawal.messages.ts';

/** The English texts of the withdrawal function by the groups of a `Catalogue`; a later group wins. */
export const withdrawalTexts = { orderSession, withdrawal } as const;
