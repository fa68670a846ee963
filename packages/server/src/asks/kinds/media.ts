import { daysAfter } from '../limits.ts';
import { openingOf } from '../opening.ts';
import { ended, held } from '../standing.ts';
import type { KindRule } from './kind.ts';

/**
 * Add a photo to the own review, some days after it became public: whatever it says. Waits for returns, claims and repairs
 * like the review itself.
 */
export const media: KindRule = {
  kind: 'media',
  marketing: true,
  delaysOthers: true,
  pauseDays: null,
  isOn: ({ settings, takesMedia }) => settings.media && takesMedia,
  answered: ({ review }) => (review?.withMedia ? { at: null } : null),
  stand({ review, holds }, facts) {
    if (review === null) return null;
    if (review.withdrawn) return ended('nothing_to_ask');
    const { settings, now } = facts;
    if (review.publishedAt === null) {
      const end = daysAfter(review.sentAt, settings.endsAfterDays);
      return now >= end ? ended('ran_out') : held('review_not_public', end);
    }
    const from = daysAfter(review.publishedAt, settings.mediaDays);
    return openingOf({ from, until: 'in_use', holds }, facts);
  },
};
