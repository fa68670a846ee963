import { css as form } from '../kit/form.css';
import { css as kit } from '../kit/kit.css';
import { css as tokens } from '../kit/tokens.css';
import { css as orderSession } from '../order-session/order-session.css';
import { css as own } from './warranty-registration.css';

/** The style sheets of the registration widget's first screen, as texts for `adoptStyles`. Later screens bring their own. */
export const registrationStyles: readonly string[] = [tokens, kit, orderSession, form, own];
