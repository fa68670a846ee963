import { css as form } from '../kit/form.css';
import { css as kit } from '../kit/kit.css';
import { css as tokens } from '../kit/tokens.css';
import { css as orderSession } from '../order-session/order-session.css';
import { css as own } from './review-prompt.css';

/** The style sheets of the review prompt's first screen, as texts for `adoptStyles`. Later screens bring their own. */
export const reviewPromptStyles: readonly string[] = [tokens, kit, orderSession, form, own];
