import { dubai, onItsWay, stockholm, tokyo } from './destinations.ts';
import { hamburg } from './return-stories.ts';
import type { Story } from './story.ts';

/** Orders whose way is longer: in several parcels, by several carriers, over borders, in other money. */
export const journeyStories: readonly Story[] = [
  {
    key: 'several-parcels',
    placedHoursAgo: 140,
    destination: hamburg,
    lines: [
      ['dome', 2],
      ['bulb', 4],
      ['pendant', 1],
      ['reading', 1],
    ],
    parcels: [
      {
        carrier: 'dhl',
        tracker: 'aftership',
        items: [
          [0, 2],
          [1, 2],
        ],
        beats: [...onItsWay(72, -1), [32, 'out_for_delivery', 'Hamburg'], [27, 'delivered', 'Hamburg']],
      },
      {
        carrier: 'ups',
        tracker: 'easypost',
        items: [[2, 1]],
        beats: [...onItsWay(30, 1), [6, 'arrived', 'Hamburg']],
      },
    ],
  },
  {
    key: 'hand-over',
    platform: 'woocommerce',
    placedHoursAgo: 190,
    destination: stockholm,
    lines: [
      ['mushroom', 1],
      ['bulb', 1],
    ],
    parcels: [
      {
        carrier: 'dhl',
        tracker: 'aftership',
        lastMile: { carrier: 'postnord', trackingNumber: 'UA731905528SE' },
        beats: [
          ...onItsWay(100, 1),
          [40, 'arrived_in_country', 'Malmö'],
          [30, 'handed_over', 'Malmö'],
          [7, 'arrived', 'Stockholm'],
        ],
      },
    ],
  },
  {
    key: 'international',
    platform: 'woocommerce',
    placedHoursAgo: 210,
    destination: dubai,
    locale: 'ar',
    lines: [
      ['lantern', 1, 'فانوس العاصفة <em>نحاس</em> & زجاج'],
      ['bulb', 2],
    ],
    parcels: [
      {
        carrier: 'aramex',
        tracker: 'aftership',
        beats: [
          ...onItsWay(140, 2),
          [50, 'arrived_in_country', 'Dubai'],
          [44, 'customs_started', 'Dubai'],
          [20, 'customs_cleared', 'Dubai'],
          [5, 'arrived', 'Dubai'],
        ],
      },
    ],
  },
  {
    key: 'yen',
    placedHoursAgo: 120,
    destination: tokyo,
    currency: 'JPY',
    rate: 1.62,
    lines: [
      ['dome', 1],
      ['candle', 1],
    ],
    parcels: [
      {
        carrier: 'fedex',
        tracker: 'shippo',
        beats: [...onItsWay(70, 2), [10, 'arrived_in_country', 'Tokyo']],
      },
    ],
  },
];
