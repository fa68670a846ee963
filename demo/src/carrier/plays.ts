import type { DemoOrder, DemoParcel } from '../orders/demo-order.ts';
import type { Happening } from '../orders/happenings.ts';
import { lineOf } from '../orders/new-order.ts';
import { dayAt, type PlaceName, places } from '../orders/places.ts';
import { trackingNumberOf } from '../orders/story.ts';
import type { ProviderMessage } from '../providers/message.ts';
import { orderRefunded, orderUpdated, parcelMoved, parcelPacked } from '../providers/messages.ts';

/** What the panel can play, in the order of its buttons. */
export const plays = ['next', 'deliver', 'delay', 'customs', 'lost', 'second-parcel', 'refund'] as const;

/** One of the panel's buttons. */
export type Play = (typeof plays)[number];

/** What a play needs to know beside the order. */
export interface Stage {
  readonly now: Date;
  /** Which parcel is meant; the newest when it has no such one. */
  readonly parcel: number;
  /** Where the shop serves its product pictures. */
  readonly pictures: string;
}

/** Which plays make sense for an order and one of its parcels now. */
export function possiblePlays(order: DemoOrder, index: number): Play[] {
  if (order.cancelledAt || order.refundedAt) return [];
  const refund = order.platform === 'shopify' ? (['refund'] as const) : [];
  const parcel = parcelAt(order, index);
  if (!parcel) return ['next', ...refund];
  if (nextHappening(order, parcel) === null) return ['second-parcel', ...refund];
  return plays.filter((name) => name !== 'refund' || refund.length > 0);
}

/** Plays: adds to the order what happens, and gives the messages the platform and the carrier send about it. */
export function play(name: Play, order: DemoOrder, stage: Stage): ProviderMessage[] {
  if (!possiblePlays(order, stage.parcel).includes(name)) return [];
  if (name === 'second-parcel') return secondParcel(order, stage);
  if (name === 'refund') {
    order.refundedAt = stage.now.toISOString();
    return orderRefunded(order, order.refundedAt);
  }
  const parcel = parcelAt(order, stage.parcel);
  if (!parcel) return pack(order, stage, everything(order));
  const destination = order.destination.city;
  switch (name) {
    case 'next':
      return happen(order, parcel, stage, nextHappening(order, parcel) ?? 'delivered');
    case 'deliver':
      return happen(order, parcel, stage, 'delivered');
    case 'delay':
      return happen(order, parcel, stage, 'weather', laterDay(order, parcel, stage.now));
    case 'customs':
      return happen(order, parcel, stage, 'customs_payment', undefined, destination);
    case 'lost':
      return happen(order, parcel, stage, 'lost');
  }
}

const parcelAt = (order: DemoOrder, index: number): DemoParcel | undefined =>
  order.parcels[index] ?? order.parcels.at(-1);

function happen(
  order: DemoOrder,
  parcel: DemoParcel,
  { now }: Stage,
  happening: Happening,
  promise?: string,
  place = placeOf(order, parcel, happening),
): ProviderMessage[] {
  parcel.beats.push({ at: now.toISOString(), happening, place, ...(promise && { promise }) });
  return [parcelMoved(order, parcel, parcel.beats)];
}

type Items = DemoParcel['items'];

const everything = (order: DemoOrder): Items =>
  order.lines.map((line) => ({ lineId: line.id, quantity: line.quantity }));

function pack(order: DemoOrder, { now, pictures }: Stage, items: Items): ProviderMessage[] {
  const id = order.externalId + 500 + order.parcels.length;
  const at = now.toISOString();
  const abroad = places[order.destination.city].country !== 'DE';
  const carrier = order.parcels.length > 0 ? 'ups' : abroad ? 'dpd' : 'dhl';
  const parcel: DemoParcel = {
    id,
    carrier,
    tracker: order.parcels.length > 0 ? 'easypost' : 'aftership',
    trackingNumber: trackingNumberOf(carrier, id),
    shippedAt: at,
    items,
    origin: 'Berlin',
    beats: [{ at, happening: 'label', place: 'Berlin', promise: dayAt(order.destination.city, now, 3) }],
  };
  order.parcels.push(parcel);
  return [parcelPacked(order, parcel, pictures), parcelMoved(order, parcel, parcel.beats)];
}

