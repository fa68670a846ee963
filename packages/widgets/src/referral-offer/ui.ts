import type { MessageValues, Translate } from '../kit/messages.ts';
import { createWords, type Words } from '../order-session/words.ts';
import type { ReferralOfferModel } from './options.ts';
import type { ReferralOfferProps } from './referral-offer.tsx';
import { referralOfferTexts } from './texts.ts';

type Own = typeof referralOfferTexts.referralOffer;
type Texts = Omit<typeof referralOfferTexts.orderSession, keyof Own> & Own;

/** What every part of an offer works with. */
export interface Ui extends Words {
  readonly model: ReferralOfferModel;
  /** Says a text of the offer. */
  readonly say: Translate<Texts>;
  /** Where the friend goes on. */
  readonly shop: string | undefined;
}

/** Makes the `Ui` of one offer. */
export function createUi(props: ReferralOfferProps): Ui {
  const { model, catalogue, messages, locale, timeZone, report, shop } = props;
  const { orderSession, referralOffer } = referralOfferTexts;
  const texts = [orderSession, referralOffer, catalogue?.orderSession, catalogue?.referralOffer, messages];
  const words = createWords({ catalogue, locale, texts, now: Date.now, timeZone, report });
  const say = (key: string, ...[values]: readonly MessageValues[]): string => words.known(key, values) ?? key;
  return { ...words, model, say: say as Translate<Texts>, shop };
}
