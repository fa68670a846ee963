import { lookupProblemText, problemText } from '../order-session/wording.ts';
import type { ReviewPromptNews } from './state.ts';
import type { Ui } from './ui.ts';

/**
 * What is said aloud for a piece of news while the first screen is on. Empty where what is on screen and in focus says it
 * already; null where only later parts have the words.
 */
export function announcement(ui: Ui, { code }: ReviewPromptNews): string | null {
  const state = ui.model.state.peek();
  if (ui.model.hidden.peek()) return '';
  if (state.kind === 'failed') return problemText(ui, state.problem);
  if (state.kind === 'lookup') return lookupProblemText(ui, state) ?? '';
  if (state.kind === 'waiting') return `${ui.t('waiting')}. ${ui.t('waiting.about')}`;
  if (code === 'offline') return ui.t('offline');
  return /^(sending|sent|saved|withdrawn|mistakes|trouble)$/.test(code) ? null : '';
}
