import type { WithdrawalNews } from './state.ts';
import type { Ui } from './ui.ts';
import { mistakeTexts, troubleText } from './wording.ts';

/** What is said aloud for a piece of news. The headline of a new step says itself, because it takes the focus. */
export function announcement(ui: Ui, { code }: WithdrawalNews): string | null {
  const state = ui.model.state.peek();
  if (code === 'mistakes' && state.kind === 'form')
    return [ui.say('mistakes'), ...mistakeTexts(ui, state.mistakes)].join(' ');
  if (code === 'sending') return ui.say('confirming');
  if (code === 'trouble' && state.kind === 'check' && state.problem)
    return `${troubleText(ui, state.problem)} ${ui.say('kept')}`;
  if (code === 'done' && state.kind === 'done') return ui.say('done');
  if (code === 'failed' && state.kind === 'failed') return troubleText(ui, state.problem);
  return null;
}
