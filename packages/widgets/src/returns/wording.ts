import type { DateSum, ItemRights, Money, ReturnRoute, RouteDecision } from '@postlude/contract';
import { isPassing } from '../order-session/problem.ts';
import type { TrackingProblem } from '../order-session/state.ts';
import { decisionOf } from './selection.ts';
import type { Step } from './state.ts';
import type { Ui } from './ui.ts';

/** The headline of a step. */
export function stepTitle(ui: Ui, step: Step, route: ReturnRoute): string {
  return ui.known(`${step}.title.${route}`) ?? ui.known(`${step}.title`) ?? '';
}

/** Why a route is closed, in one sentence, and how its last day came about, in further ones. */
export function closedText(ui: Ui, decision: RouteDecision): readonly string[] {
  const { because, opensOn, sum } = decision;
  const key = `closed.${because ?? 'other'}`;
  if (because === 'window_ended' && sum) return sumText(ui, sum);
  return [
    (opensOn && ui.known(`${key}.date`, { date: ui.format.day(opensOn) })) ||
      (ui.known(key) ?? ui.say('closed.other')),
  ];
}

/** How a last day was counted: `The 14 days ended on 3 May: it was delivered on 19 April.` */
function sumText(ui: Ui, sum: DateSum): readonly string[] {
  const { fromKind, from, days, bufferDays, extendedBy, lastDay } = sum;
  const start = ui.format.day(from);
  const facts = { days, start, end: ui.format.day(lastDay), buffer: bufferDays };
  const sentence =
    (bufferDays > 0 && ui.known(`sum.${fromKind}.buffer`, facts)) || ui.known(`sum.${fromKind}`, facts);
  const moved = extendedBy && ui.known(`sum.extended.${extendedBy}`);
  return [sentence ?? ui.say('closed.window_ended'), ...(moved ? [moved] : [])];
}

/** The decision that best says why an item cannot go this way. */
export function closedDecision(item: ItemRights, route: ReturnRoute): RouteDecision | undefined {
  return decisionOf(item, route) ?? decisionOf(item, 'return');
}

/** Money as people say it: without a sign. */
export const money = ({ format }: Ui, { amount, currency }: Money): string =>
  format.money({ amount: Math.abs(amount), currency });

/** What a price of the shopper is called: a sum, or that it is free. */
export const price = (ui: Ui, sum: Money): string =>
  sum.amount === 0 ? ui.say('free') : ui.format.money(sum);

/** What went wrong, in words. */
export function troubleText(ui: Ui, { code }: TrackingProblem): string {
  const known = code === 'rate_limited' ? 'unavailable' : code;
  return (
    ui.known(`problem.${known}`) ??
    ui.t(isPassing({ code } as TrackingProblem) ? 'problem.unreachable' : 'problem.other')
  );
}
