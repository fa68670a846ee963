import { deliveredDaysAgo, hamburg } from './return-stories.ts';
import type { Story } from './story.ts';

const delivered = (days: number) =>
  ({
    placedHoursAgo: days * 24 + 60,
    destination: hamburg,
    parcels: [{ carrier: 'dhl', tracker: 'aftership', beats: deliveredDaysAgo(days) }],
  }) as const;

/** Orders whose lamps were used for a while: asked about now, or in some days. */
export const reviewStories: readonly Story[] = [
  {
    key: 'review-due',
    ...delivered(15),
    lines: [
      ['dome', 1],
      ['mushroom', 1],
      ['pendant', 1],
    ],
  },
  {
    key: 'review-soon',
    ...delivered(10),
    lines: [
      ['reading', 1],
      ['lantern', 1],
    ],
  },
];
