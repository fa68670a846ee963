import type { Mistakes, RegistrationNews } from '../state.ts';
import type { Ui } from '../ui.ts';
import { formTrouble } from './form-trouble.ts';

/** What is said aloud for news of later screens. Empty where what is on screen and in focus says it already. */
export function laterAnnouncement(ui: Ui, { code }: RegistrationNews): string {
  const state = ui.model.state.peek();
  if (code === 'mistakes') {
    const texts = state.kind === 'ready' ? mistakeTexts(ui, state.mistakes) : [];
    return [ui.say('mistakes'), ...texts].join(' ');
  }
  if (code === 'found' && state.kind === 'elsewhere')
    return state.search.state === 'failed'
      ? ui.say('product.failed')
      : ui.say('product.found', { n: state.search.items.length });
  if (code === 'saved') return ui.say('saved');
  if (code === 'transfer') return ui.say('transfer.ready');
  if (code === 'transfer_cancelled') return ui.say('transfer.cancelled');
  if (code === 'trouble' && (state.kind === 'elsewhere' || state.kind === 'takeover'))
    return formTrouble(ui, state) ?? '';
  return '';
}

function mistakeTexts(ui: Ui, mistakes: Mistakes): readonly string[] {
  const texts = Object.entries(mistakes).map(([of, mistake]) =>
    of === 'proof'
      ? ui.say(mistake === 'sending' ? 'proof.sending' : 'proof.missing')
      : mistake === 'sending'
        ? ''
        : ui.say(`serial.${mistake}`),
  );
  return [...new Set(texts)];
}
