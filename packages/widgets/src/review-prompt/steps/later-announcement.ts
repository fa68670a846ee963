import type { ReviewPromptNews } from '../state.ts';
import { troubleText, type Ui } from '../ui.ts';
import { mistakesText } from './mistakes-text.ts';

/** What is said aloud for news only later screens have words for. */
export function laterAnnouncement(ui: Ui, { code }: ReviewPromptNews): string {
  const state = ui.model.state.peek();
  if (code === 'mistakes' && state.kind === 'ready') return mistakesText(ui, state.mistakes).join(' ');
  if (code === 'sending') return ui.say('sending');
  if (code === 'trouble' && state.kind === 'ready') {
    const trouble = Object.values(state.troubles).at(-1);
    return trouble ? troubleText(ui, trouble.problem) : '';
  }
  return code === 'sent' || code === 'saved' || code === 'withdrawn' ? ui.say(`said.${code}`) : '';
}
