import { daysAfter, later } from '../limits.ts';
import { compareHolds, heldBy, openingOf } from '../opening.ts';
import { ended, held } from '../standing.ts';
import type { ShopperRule } from './kind.ts';

/**
 * Recommend the shop. It is no review, so it may depend on who is content: it is asked after a sign of that, and never while
 * anything of the shopper is open, whatever order it belongs to. It gives way to reviews and photos and puts none of them off.
 */
export const referral: ShopperRule = {
  kind: 'referral',
  marketing: true,
  delaysOthers: false,
  pauseDays: 90,
  isOn: ({ settings }) => settings.referral,
  answered: ({ sharedAt }) => sharedAt && { at: sharedAt },
  stand({ mayRefer, happy, holds }, arrivedAt, facts) {
    if (!mayRefer) return ended('nothing_to_ask');
    const { settings, now } = facts;
    const inOrder = holds.toSorted(compareHolds);
    if (happy === null) {
      if (now >= daysAfter(arrivedAt, settings.endsAfterDays)) return ended('ran_out');
      const open = inOrder.find(({ closedAt }) => closedAt === null);
      return open ? heldBy(open, settings, now) : held('not_happy_yet', null);
    }
    return openingOf({ from: later(arrivedAt, happy.at), until: 'not_happy_yet', holds: inOrder }, facts);
  },
};
