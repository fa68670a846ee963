import type {
  Beat,
  CarrierKey,
  DemoLine,
  DemoOrder,
  DemoParcel,
  Destination,
  PickupPlace,
  Platform,
  Tracker,
} from './demo-order.ts';
import type { Happening } from './happenings.ts';
import { lineOf, taxAt } from './new-order.ts';
import { dayAt, type PlaceName } from './places.ts';

/** Something that happened, told as hours before now, and the day that was promised from then on, as days after today. */
export type Told = readonly [
  hoursAgo: number,
  happening: Happening,
  place: PlaceName | null,
  promise?: number,
];

/** A parcel of a story. Its items are `[index of the line, quantity]`; all lines when left out. */
export interface ToldParcel {
  readonly carrier: CarrierKey;
  readonly tracker: Tracker;
  readonly origin?: PlaceName;
  readonly items?: readonly (readonly [line: number, quantity: number])[];
  readonly beats: readonly Told[];
  readonly pickup?: PickupPlace;
  readonly signedBy?: string;
  readonly lastMile?: DemoParcel['lastMile'];
}

/** An order in one of the states a parcel can be in, told relative to now, so that the demo never ages. */
export interface Story {
  readonly key: string;
  readonly platform?: Platform;
  readonly placedHoursAgo: number;
  readonly destination: Destination;
  readonly locale?: string;
  readonly currency?: string;
  /** How many units of the currency a euro cent is; a yen has no smaller unit. */
  readonly rate?: number;
  /** `dome` is the lamp in its first colour, `dome/olive` in another one. */
  readonly lines: readonly (readonly [sold: string, quantity: number, title?: string])[];
  readonly discount?: DemoOrder['discount'];
  /** In euro cents; free unless told. */
  readonly shipping?: number;
  readonly isGift?: boolean;
  readonly parcels: readonly ToldParcel[];
  readonly cancelledHoursAgo?: number;
}

const hour = 3_600_000;

/** The order a story tells, as of `now`. `index` makes its number and its ids, which are the same every time. */
export function orderOf(story: Story, index: number, now: Date): DemoOrder {
  const ago = (hours: number): string => new Date(now.getTime() - hours * hour).toISOString();
  const number = String(1001 + index);
  const externalId = 6_104_000_000_000 + index * 1000;
  const lines = story.lines.map(([sold, quantity, title], at): DemoLine => {
    const line = lineOf(sold, quantity, externalId + 100 + at, story.rate);
    return title === undefined ? line : { ...line, title };
  });
  return {
    story: story.key,
    number,
    platform: story.platform ?? 'shopify',
    externalId,
    placedAt: ago(story.placedHoursAgo),
    locale: story.locale ?? 'en',
    email: `${story.key}@example.com`,
    phone: `+49 30 ${String(5550000 + index)}`,
    destination: story.destination,
    currency: story.currency ?? 'EUR',
    lines,
    discount: story.discount ?? null,
    shipping: Math.round((story.shipping ?? 0) * (story.rate ?? 1)),
    tax: taxAt(story.destination.city),
    parcels: story.parcels.map((parcel, at) =>
      parcelOf(parcel, externalId + 500 + at, lines, story.destination.city, now),
    ),
    returnParcels: [],
    giftCode: null,
    isGift: story.isGift ?? false,
    cancelledAt: story.cancelledHoursAgo === undefined ? null : ago(story.cancelledHoursAgo),
    refundedAt: null,
  };
}

/** A parcel as it is told, to a city. */
export function parcelOf(
  told: ToldParcel,
  id: number,
  lines: readonly DemoLine[],
  city: PlaceName,
  now: Date,
): DemoParcel {
  const beats = told.beats.map(([hoursAgo, happening, place, promise], index): Beat => {
    const then = new Date(now.getTime() - hoursAgo * hour);
    // Who went out yesterday is late; in the first hours of a day a parcel goes out as the story begins.
    const isOut = happening === 'out_for_delivery' && index === told.beats.length - 1;
    const isLate = isOut && dayAt(city, then, 0) !== dayAt(city, now, 0);
    const day = promise === undefined ? {} : { promise: dayAt(city, now, promise) };
    return { at: (isLate ? now : then).toISOString(), happening, place, ...day };
  });
  const items = told.items ?? lines.map((line, at) => [at, line.quantity] as const);
  return {
    id,
    carrier: told.carrier,
    tracker: told.tracker,
    trackingNumber: trackingNumberOf(told.carrier, id),
    shippedAt: beats[0]?.at ?? now.toISOString(),
    items: items.flatMap(([at, quantity]) => {
      const line = lines[at];
      return line ? [{ lineId: line.id, quantity }] : [];
    }),
    origin: told.origin ?? 'Berlin',
    beats,
    ...(told.pickup && { pickup: told.pickup }),
    ...(told.signedBy && { signedBy: told.signedBy }),
    ...(told.lastMile && { lastMile: told.lastMile }),
  };
}

/** A number that looks like one of the carrier's and is nobody's. */
export function trackingNumberOf(carrier: CarrierKey, id: number): string {
  // A multiple of a prime and a remainder, so that it does not look counted.
  const digits = String(100_000_000 + ((id % 99_991) * 7919 + 31_337)).slice(-9);
  const tail = digits.slice(2, 5);
  switch (carrier) {
    case 'ups':
      return `1Z999AA1${digits}7`;
    case 'usps':
      return `9400111899${digits}${tail}`;
    case 'dhl':
      return `00340434${digits}${tail}`;
    case 'dpd':
      return `01505${digits}`;
    case 'fedex':
      return `770${digits}`;
    case 'aramex':
      return `41${digits}`;
    case 'postnord':
      return `UA${digits}SE`;
  }
}
