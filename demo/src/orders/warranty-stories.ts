import { deliveredDaysAgo, hamburg } from './return-stories.ts';
import type { Story } from './story.ts';

/** Orders whose lamps can be registered, are broken, or are under repair. */
export const warrantyStories: readonly Story[] = [
  {
    key: 'warranty-fresh',
    placedHoursAgo: 4 * 24 + 60,
    destination: hamburg,
    lines: [
      ['pendant', 1],
      ['dome/olive', 2],
      ['candle', 1],
    ],
    parcels: [{ carrier: 'dhl', tracker: 'aftership', beats: deliveredDaysAgo(4) }],
  },
  {
    key: 'warranty-broken',
    placedHoursAgo: 60 * 24 + 60,
    destination: hamburg,
    lines: [['reading/olive', 1]],
    parcels: [{ carrier: 'dhl', tracker: 'aftership', beats: deliveredDaysAgo(60) }],
  },
  {
    key: 'warranty-states',
    placedHoursAgo: 75 * 24 + 60,
    destination: hamburg,
    lines: [
      ['arc', 1],
      ['mushroom', 1],
      ['lantern', 1],
    ],
    parcels: [{ carrier: 'dhl', tracker: 'aftership', beats: deliveredDaysAgo(75) }],
  },
];
