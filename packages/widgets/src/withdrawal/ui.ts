import type { MessageValues, Translate } from '../kit/messages.ts';
import { createWords, type Words } from '../order-session/words.ts';
import type { WithdrawalModel } from './options.ts';
import type { Known } from './state.ts';
import { withdrawalTexts } from './texts.ts';
import type { WithdrawalProps } from './withdrawal.tsx';

type Own = typeof withdrawalTexts.withdrawal;
/** Both groups; its own text of a name wins. */
type Texts = Omit<typeof withdrawalTexts.orderSession, keyof Own> & Own;

/** What every part of the withdrawal function works with: its words, and the model's actions. */
export interface Ui extends Words {
  readonly model: WithdrawalModel;
  /** Says a text of the withdrawal function. */
  readonly say: Translate<Texts>;
  /** A moment where the shopper is, to the second and with the zone: a time nobody has to guess about. */
  readonly exactly: (at: string) => string;
  /** Where the plain page speaks this language and knows the number. */
  readonly plainPage: (known: Pick<Known, 'page'>, contract?: string) => string | null;
}

/** Makes the `Ui` of one widget. */
export function createUi(props: WithdrawalProps): Ui {
  const { model, catalogue, messages, locale, timeZone, report } = props;
  const { orderSession, withdrawal } = withdrawalTexts;
  const texts = [orderSession, withdrawal, catalogue?.orderSession, catalogue?.withdrawal, messages];
  const words = createWords({ catalogue, locale, texts, now: model.now, timeZone, report });
  const say = (key: string, ...[values]: readonly MessageValues[]): string => words.known(key, values) ?? key;
  return {
    ...words,
    model,
    say: say as Translate<Texts>,
    exactly: (at) => exactly(at, words.locale, timeZone),
    plainPage: ({ page }, contract) => {
      if (!page) return null;
      const order = contract?.trim() ? `&order=${encodeURIComponent(contract.trim())}` : '';
      return `${page}?lang=${words.locale.split('-')[0]}${order}`;
    },
  };
}

function exactly(at: string, locale: string, timeZone: string | undefined): string {
  try {
    const format = { dateStyle: 'long', timeStyle: 'long', timeZone } as const;
    return new Intl.DateTimeFormat([locale, 'en'], format).format(Date.parse(at));
  } catch {
    return at;
  }
}
