import {
  actionFor,
  type DeliveryProof,
  type PickupPoint,
  type RequiredAction,
  type ShopperAction,
  type TrackingSubStatus,
} from '@postlude/contract';
import { clockIn, dayIn, isDay, writeInstant } from './calendar.ts';
import type { Word } from './current.ts';
import type { KnownStore } from './known.ts';
import type { ParcelEvent, ParcelNews } from './news.ts';
import { readAddress, readText } from './reading.ts';

/** Texts of a pick-up point a card has room for. */
const mostLines = 20;

/**
 * Where the parcel can be collected. Told as soon as it is known, so that the shopper sees the place before the parcel is
 * there; gone once the parcel is collected, cancelled or on its way back, for its code is of no use then.
 */
export function pickupOf(word: Word, news: ParcelNews): PickupPoint | null {
  if (['delivered', 'returning', 'returned', 'lost', 'cancelled'].includes(word.status)) return null;
  const pickup = news.tracks.find((track) => track.pickup !== null)?.pickup;
  if (!pickup) return null;
  const lines = (texts: readonly string[]) =>
    texts.filter((text) => readText(text) !== null).slice(0, mostLines);
  const point = {
    name: readText(pickup.name),
    address: lines(pickup.address),
    hours: lines(pickup.hours),
    code: readText(pickup.code),
    until: pickup.until !== null && isDay(pickup.until) ? pickup.until : null,
  };
  const empty = !point.name && !point.code && !point.until && point.address.length + point.hours.length === 0;
  return empty ? null : point;
}

/** The handing over of a parcel: when, and the event that tells of it if there is one. */
export interface Delivery {
  readonly at: number;
  readonly event: ParcelEvent | null;
}

/**
 * When a delivered parcel was handed over: at its first delivery since it last came back, for the signature and the photo
 * follow as events of their own. An event with a zone is believed before one without.
 */
export function deliveryOf(word: Word, news: ParcelNews): Delivery | null {
  if (word.status !== 'delivered' || word.at === null) return null;
  const turn = news.events.findLastIndex(
    (event) => event.status === 'returning' || event.status === 'returned',
  );
  const told = news.events.slice(turn + 1).filter((event) => event.status === 'delivered');
  const event = told.find((each) => each.offset !== null) ?? told[0] ?? word.event;
  return { at: event?.at ?? word.at, event };
}

/** The day of a delivery where it happened. */
export const dayOfDelivery = (delivery: Delivery, zone: string): string =>
  delivery.event?.localTime.slice(0, 10) ?? dayIn(zone, delivery.at);

/** What is known of the handing over: when, from its event, and to whom, from the snapshots, the newest first. */
export function proofOf(delivery: Delivery | null, news: ParcelNews, zone: string): DeliveryProof | null {
  if (delivery === null) return null;
  const proofs = news.tracks.map((track) => track.proof).filter((proof) => proof !== null);
  const { event } = delivery;
  const moment = event
    ? { at: writeInstant(event.at), localTime: event.localTime, offset: event.offset }
    : { at: writeInstant(delivery.at), localTime: clockIn(zone, delivery.at), offset: null };
  return {
    ...moment,
    signedBy: firstOf(proofs, (proof) => readText(proof.signedBy)),
    leftAt: firstOf(proofs, (proof) => readText(proof.leftAt)),
    photoUrl: firstOf(proofs, (proof) => readAddress(proof.photoUrl)),
  };
}

/** The first value that some row has. */
function firstOf<Row, Value>(rows: readonly Row[], read: (row: Row) => Value | null): Value | null {
  for (const row of rows) {
    const value = read(row);
    if (value !== null) return value;
  }
  return null;
}

/**
 * What the shopper must do, if anything: by the vocabulary for what is said of the parcel. Where it can be done: at the
 * address the provider gives, else on the carrier's page, or the store's for what only the store can settle.
 */
export function requiredActionOf(
  word: Word,
  news: ParcelNews,
  pickup: PickupPoint | null,
  trackingUrl: string | null,
  store: KnownStore,
): RequiredAction | null {
  const action = neededAction(word);
  if (action === null) return null;
  const told = firstOf(news.tracks, (track) => readAddress(track.actionUrl));
  if (action === 'collect') return { action, url: told, until: pickup?.until ?? null };
  const elsewhere = action === 'contact_store' ? readAddress(store.contact.url) : trackingUrl;
  return { action, url: told ?? elsewhere, until: null };
}

function neededAction(word: Word): ShopperAction | null {
  if (word.status === 'available_for_pickup') return 'collect';
  if (!word.actionRequired || finished.has(word.status)) return null;
  return actionFor(word.status, word.subStatus as TrackingSubStatus | null) ?? 'contact_store';
}

const finished: ReadonlySet<string> = new Set(['delivered', 'returned', 'lost', 'cancelled']);
