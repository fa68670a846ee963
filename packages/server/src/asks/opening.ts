import type { AskFacts, Hold } from './facts.ts';
import { daysAfter } from './limits.ts';
import { ended, held, type Standing } from './standing.ts';

/** What an opening is worked out from. */
export interface Opening {
  /** When it would be asked if nothing came in between. */
  readonly from: Date;
  /** What it says until then. */
  readonly until: 'in_use' | 'not_delivered' | 'review_not_public' | 'not_happy_yet';
  /** As they were opened. */
  readonly holds: readonly Hold[];
  /** When it makes no sense any more, whoever answered; null for never. */
  readonly lastMoment?: Date | null;
}

/**
 * When an ask opens, and until when. Everything about the item that was open holds it and makes it wait afresh after its end,
 * however it ended. What began only after the ask's own time was over changes nothing.
 */
export function openingOf(
  { from, until, holds, lastMoment = null }: Opening,
  { settings, now }: Pick<AskFacts, 'settings' | 'now'>,
): Standing {
  let opensAt = from;
  let last: Hold | null = null;
  for (const hold of holds) {
    if (hold.openedAt >= daysAfter(opensAt, settings.endsAfterDays)) break;
    if (hold.closedAt === null) return heldBy(hold, settings, now);
    const again = daysAfter(hold.closedAt, settings.freshWaitDays);
    if (again > opensAt) [opensAt, last] = [again, hold];
  }
  if (now < opensAt) {
    if (last === null) return held(until, opensAt);
    return { state: 'held', reason: 'waiting_again', because: becauseOf(last), lookAgainAt: opensAt };
  }
  const end = daysAfter(opensAt, settings.endsAfterDays);
  const endsAt = lastMoment !== null && lastMoment < end ? lastMoment : end;
  if (now >= endsAt) return ended('ran_out');
  return { state: 'open', reason: last === null ? 'time_has_come' : 'waited_again', opensAt, endsAt };
}

/** What an open return or claim makes of an ask: it waits for its end, and not for ever. */
export function heldBy(hold: Hold, settings: AskFacts['settings'], now: Date): Standing {
  const end = daysAfter(hold.openedAt, Math.max(365, settings.endsAfterDays));
  if (now >= end) return ended('ran_out');
  const reason = hold.kind === 'claim' ? 'claim_open' : 'return_open';
  return { state: 'held', reason, because: becauseOf(hold), lookAgainAt: null };
}

const becauseOf = ({ kind, id, number }: Hold) => ({ kind, id, number });

/** The order in which holds are looked at: as they were opened. */
export const compareHolds = (a: Hold, b: Hold): number =>
  a.openedAt.getTime() - b.openedAt.getTime() ||
  (a.closedAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.closedAt?.getTime() ?? Number.POSITIVE_INFINITY) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
