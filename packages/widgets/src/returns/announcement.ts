import { lookupProblemText, problemText } from '../order-session/wording.ts';
import { itemKey, rightsOf, stepsOf } from './selection.ts';
import type { ChoosingState, ReturnsNews } from './state.ts';
import type { Ui } from './ui.ts';
import { stepTitle, troubleText } from './wording.ts';

/** What is said aloud for a piece of news. Empty where what is on screen and in focus says it already. */
export function announcement(ui: Ui, news: ReturnsNews): string {
  const state = ui.model.state.peek();
  switch (state.kind) {
    case 'failed':
      return problemText(ui, state.problem);
    case 'lookup':
      return lookupProblemText(ui, state) ?? '';
    case 'waiting':
      return `${ui.t('waiting')}. ${ui.t('waiting.about')}`;
    case 'choosing':
      return choosingText(ui, state, news);
    case 'filed': {
      if (news.code === 'offline') return ui.t('offline');
      if (news.code === 'filed') return ui.known(`filed.title.${state.filed.status}`) ?? '';
      if (news.code === 'status_changed' || news.code === 'return_shown')
        return ui.known(`filed.title.${news.status}`) ?? '';
      if (news.code === 'trouble' && state.trouble) return troubleText(ui, state.trouble.problem);
      return news.code === 'message_sent' || news.code === 'parcel_told' ? (ui.known(news.code) ?? '') : '';
    }
    default:
      return '';
  }
}

function choosingText(ui: Ui, state: ChoosingState, news: ReturnsNews): string {
  if (news.code === 'offline') return ui.t('offline');
  if (news.code === 'trouble' && state.trouble) return troubleText(ui, state.trouble);
  if (news.code === 'mistakes') return mistakesText(ui, state).join(' ');
  if (news.code !== 'step') return '';
  const steps = stepsOf(state);
  const progress = ui.say('progress', { n: steps.indexOf(state.step) + 1, total: steps.length });
  return `${progress}. ${stepTitle(ui, state.step, state.route)}`;
}

/** What is missing, a sentence each. */
export function mistakesText(ui: Ui, state: ChoosingState): readonly string[] {
  return Object.entries(state.mistakes).map(([name, kind]) => {
    const field = name.slice(name.lastIndexOf('.') + 1);
    const item = state.items.find((one) => name.startsWith(`${itemKey(one)}.`));
    const title = item ? (rightsOf(state.options, item)?.title ?? '') : '';
    const own = item && state.items.length > 1 ? ui.known(`mistake.${field}.${kind}.of`, { title }) : null;
    return own ?? ui.known(`mistake.${field}.${kind}`) ?? '';
  });
}
