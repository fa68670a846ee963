import type { DeliveryPromise, Shipment, TrackingStatus } from '@postlude/contract';
import { trackingAddress } from '../carriers/index.ts';
import { clockAtOffset, dayIn, firstZone, offsetMinutes, readInstant, writeInstant } from './calendar.ts';
import { currentWord, type Word } from './current.ts';
import { tellEvents } from './events.ts';
import { dayOfDelivery, deliveryOf, pickupOf, proofOf, requiredActionOf } from './handover.ts';
import { headlineOf } from './headline.ts';
import type { Goods } from './items.ts';
import type { KnownOrder, KnownShipment } from './known.ts';
import { lateDaysOf, stalledDaysOf } from './lateness.ts';
import { carrierOf, legsOf } from './legs.ts';
import type { ParcelNews } from './news.ts';
import { readLedger } from './promises.ts';
import { readText } from './reading.ts';
import { stepsOf } from './steps.ts';

/** A parcel as the card shows it, with what the order's own rules need besides. */
export interface Parcel {
  readonly shipment: Shipment;
  /** True once it is out of the shop's hands. */
  readonly left: boolean;
  /** When the latest news of it happened; null without any. */
  readonly newsAt: number | null;
}

const notLeft: ReadonlySet<TrackingStatus> = new Set(['pending', 'label_created', 'cancelled']);

/** Applies every rule about a parcel to what is known of it. */
export function readParcel(
  row: KnownShipment,
  news: ParcelNews,
  goods: Goods,
  known: KnownOrder,
  now: number,
): Parcel {
  const { store } = known;
  const shippedAt = readInstant(row.shippedAt);
  const trackingNumber = readText(row.trackingNumber);
  const word = currentWord(news, shippedAt, trackingNumber !== null, now);

  const delivery = deliveryOf(word, news);
  const deliveredAt = delivery?.at ?? null;
  const ledger = readLedger(news.promises, news.events, deliveredAt);
  const promise: DeliveryPromise | null = ledger.at(-1)?.promise ?? null;
  const zone = firstZone(promise?.zone ?? null, store.timeZone);
  const today = dayIn(zone, now);

  const carrier = carrierOf(row, news);
  const trackingUrl = trackingAddress(carrier, trackingNumber, row.trackingUrl);
  const pickup = pickupOf(word, news);
  const action = requiredActionOf(word, news, pickup, trackingUrl, store);
  const lastEventAt = news.events.at(-1)?.at ?? null;
  const lateDays = lateDaysOf(word.status, promise, today);
  const stalledDays = stalledDaysOf({
    status: word.status,
    tracked: lastEventAt !== null || news.tracks.some((track) => track.said !== null),
    lastEventAt,
    shippedAt,
    patience: store.stalledAfterDays,
    now,
  });
  const headline = headlineOf({
    status: word.status,
    action,
    promise,
    pickup,
    lateDays,
    stalledDays,
    deliveredOn: delivery && dayOfDelivery(delivery, zone),
    outToday: isFromToday(word, zone, now),
    today,
  });
  const waiting = word.status === 'available_for_pickup';
  const shipment: Shipment = {
    id: row.id,
    status: word.status,
    subStatus: word.subStatus,
    headline,
    steps: stepsOf({
      status: word.status,
      events: news.events,
      placedAt: readInstant(known.order.placedAt),
      shippedAt,
      deliveredAt,
      troubled: !waiting && (headline.tone === 'warning' || headline.tone === 'problem'),
      onlyMarked: word.at === null && word.status === 'in_transit',
    }),
    items: goods.itemsOf(row),
    carrier,
    trackingNumber,
    trackingUrl,
    legs: legsOf(row, carrier, news),
    shippedAt: shippedAt === null ? null : writeInstant(shippedAt),
    deliveredAt: deliveredAt === null ? null : writeInstant(deliveredAt),
    promise,
    promises: ledger,
    lateDays,
    stalledDays,
    actionRequired: action,
    pickup,
    proof: proofOf(delivery, news, zone),
    events: tellEvents(news.events),
  };
  return {
    shipment,
    left:
      !notLeft.has(word.status) || (shippedAt !== null && shippedAt <= now && word.status !== 'cancelled'),
    newsAt: latest(lastEventAt, word.at),
  };
}

/** Whether the day on which a word was said still lasts where it was said. */
function isFromToday(word: Word, zone: string, now: number): boolean {
  if (word.event === null) return word.at !== null && dayIn(zone, word.at) === dayIn(zone, now);
  const minutes = offsetMinutes(word.event.offset);
  const today = minutes === null ? dayIn(zone, now) : clockAtOffset(now, minutes).slice(0, 10);
  return word.event.localTime.slice(0, 10) === today;
}

const latest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
