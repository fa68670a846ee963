import type { Destination } from './demo-order.ts';
import type { Story, Told } from './story.ts';

/** Where most of the demo's parcels go. */
export const hamburg: Destination = {
  name: 'Mara Lindgren',
  street: 'Eppendorfer Weg 12',
  city: 'Hamburg',
  postcode: '20259',
};

/** A parcel that left Berlin and was delivered so many days ago. */
export const deliveredDaysAgo = (
  days: number,
  city: 'Hamburg' | 'New York' | 'Kuwait' = 'Hamburg',
): Told[] => [
  [days * 24 + 50, 'label', 'Berlin'],
  [days * 24 + 44, 'accepted', 'Berlin'],
  [days * 24 + 26, 'departed', 'Leipzig'],
  [days * 24 + 5, 'out_for_delivery', city],
  [days * 24, 'delivered', city],
];

const delivered = (days: number) =>
  ({
    placedHoursAgo: days * 24 + 60,
    destination: hamburg,
    parcels: [{ carrier: 'dhl', tracker: 'aftership', beats: deliveredDaysAgo(days) }],
  }) as const;

/** Orders to send something back from, each for another walk. */
export const returnStories: readonly Story[] = [
  {
    key: 'return-three',
    ...delivered(3),
    lines: [
      ['dome', 1],
      ['pendant', 1],
      ['candle', 2],
    ],
    discount: { code: 'BLUEHOUR', percent: 10 },
    shipping: 490,
  },
  {
    key: 'return-small',
    ...delivered(2),
    lines: [
      ['reading', 1],
      ['bulb', 1],
    ],
  },
  {
    key: 'return-cancel',
    placedHoursAgo: 2,
    destination: hamburg,
    lines: [
      ['arc', 1],
      ['bulb', 2],
    ],
    shipping: 490,
    parcels: [],
  },
  { key: 'return-ended', ...delivered(41), lines: [['reading/rust', 1]], shipping: 490 },
  {
    key: 'return-final-sale',
    ...delivered(4),
    lines: [
      ['sconce', 1],
      ['candle/six', 1],
    ],
  },
  {
    key: 'return-gift',
    ...delivered(5),
    destination: { name: 'Tove Berg', street: 'Hein-Hoyer-Straße 5', city: 'Hamburg', postcode: '20359' },
    lines: [
      ['mushroom', 1],
      ['lantern', 1],
    ],
    isGift: true,
  },
  {
    key: 'return-dinar',
    placedHoursAgo: 270,
    destination: {
      name: 'Noor Al-Sabah',
      street: 'Salem Al Mubarak St 18',
      city: 'Kuwait',
      postcode: '20001',
    },
    currency: 'KWD',
    rate: 3.333,
    lines: [
      ['dome', 1],
      ['candle', 3],
    ],
    discount: { code: 'BLUEHOUR', percent: 10 },
    shipping: 1490,
    parcels: [{ carrier: 'aramex', tracker: 'aftership', beats: deliveredDaysAgo(6, 'Kuwait') }],
  },
  {
    key: 'return-tax-on-top',
    placedHoursAgo: 260,
    destination: { name: 'Ruth Okafor', street: '212 Bedford Ave', city: 'New York', postcode: '11249' },
    lines: [
      ['mushroom/amber', 1],
      ['bulb', 3],
    ],
    shipping: 1290,
    parcels: [{ carrier: 'fedex', tracker: 'shippo', beats: deliveredDaysAgo(5, 'New York') }],
  },
  {
    key: 'return-states',
    ...delivered(7),
    lines: [
      ['dome/olive', 1],
      ['mushroom', 1],
      ['pendant/indigo', 1],
      ['arc', 1],
      ['reading', 1],
      ['candle', 1],
      ['lantern', 1],
    ],
    discount: { code: 'BLUEHOUR', percent: 10 },
    shipping: 490,
  },
];
