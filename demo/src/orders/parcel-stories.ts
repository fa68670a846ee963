import { london, onItsWay, portland, vienna } from './destinations.ts';
import { hamburg } from './return-stories.ts';
import type { Story } from './story.ts';

const pickup = {
  name: 'Kiosk am Park',
  address: ['Osterstraße 40', '20259 Hamburg'],
  hours: ['Mo–Fr 07:00–20:00', 'Sa 08:00–18:00'],
  code: '7314',
  days: 7,
};

/** Orders on their way as most are, from the first minute to the door. */
export const parcelStories: readonly Story[] = [
  {
    key: 'nothing-shipped',
    platform: 'woocommerce',
    placedHoursAgo: 3,
    destination: hamburg,
    lines: [
      ['dome', 1],
      ['bulb', 2],
    ],
    parcels: [],
  },
  {
    key: 'label-made',
    placedHoursAgo: 20,
    destination: portland,
    lines: [['reading', 1]],
    parcels: [
      { carrier: 'usps', tracker: 'shippo', origin: 'New York', beats: [[2, 'label', 'New York', 4]] },
    ],
  },
  {
    key: 'in-transit',
    platform: 'woocommerce',
    placedHoursAgo: 54,
    destination: hamburg,
    lines: [
      ['mushroom', 1],
      ['candle', 1],
    ],
    parcels: [{ carrier: 'dhl', tracker: 'aftership', beats: onItsWay(4, 3) }],
  },
  {
    key: 'arrives-today',
    platform: 'woocommerce',
    placedHoursAgo: 76,
    destination: vienna,
    lines: [['pendant', 1]],
    parcels: [{ carrier: 'dpd', tracker: 'easypost', beats: [...onItsWay(20, 0), [3, 'arrived', 'Wien']] }],
  },
  {
    key: 'out-for-delivery',
    platform: 'woocommerce',
    placedHoursAgo: 78,
    destination: hamburg,
    lines: [
      ['arc', 1],
      ['bulb', 3],
    ],
    parcels: [
      {
        carrier: 'dhl',
        tracker: 'aftership',
        beats: [...onItsWay(26, 0), [9, 'arrived', 'Hamburg'], [1.5, 'out_for_delivery', 'Hamburg']],
      },
    ],
  },
  {
    key: 'delivered',
    platform: 'woocommerce',
    placedHoursAgo: 130,
    destination: hamburg,
    lines: [['lantern', 2]],
    parcels: [
      {
        carrier: 'dhl',
        tracker: 'aftership',
        signedBy: 'M. Lindgren',
        beats: [
          ...onItsWay(60, -1),
          [34, 'arrived', 'Hamburg'],
          [29, 'out_for_delivery', 'Hamburg'],
          [25, 'delivered_signed', 'Hamburg'],
        ],
      },
    ],
  },
  {
    key: 'pick-up',
    platform: 'woocommerce',
    placedHoursAgo: 100,
    destination: hamburg,
    lines: [['dome', 1]],
    parcels: [
      {
        carrier: 'dhl',
        tracker: 'aftership',
        pickup,
        beats: [
          ...onItsWay(50, -1),
          [30, 'arrived', 'Hamburg'],
          [22, 'nobody_home', 'Hamburg'],
          [4, 'ready_for_pickup', 'Hamburg'],
        ],
      },
    ],
  },
  {
    key: 'attempt-failed',
    platform: 'woocommerce',
    placedHoursAgo: 98,
    destination: london,
    lines: [['candle', 2]],
    parcels: [
      {
        carrier: 'dpd',
        tracker: 'aftership',
        beats: [
          ...onItsWay(50, 0),
          [12, 'arrived', 'London'],
          [6, 'out_for_delivery', 'London'],
          [2, 'nobody_home', 'London'],
        ],
      },
    ],
  },
];
