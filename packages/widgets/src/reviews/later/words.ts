import type { MessageValues } from '../../kit/messages.ts';
import { fillIn } from '../../kit/messages.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import type { Words } from '../../order-session/words.ts';
import { english, type ReviewsLaterMessages } from '../reviews-later.messages.ts';

/** Says a text of the later screens. */
export type SayLater = (key: keyof ReviewsLaterMessages, values?: MessageValues) => string;

/** The words of the later screens, which came with them. */
export function laterWords({ format, direction }: Words, catalogue: Catalogue | undefined): SayLater {
  const texts = catalogue?.reviewsLater ?? english;
  const rules = { number: format.number, plural: format.plural, isolate: direction === 'rtl' };
  return (key, values = {}) => fillIn(texts[key], values, rules);
}
