import { isPassing } from './problem.ts';
import type { LookupState, TrackingProblem } from './state.ts';
import type { Words } from './words.ts';

/** What went wrong, in words. */
export function problemText(ui: Words, problem: TrackingProblem): string {
  const code = problem.code === 'rate_limited' ? 'unavailable' : problem.code;
  return ui.known(`problem.${code}`) ?? ui.t(isPassing(problem) ? 'problem.unreachable' : 'problem.other');
}

/** What is wrong with a lookup as a whole; null when only its fields are. */
export function lookupProblemText(ui: Words, { lockedUntil, problem }: LookupState): string | null {
  if (lockedUntil) return ui.t('lookup.locked', { time: ui.format.moment(lockedUntil) });
  return problem && problemText(ui, problem);
}
