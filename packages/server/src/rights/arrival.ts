import { dayIn, readInstant } from '../tracking/calendar.ts';
import { compareTexts } from '../tracking/reading.ts';
import type { CountFrom } from './days.ts';
import { laterDay } from './days.ts';
import type { Delivery } from './facts.ts';

/** The last that is known of a parcel: the day it was shipped, or a later scan. */
export interface News {
  readonly kind: 'shipped' | 'last_scan';
  readonly day: string;
}

/** How far units are on their way: the facts of their parcel, or of all parcels that hold them together. */
export interface Arrival {
  /** It left the store, or somebody has seen it on its way. */
  readonly isShipped: boolean;
  /** Every parcel is told to be delivered, whether a day is known or not. */
  readonly isDelivered: boolean;
  /** The day of the last delivery; null when a parcel is not delivered or its day is not known. */
  readonly deliveredDay: string | null;
  /** The day of the first delivery of which a day is known. */
  readonly firstDeliveredDay: string | null;
  /** A parcel that is not delivered is lost, or on its way back. */
  readonly isGone: boolean;
  /** The latest news of all parcels; null when nothing is known. */
  readonly news: News | null;
  /** Some parcel is told to be delivered, and nothing says when. */
  readonly isUndated: boolean;
  /** The parcels that are not told to be delivered. */
  readonly waiting: readonly { readonly status: Delivery['status']; readonly news: News | null }[];
}

const gone: ReadonlySet<Delivery['status']> = new Set(['lost', 'returning', 'returned']);
const unmoved: ReadonlySet<Delivery['status']> = new Set(['pending', 'label_created', 'cancelled']);

/** Reads the parcels that hold some units. The order of the parcels is of no importance. */
export function arrivalOf(parcels: readonly Delivery[], zone: string): Arrival {
  const day = (text: string | null): string | null => {
    const at = readInstant(text);
    return at === null ? null : dayIn(zone, at);
  };
  const read = parcels.map((parcel) => {
    const deliveredDay = day(parcel.deliveredAt);
    return {
      status: parcel.status,
      deliveredDay,
      isDelivered: deliveredDay !== null || parcel.status === 'delivered',
      news: newsOf(day(parcel.shippedAt), day(parcel.lastScanAt)),
    };
  });
  const waiting = read.filter((parcel) => !parcel.isDelivered);
  const days = read.flatMap(({ deliveredDay }) => (deliveredDay === null ? [] : [deliveredDay])).sort();
  return {
    isShipped: read.some(
      (parcel) => parcel.isDelivered || parcel.news !== null || !unmoved.has(parcel.status),
    ),
    isDelivered: waiting.length === 0,
    deliveredDay: days.length === read.length ? (days.at(-1) ?? null) : null,
    firstDeliveredDay: days[0] ?? null,
    isGone: waiting.some((parcel) => gone.has(parcel.status)),
    news: read.map((parcel) => parcel.news).reduce(laterNews, null),
    isUndated: read.some((parcel) => parcel.isDelivered && parcel.deliveredDay === null),
    waiting,
  };
}

function newsOf(shipped: string | null, scanned: string | null): News | null {
  const first: News | null = shipped === null ? null : { kind: 'shipped', day: shipped };
  return laterNews(first, scanned === null ? null : { kind: 'last_scan', day: scanned });
}

function laterNews(a: News | null, b: News | null): News | null {
  if (a === null || b === null) return a ?? b;
  if (a.day === b.day) return a.kind === 'shipped' ? a : b;
  return a.day < b.day ? b : a;
}

/** What the time for units is counted from: their delivery, or the last news and the store's buffer; null when nothing is known. */
export function countedFrom(arrival: Arrival, bufferDays: number): CountFrom | null {
  if (arrival.deliveredDay !== null) return { kind: 'delivered', day: arrival.deliveredDay, bufferDays: 0 };
  if (arrival.isGone || arrival.news === null) return null;
  return { ...arrival.news, bufferDays };
}

/** From when the units are in the shopper's hands. */
export type InHands = 'now' | 'unknown' | { readonly from: string; readonly count: CountFrom };

/** From when the units can be taken to be in the shopper's hands. */
export function inHands(arrival: Arrival, bufferDays: number): InHands {
  const count = countedFrom(arrival, bufferDays);
  if (arrival.deliveredDay === null && arrival.isDelivered) return 'now';
  return count === null ? 'unknown' : { from: laterDay(count.day, count.bufferDays), count };
}

/** Orders parcels by what is least use to the shopper first: lost or gone back, then the earliest delivered, then what is still to come. */
export function compareFates(a: Arrival, b: Arrival): number {
  return (
    rankOf(a) - rankOf(b) ||
    compareTexts(a.deliveredDay ?? a.news?.day ?? null, b.deliveredDay ?? b.news?.day ?? null)
  );
}

function rankOf(arrival: Arrival): number {
  if (arrival.isGone) return 0;
  if (arrival.deliveredDay !== null) return 1;
  return arrival.isDelivered ? 2 : 3;
}
