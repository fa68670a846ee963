import type { TrackingProblem } from '../order-session/state.ts';
import { problemText } from '../order-session/wording.ts';
import type { Mistakes, WithdrawalField } from './state.ts';
import type { Ui } from './ui.ts';

/** What is wrong with a field, and how it becomes right. */
export function mistakeText(ui: Ui, field: WithdrawalField, mistakes: Mistakes): string | undefined {
  const mistake = mistakes[field];
  return mistake && (ui.known(`${field}.${mistake}`) ?? ui.say('mistakes'));
}

/** The same for all fields. */
export const mistakeTexts = (ui: Ui, mistakes: Mistakes): string[] =>
  (Object.keys(mistakes) as WithdrawalField[]).map((field) => mistakeText(ui, field, mistakes) ?? '');

/** Why something could not be done. */
export const troubleText = (ui: Ui, problem: TrackingProblem): string => problemText(ui, problem);
