import { css as kit } from '../kit/kit.css';
import { css as tokens } from '../kit/tokens.css';
import { css as session } from '../order-session/order-session.css';
import { css as card } from './order-tracking.css';
import { css as steps } from './parts/steps.css';

/** The style sheets of the tracking card, as texts for `adoptStyles`. */
export const orderTrackingStyles: readonly string[] = [tokens, kit, session, card, steps];
