import type { MessageValues, Translate } from '../kit/messages.ts';
import { createWords, type Words } from '../order-session/words.ts';
import type { ReferralModel } from './options.ts';
import type { english } from './referral.messages.ts';
import type { ReferralProps } from './referral.tsx';
import { referralTexts } from './texts.ts';

/** What every part of recommending works with: its words, and the model's actions. */
export interface Ui extends Words {
  readonly model: ReferralModel;
  /** Says a text of recommending. */
  readonly say: Translate<typeof english>;
}

/** Makes the `Ui` of one widget. */
export function createUi(props: ReferralProps): Ui {
  const { model, catalogue, messages, locale, timeZone, report } = props;
  const { orderSession, referral } = referralTexts;
  const texts = [orderSession, referral, catalogue?.orderSession, catalogue?.referral, messages];
  const words = createWords({ catalogue, locale, texts, now: model.now, timeZone, report });
  const say = (key: string, ...[values]: readonly MessageValues[]): string => words.known(key, values) ?? key;
  return { ...words, model, say: say as Translate<typeof english> };
}
