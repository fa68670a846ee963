import { css as form } from '../kit/form.css';
import { css as kit } from '../kit/kit.css';
import { css as tokens } from '../kit/tokens.css';
import { css as session } from '../order-session/order-session.css';
import { css as own } from './withdrawal.css';

/** The style sheets of the withdrawal function, as texts for `adoptStyles`. */
export const withdrawalStyles: readonly string[] = [tokens, kit, session, form, own];
