import type { Destination } from './demo-order.ts';
import { referralStories } from './referral-stories.ts';
import { hamburg, returnStories } from './return-stories.ts';
import { reviewStories } from './review-stories.ts';
import type { Story, Told } from './story.ts';
import { warrantyStories } from './warranty-stories.ts';

const vienna: Destination = { name: 'Jonas Reiter', street: 'Lindengasse 8', city: 'Wien', postcode: '1070' };
const portland: Destination = {
  name: 'June Alvarez',
  street: '114 NE Fremont St',
  city: 'Portland',
  postcode: '97212',
};
const london: Destination = {
  name: 'Priya Nair',
  street: '9 Calvert Avenue',
  city: 'London',
  postcode: 'E2 7JP',
};
const stockholm: Destination = {
  name: 'Elin Åkesson',
  street: 'Skånegatan 71',
  city: 'Stockholm',
  postcode: '116 37',
};
const dubai: Destination = { name: 'ليلى الحداد', street: 'شارع الوصل ١٤', city: 'Dubai', postcode: '00000' };
const tokyo: Destination = {
  name: '佐藤 葵',
  street: '渋谷区神宮前 4-2',
  city: 'Tokyo',
  postcode: '150-0001',
};

/** The first day or two of a parcel that leaves Berlin, ended `hoursAgo`. */
const onItsWay = (hoursAgo: number, promise?: number): Told[] => [
  promise === undefined ? [hoursAgo + 26, 'label', 'Berlin'] : [hoursAgo + 26, 'label', 'Berlin', promise],
  [hoursAgo + 20, 'accepted', 'Berlin'],
  [hoursAgo, 'departed', 'Leipzig'],
];

const pickup = {
  name: 'Kiosk am Park',
  address: ['Osterstraße 40', '20259 Hamburg'],
  hours: ['Mo–Fr 07:00–20:00', 'Sa 08:00–18:00'],
  code: '7314',
  days: 7,
};

const parcelStories: readonly Story[] = [
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

/** Every state an order can be in. The order of the list is that of the order numbers, so new ones go to the end. */
export const stories: readonly Story[] = [
  ...parcelStories,
  ...returnStories,
  ...warrantyStories,
  ...reviewStories,
  ...referralStories,
];
