import type { Destination } from './demo-order.ts';
import type { Told } from './story.ts';

/** Somebody in Austria. */
export const vienna: Destination = {
  name: 'Jonas Reiter',
  street: 'Lindengasse 8',
  city: 'Wien',
  postcode: '1070',
};
/** Somebody in the United States. */
export const portland: Destination = {
  name: 'June Alvarez',
  street: '114 NE Fremont St',
  city: 'Portland',
  postcode: '97212',
};
/** Somebody in the United Kingdom. */
export const london: Destination = {
  name: 'Priya Nair',
  street: '9 Calvert Avenue',
  city: 'London',
  postcode: 'E2 7JP',
};
/** Somebody in Sweden. */
export const stockholm: Destination = {
  name: 'Elin Åkesson',
  street: 'Skånegatan 71',
  city: 'Stockholm',
  postcode: '116 37',
};
/** Somebody in the Emirates. */
export const dubai: Destination = {
  name: 'ليلى الحداد',
  street: 'شارع الوصل ١٤',
  city: 'Dubai',
  postcode: '00000',
};
/** Somebody in Japan. */
export const tokyo: Destination = {
  name: '佐藤 葵',
  street: '渋谷区神宮前 4-2',
  city: 'Tokyo',
  postcode: '150-0001',
};

/** The first day or two of a parcel that leaves Berlin, ended `hoursAgo`. */
export const onItsWay = (hoursAgo: number, promise?: number): Told[] => [
  promise === undefined ? [hoursAgo + 26, 'label', 'Berlin'] : [hoursAgo + 26, 'label', 'Berlin', promise],
  [hoursAgo + 20, 'accepted', 'Berlin'],
  [hoursAgo, 'departed', 'Leipzig'],
];
