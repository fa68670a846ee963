import { english as orderSession } from '../order-session/order-session.messages.ts';
import { english as warrantyRegistration } from './warranty-registration.messages.ts';

/** The English texts of the first screen of registrations by the groups of a `Catalogue`; a later group wins. */
export const registrationTexts = { orderSession, warrantyRegistration } as const;
