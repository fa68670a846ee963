import type { ElsewhereState, TakeOverState } from '../state.ts';
import { troubleText, type Ui } from '../ui.ts';

/** Why a form could not be sent, in words; null when it could, or was not tried. */
export function formTrouble(ui: Ui, { kind, trouble }: ElsewhereState | TakeOverState): string | null {
  if (!trouble) return null;
  // The store takes nothing that was bought elsewhere; everywhere else the same code is about an order.
  const isOff = kind === 'elsewhere' && trouble.code === 'not_found';
  return isOff ? ui.say('elsewhere.off') : troubleText(ui, trouble);
}
