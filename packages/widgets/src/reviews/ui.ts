import type { MessageValues, Translate } from '../kit/messages.ts';
import { createWords, type Words } from '../order-session/words.ts';
import type { ReviewsModel } from './options.ts';
import type { ReviewsProps } from './reviews.tsx';
import type { LoadLater } from './seam.ts';
import { reviewsTexts } from './texts.ts';

type Own = typeof reviewsTexts.reviews;
type Texts = Omit<typeof reviewsTexts.orderSession, keyof Own> & Own;

/** What every part of a list of reviews works with. */
export interface Ui extends Words {
  readonly model: ReviewsModel;
  /** Says a text of the list. */
  readonly say: Translate<Texts>;
  /** A number with one decimal, as the language writes it. */
  readonly decimal: (value: number) => string;
  readonly later: LoadLater;
  readonly about: 'product' | 'store';
}

/** Makes the `Ui` of one list. */
export function createUi(props: ReviewsProps): Ui {
  const { model, catalogue, messages, locale, timeZone, report, later, about = 'product' } = props;
  const { orderSession, reviews } = reviewsTexts;
  const texts = [orderSession, reviews, catalogue?.orderSession, catalogue?.reviews, messages];
  const words = createWords({ catalogue, locale, texts, now: Date.now, timeZone, report });
  const say = (key: string, ...[values]: readonly MessageValues[]): string => words.known(key, values) ?? key;
  return {
    ...words,
    model,
    say: say as Translate<Texts>,
    decimal: (value) => decimal(value, words.locale),
    later,
    about,
  };
}

function decimal(value: number, locale: string): string {
  try {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return new Intl.NumberFormat([locale, 'en'], digits).format(value);
  } catch {
    return value.toFixed(1);
  }
}
