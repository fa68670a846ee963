import type { ReturnRoute } from '@postlude/contract';
import { isPassing } from '../order-session/problem.ts';
import type { TrackingProblem } from '../order-session/state.ts';
import type { Step } from './state.ts';
import type { Ui } from './ui.ts';

/** The headline of a step. */
export function stepTitle(ui: Ui, step: Step, route: ReturnRoute): string {
  return ui.known(`${step}.title.${route}`) ?? ui.known(`${step}.title`) ?? '';
}

/** What went wrong, in words. */
export function troubleText(ui: Ui, { code }: TrackingProblem): string {
  const known = code === 'rate_limited' ? 'unavailable' : code;
  return (
    ui.known(`problem.${known}`) ??
    ui.t(isPassing({ code } as TrackingProblem) ? 'problem.unreachable' : 'problem.other')
  );
}
