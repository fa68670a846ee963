import type { DateSum, ItemRights, ReturnRoute, RouteDecision } from '@postlude/contract';
import { decisionOf } from '../selection.ts';
import type { Ui } from '../ui.ts';

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
