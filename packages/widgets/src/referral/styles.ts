import { css as kit } from '../kit/kit.css';
import { css as tokens } from '../kit/tokens.css';
import { css as session } from '../order-session/order-session.css';
import { css as own } from './referral.css';

/** The style sheets of recommending, as texts for `adoptStyles`. */
export const referralStyles: readonly string[] = [tokens, kit, session, own];
