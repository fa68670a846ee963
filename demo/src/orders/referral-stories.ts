import { deliveredDaysAgo, hamburg } from './return-stories.ts';
import type { Story } from './story.ts';

const delivered = (days: number) =>
  ({
    placedHoursAgo: days * 24 + 60,
    destination: hamburg,
    parcels: [{ carrier: 'dhl', tracker: 'aftership', beats: deliveredDaysAgo(days) }],
  }) as const;

/** Orders of people who recommend the shop: one begins, one has recommended it to everybody already. */
export const referralStories: readonly Story[] = [
  {
    key: 'referral-share',
    ...delivered(12),
    lines: [
      ['dome/olive', 1],
      ['candle', 1],
    ],
  },
  { key: 'referral-states', ...delivered(120), lines: [['pendant', 1]] },
];
