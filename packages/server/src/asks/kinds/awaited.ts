import type { Arrived } from '../arrival.ts';
import type { AskFacts } from '../facts.ts';
import { arrivalDays, daysAfter } from '../limits.ts';
import { ended, held, type Standing } from '../standing.ts';

/** How an ask about something that has not come stands. What has not come within a year is not waited for. */
export function awaited(
  { lookAgainAt }: Extract<Arrived, { state: 'awaited' }>,
  { order, settings, now }: AskFacts,
): Standing {
  const end = daysAfter(order.placedAt, Math.max(arrivalDays, settings.endsAfterDays));
  if (lookAgainAt !== null) return held('not_delivered', lookAgainAt);
  return now >= end ? ended('ran_out') : held('not_delivered', null);
}
