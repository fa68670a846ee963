import type { MessageValues, Translate } from '../kit/messages.ts';
import { english as session } from '../order-session/order-session.messages.ts';
import { createWords, type Words } from '../order-session/words.ts';
import type { ReturnsModel } from './options.ts';
import { english } from './returns.messages.ts';
import type { ReturnsProps } from './returns.tsx';
import type { english as stepsEnglish } from './returns-steps.messages.ts';

/** The texts of returns by their English words. Those of later steps are there once the steps are. */
export type ReturnsTexts = typeof english & typeof stepsEnglish;

/** What every part of the returns widget works with: its words, and the model's actions. */
export interface Ui extends Words {
  readonly model: ReturnsModel;
  /** Says a text of returns. */
  readonly say: Translate<ReturnsTexts>;
}

/** Texts that came with later steps. */
export type LaterTexts = Readonly<Record<string, string>>;

/** Makes the `Ui` of one widget. */
export function createUi(props: ReturnsProps, later: readonly (LaterTexts | undefined)[]): Ui {
  const { model, catalogue, messages, locale, timeZone, report } = props;
  const texts = [session, english, ...later, catalogue?.orderSession, catalogue?.returns, messages];
  const words = createWords({ catalogue, locale, texts, now: model.now, timeZone, report });
  const say = (key: string, ...[values]: readonly MessageValues[]): string => words.known(key, values) ?? key;
  return { ...words, model, say: say as Translate<ReturnsTexts> };
}
