import { matchesItem } from '../../rights/match.ts';
import { arrivalOf } from '../arrival.ts';
import type { AskFacts, LineFacts } from '../facts.ts';
import { daysAfter, sameProductDays } from '../limits.ts';
import { heldBy, openingOf } from '../opening.ts';
import { ended } from '../standing.ts';
import { awaited } from './awaited.ts';
import type { KindRule } from './kind.ts';

/**
 * Review what was used for a while. A return, claim or repair only delays it, however it ends: asking those alone who had no
 * trouble would ask the happy alone (FTC guidance on soliciting reviews). What was never in their hands is not asked about.
 */
export const review: KindRule = {
  kind: 'review',
  marketing: true,
  delaysOthers: true,
  pauseDays: null,
  isOn: ({ settings }) => settings.review,
  answered: ({ review: written }) => written && { at: written.sentAt },
  stand(line, facts) {
    if (line.line.productId === null || line.isPart) return ended('nothing_to_ask');
    const arrived = arrivalOf(line, facts);
    if (arrived.state === 'never') return ended('never_kept');
    const open = line.holds.find(({ closedAt }) => closedAt === null);
    if (arrived.state === 'awaited') {
      return open ? heldBy(open, facts.settings, facts.now) : awaited(arrived, facts);
    }
    const from = daysAfter(arrived.at, usageDaysOf(line, facts));
    const lately = line.productReviewedAt;
    if (lately !== null && lately > daysAfter(from, -sameProductDays)) return ended('done_already');
    return openingOf({ from, until: 'in_use', holds: line.holds }, facts);
  },
};

/** The days of use of an item: the first rule that fits, or the store's own number. */
function usageDaysOf({ line }: LineFacts, { order, settings }: AskFacts): number {
  const rule = settings.usage.find(({ match }) => match === undefined || matchesItem(match, order, line));
  return rule?.days ?? settings.usageDays;
}