/** What is in no parcel yet; when nothing is left the shop adds a bulb as a present, so that there is something to send. */
function secondParcel(order: DemoOrder, stage: Stage): ProviderMessage[] {
  const packed = (lineId: number): number =>
    order.parcels
      .flatMap((parcel) => parcel.items)
      .reduce((sum, item) => (item.lineId === lineId ? sum + item.quantity : sum), 0);
  const left = everything(order)
    .map((item) => ({ ...item, quantity: item.quantity - packed(item.lineId) }))
    .filter((item) => item.quantity > 0);
  if (left.length > 0) return pack(order, stage, left);
  const gift = { ...lineOf('bulb', 1, order.externalId + 100 + order.lines.length), price: 0 };
  order.lines.push(gift);
  const updated = orderUpdated(order, stage.now.toISOString(), stage.pictures);
  return [updated, ...pack(order, stage, [{ lineId: gift.id, quantity: 1 }])];
}

const withoutCustoms: readonly Happening[] = [
  'label',
  'accepted',
  'departed',
  'arrived',
  'out_for_delivery',
  'delivered',
];
const throughCustoms: readonly Happening[] = [
  'label',
  'accepted',
  'departed',
  'arrived_in_country',
  'customs_started',
  'customs_cleared',
  'arrived',
  'out_for_delivery',
  'delivered',
];

/** What comes after something that is not on the ordinary way. */
const afterwards: Partial<Record<Happening, Happening | null>> = {
  weather: 'resumed',
  lost: 'resumed',
  customs_payment: 'customs_cleared',
  nobody_home: 'out_for_delivery',
  ready_for_pickup: 'delivered',
  damaged: 'returning',
  returning: 'returned',
  handed_over: 'arrived',
  returned: null,
  delivered: null,
  delivered_signed: null,
};

const union = new Set(['DE', 'AT', 'SE']);

/** What happens to a parcel next when nothing goes wrong; null when it is at its end. */
export function nextHappening(order: DemoOrder, parcel: DemoParcel): Happening | null {
  const last = parcel.beats.at(-1)?.happening;
  if (last === undefined) return 'label';
  const after = afterwards[last];
  if (after !== undefined) return after;
  const inUnion =
    union.has(places[order.destination.city].country) && union.has(places[parcel.origin].country);
  const domestic = places[order.destination.city].country === places[parcel.origin].country;
  const way = inUnion || domestic ? withoutCustoms : throughCustoms;
  const reached = Math.max(...parcel.beats.map((beat) => way.indexOf(beat.happening)));
  return way[reached + 1] ?? null;
}

function placeOf(order: DemoOrder, parcel: DemoParcel, happening: Happening): PlaceName | null {
  switch (happening) {
    case 'label':
    case 'accepted':
    case 'returned':
      return parcel.origin;
    case 'departed':
      return parcel.origin === 'New York' ? 'Louisville' : 'Leipzig';
    case 'weather':
    case 'resumed':
      return parcel.beats.findLast((beat) => beat.place)?.place ?? parcel.origin;
    case 'lost':
      return null;
    default:
      return order.destination.city;
  }
}

/** Two days after what was promised, or after today when that is over. */
function laterDay(order: DemoOrder, parcel: DemoParcel, now: Date): string {
  const today = dayAt(order.destination.city, now, 0);
  const promised = parcel.beats.findLast((beat) => beat.promise)?.promise ?? today;
  const from = [promised, today].sort().at(-1) ?? today;
  return new Date(Date.parse(`${from}T00:00:00Z`) + 2 * 86_400_000).toISOString().slice(0, 10);
}
