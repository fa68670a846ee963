import { lookupProblemText, problemText } from '../order-session/wording.ts';
import type { ReferralNews } from './state.ts';
import type { Ui } from './ui.ts';

/** What is said aloud for a piece of news; empty where what is in focus says it already. */
export function announcement(ui: Ui, news: ReferralNews): string {
  const state = ui.model.state.peek();
  switch (news.code) {
    case 'joined':
      return ui.say('said.joined', { code: news.invitation });
    case 'named':
      return nameText(ui, news.name);
    case 'more':
      return ui.say('said.more', { n: news.count });
    case 'dismissed':
      return ui.say('said.dismissed');
    case 'shown':
      return ui.say('said.shown');
    case 'waiting':
      return `${ui.t('waiting')}. ${ui.t('waiting.about')}`;
    case 'trouble':
      return state.kind === 'ready' && state.trouble ? problemText(ui, state.trouble.problem) : '';
    case 'failed':
      return state.kind === 'failed' ? problemText(ui, state.problem) : '';
    case 'lookup_failed':
      return state.kind === 'lookup' ? (lookupProblemText(ui, state) ?? '') : '';
  }
}

/** How friends see the advocate. */
export const nameText = (ui: Ui, name: string | null): string =>
  name === null ? ui.say('name.none') : ui.say('name.shown', { name });
