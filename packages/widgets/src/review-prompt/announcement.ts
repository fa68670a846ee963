import { lookupProblemText, problemText } from '../order-session/wording.ts';
import type { ReviewPromptNews } from './state.ts';
import { troubleText, type Ui } from './ui.ts';

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
  if (code === 'sending') return ui.say('sending');
  if (code === 'trouble' && state.kind === 'ready') {
    const [trouble] = Object.values(state.troubles).reverse();
    return trouble ? troubleText(ui, trouble.problem) : '';
  }
  return /^(sent|saved|withdrawn|mistakes)$/.test(code) ? null : '';
}
