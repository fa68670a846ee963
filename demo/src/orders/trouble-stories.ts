import { london, onItsWay, portland, stockholm, vienna } from './destinations.ts';
import { hamburg } from './return-stories.ts';
import type { Story } from './story.ts';

/** Orders something is wrong with: late, held, lost, broken, sent back or cancelled. */
export const troubleStories: readonly Story[] = [
  {
    key: 'delayed',
    platform: 'woocommerce',
    placedHoursAgo: 150,
    destination: stockholm,
    lines: [['pendant', 2]],
    parcels: [
      {
        carrier: 'postnord',
        tracker: 'aftership',
        beats: [
          [120, 'label', 'Berlin', -1],
          [110, 'accepted', 'Berlin'],
          [80, 'departed', 'Leipzig'],
          [52, 'weather', 'Malmö', 1],
          [5, 'weather', 'Malmö', 3],
        ],
      },
    ],
  },
  {
    key: 'customs',
    platform: 'woocommerce',
    placedHoursAgo: 160,
    destination: london,
    lines: [['arc', 1]],
    parcels: [
      {
        carrier: 'ups',
        tracker: 'aftership',
        beats: [
          ...onItsWay(90, 2),
          [40, 'arrived_in_country', 'London'],
          [30, 'customs_started', 'London'],
          [6, 'customs_payment', 'London'],
        ],
      },
    ],
  },
  {
    key: 'stalled',
    placedHoursAgo: 340,
    destination: vienna,
    lines: [['reading', 1]],
    parcels: [{ carrier: 'dpd', tracker: 'easypost', beats: onItsWay(220) }],
  },
  {
    key: 'late',
    platform: 'woocommerce',
    placedHoursAgo: 220,
    destination: hamburg,
    lines: [
      ['candle', 1],
      ['lantern', 1],
    ],
    parcels: [
      { carrier: 'dhl', tracker: 'easypost', beats: [...onItsWay(120, -3), [8, 'arrived', 'Hamburg']] },
    ],
  },
  {
    key: 'lost',
    platform: 'woocommerce',
    placedHoursAgo: 420,
    destination: hamburg,
    lines: [['mushroom', 1]],
    parcels: [{ carrier: 'dhl', tracker: 'easypost', beats: [...onItsWay(300, -9), [10, 'lost', null]] }],
  },
  {
    key: 'damaged',
    placedHoursAgo: 170,
    destination: portland,
    lines: [['lantern', 1]],
    parcels: [
      {
        carrier: 'fedex',
        tracker: 'shippo',
        origin: 'New York',
        beats: [
          [120, 'label', 'New York', 1],
          [110, 'accepted', 'New York'],
          [60, 'departed', 'Louisville'],
          [9, 'damaged', 'Louisville'],
        ],
      },
    ],
  },
  {
    key: 'returning',
    platform: 'woocommerce',
    placedHoursAgo: 400,
    destination: vienna,
    lines: [['candle', 1]],
    parcels: [
      {
        carrier: 'dpd',
        tracker: 'aftership',
        beats: [
          ...onItsWay(340, -10),
          [250, 'nobody_home', 'Wien'],
          [240, 'ready_for_pickup', 'Wien'],
          [28, 'returning', 'Wien'],
        ],
      },
    ],
  },
  {
    key: 'returned',
    placedHoursAgo: 500,
    destination: vienna,
    lines: [['bulb', 4]],
    parcels: [
      {
        carrier: 'dpd',
        tracker: 'aftership',
        beats: [
          ...onItsWay(440, -14),
          [330, 'nobody_home', 'Wien'],
          [120, 'returning', 'Wien'],
          [30, 'returned', 'Berlin'],
        ],
      },
    ],
  },
  {
    key: 'cancelled',
    placedHoursAgo: 30,
    destination: hamburg,
    lines: [['arc', 1]],
    parcels: [],
    cancelledHoursAgo: 26,
  },
];
