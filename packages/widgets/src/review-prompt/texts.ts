import { english as orderSession } from '../order-session/order-session.messages.ts';
import { english as reviewPrompt } from './review-prompt.messages.ts';

/** The English texts of the review prompt's first screen by the groups of a `Catalogue`; a later group wins. */
export const reviewPromptTexts = { orderSession, reviewPrompt } as const;
