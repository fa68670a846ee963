import type { MessageValues, Translate } from '../kit/messages.ts';
import { english as session } from '../order-session/order-session.messages.ts';
import { isPassing } from '../order-session/problem.ts';
import { createWords, type Words } from '../order-session/words.ts';
import type { ReviewPromptModel } from './options.ts';
import { english } from './review-prompt.messages.ts';
import type { ReviewPromptProps } from './review-prompt.tsx';
import type { english as stepsEnglish } from './review-steps.messages.ts';

/** The texts of the review prompt by their English words. Those of later screens are there once the screens are. */
export type ReviewPromptTexts = typeof english & typeof stepsEnglish;

/** Texts that came with later screens. */
export type LaterTexts = Readonly<Record<string, string>>;

/** Where else help is to be had. */
export interface HelpPages {
  /** The page with returns. */
  readonly returns?: string | undefined;
  /** The page with warranties and claims. */
  readonly warranty?: string | undefined;
  /** The page where shoppers recommend the shop: linked to once a review was sent, where that may be asked then. */
  readonly referral?: string | undefined;
}

/** What every part of the review prompt works with: its words, and the model's actions. */
export interface Ui extends Words {
  readonly model: ReviewPromptModel;
  readonly pages: HelpPages;
  /** True where an ask led here, which can be put off. */
  readonly isAsk: boolean;
  /** Says a text of the review prompt. */
  readonly say: Translate<ReviewPromptTexts>;
}

/** Makes the `Ui` of one widget. `later` is what came with later screens: the English texts first. */
export function createUi(props: ReviewPromptProps, later: readonly (LaterTexts | undefined)[]): Ui {
  const { model, catalogue, messages, locale, timeZone, report, pages = {}, mode = 'ask' } = props;
  const [laterEnglish, ...translated] = later;
  const own = [catalogue?.orderSession, catalogue?.reviewPrompt, ...translated, messages];
  const texts = [session, english, laterEnglish, ...own];
  const words = createWords({ catalogue, locale, texts, now: model.now, timeZone, report });
  const say = (key: string, ...[values]: readonly MessageValues[]): string => words.known(key, values) ?? key;
  return { ...words, model, pages, isAsk: mode === 'ask', say: say as Translate<ReviewPromptTexts> };
}

/** What went wrong, in words. */
export function troubleText(ui: Ui, { code }: { readonly code: string }): string {
  const known = ui.known(`problem.${code === 'rate_limited' ? 'unavailable' : code}`);
  const isNetwork = isPassing({ code, retryable: true, requestId: null, retryAt: null });
  return known ?? ui.t(isNetwork ? 'problem.unreachable' : 'problem.other');
}
