import { placeOfStep } from './choice.ts';
import { claimTitle } from './filed/claim-title.ts';
import type { ClaimsNews, FilingState } from './state.ts';
import { stepTitle } from './steps/step-title.ts';
import { type ClaimsUi, troubleText } from './ui.ts';

/** What is said aloud for a piece of news; empty where what is on screen and in focus says it already. */
export function announcement(ui: ClaimsUi, news: ClaimsNews): string {
  const state = ui.model.state.peek();
  switch (news.code) {
    case 'offline':
      return ui.t('offline');
    case 'failed':
      return state.kind === 'failed' ? troubleText(ui, state.problem) : '';
    case 'trouble': {
      const trouble =
        state.kind === 'filing'
          ? state.trouble
          : state.kind === 'claim'
            ? (state.trouble?.problem ?? null)
            : null;
      return trouble ? troubleText(ui, trouble) : '';
    }
    case 'mistakes':
      return state.kind === 'filing' ? mistakesText(ui, state).join(' ') : '';
    case 'step':
      return state.kind === 'filing' ? stepText(ui, state) : '';
    case 'solved':
      return ui.say('help.solved');
    case 'filed':
    case 'status_changed':
      return state.kind === 'claim' ? claimTitle(ui, state.claim) : '';
    case 'message_sent':
    case 'parcel_told':
    case 'quote_accepted':
    case 'quote_declined':
      return ui.say(news.code);
    case 'online':
      return '';
  }
}

function stepText(ui: ClaimsUi, state: FilingState): string {
  const title = stepTitle(ui, state);
  if (state.step === 'doors') return title;
  return `${ui.say('progress', placeOfStep(state.options, state.choice, state.step))}. ${title}`;
}

/** What is missing, a sentence each. */
export const mistakesText = (ui: ClaimsUi, { mistakes }: FilingState): readonly string[] =>
  Object.entries(mistakes).map(([name, kind]) => ui.known(`mistake.${name}.${kind}`) ?? '');
