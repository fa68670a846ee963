import { css as kit } from '../kit/kit.css';
import { css as tokens } from '../kit/tokens.css';
import { css as session } from '../order-session/order-session.css';
import { css as summary } from './parts/summary.css';
import { css as own } from './reviews.css';

/** The style sheets of a list of reviews, as texts for `adoptStyles`. */
export const reviewsStyles: readonly string[] = [tokens, kit, session, own, summary];
