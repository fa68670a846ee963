import { lookupProblemText, problemText } from '../order-session/wording.ts';
import { stepsOf } from './selection.ts';
import type { ReturnsNews } from './state.ts';
import type { Ui } from './ui.ts';
import { stepTitle } from './wording.ts';

/**
 * What is said aloud for a piece of news while the first screen is on. Empty where what is on screen and in focus says it
 * already; null where only later parts have the words.
 */
export function announcement(ui: Ui, news: ReturnsNews): string | null {
  const state = ui.model.state.peek();
  if (state.kind === 'failed') return problemText(ui, state.problem);
  if (state.kind === 'lookup') return lookupProblemText(ui, state) ?? '';
  if (state.kind === 'waiting') return `${ui.t('waiting')}. ${ui.t('waiting.about')}`;
  if (state.kind === 'loading' || news.code === 'online') return '';
  if (news.code === 'offline') return ui.t('offline');
  if (state.kind === 'filed' || news.code === 'trouble' || news.code === 'mistakes') return null;
  if (news.code !== 'step') return '';
  const steps = stepsOf(state);
  const progress = ui.say('progress', { n: steps.indexOf(state.step) + 1, total: steps.length });
  const title = stepTitle(ui, state.step, state.route);
  return title ? `${progress}. ${title}` : null;
}
