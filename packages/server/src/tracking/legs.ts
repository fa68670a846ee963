import type { Carrier, Leg } from '@postlude/contract';
import { carrierByName, sameCarrier, trackingAddress } from '../carriers/index.ts';
import { readInstant, writeInstant } from './calendar.ts';
import type { KnownLeg, KnownShipment } from './known.ts';
import type { ParcelNews } from './news.ts';
import { readText } from './reading.ts';

/** How many carriers one journey may have. */
const mostLegs = 8;

/**
 * The carrier of a parcel. The shop's own word, unless it is one nobody knows and the tracking provider names one we
 * know; null when nobody named any.
 */
export function carrierOf(shipment: KnownShipment, news: ParcelNews): Carrier | null {
  const names = [
    readText(shipment.carrierName),
    ...news.tracks.map((track) => track.carrierName),
    news.events.at(-1)?.carrierName ?? null,
  ];
  const carriers = names.filter((name) => name !== null).map(carrierByName);
  return (
    carriers.find((carrier) => carrier?.code != null) ?? carriers.find((carrier) => carrier !== null) ?? null
  );
}

/**
 * Who carries a parcel, one after the other: as the newest source that knows says, or as a hand-over among the events
 * shows. Empty when there is one carrier only.
 */
export function legsOf(shipment: KnownShipment, carrier: Carrier | null, news: ParcelNews): Leg[] {
  const track = news.tracks.find((each) => each.legs.length > 0);
  const told = track?.legs.flatMap(readLeg) ?? [];
  const legs = told.length > 0 ? told : legsOfEvents(news);
  if (legs.length === 0) return [];
  // Whom the source takes for the parcel's own carrier comes first without being told, unless it has a place among them.
  const own = (track?.carrierName ? carrierByName(track.carrierName) : null) ?? carrier;
  const missing = own !== null && !legs.some((leg) => sameCarrier(leg.carrier, own));
  const all = missing ? [ownLeg(shipment, own), ...legs] : legs.map((leg) => withNumber(leg, shipment, own));
  return all.length < 2 ? [] : all.slice(0, mostLegs);
}

function readLeg(leg: KnownLeg): Leg[] {
  const carrier = carrierByName(leg.carrierName);
  if (carrier === null) return [];
  const since = readInstant(leg.since);
  const trackingNumber = readText(leg.trackingNumber);
  return [
    {
      carrier,
      trackingNumber,
      trackingUrl: trackingAddress(carrier, trackingNumber, leg.trackingUrl),
      since: since === null ? null : writeInstant(since),
    },
  ];
}

const ownLeg = (shipment: KnownShipment, carrier: Carrier): Leg => {
  const trackingNumber = readText(shipment.trackingNumber);
  const shippedAt = readInstant(shipment.shippedAt);
  return {
    carrier,
    trackingNumber,
    trackingUrl: trackingAddress(carrier, trackingNumber, shipment.trackingUrl),
    since: shippedAt === null ? null : writeInstant(shippedAt),
  };
};

/** The parcel's own number belongs to the leg of the carrier the shop named. */
function withNumber(leg: Leg, shipment: KnownShipment, carrier: Carrier | null): Leg {
  if (leg.trackingNumber !== null || carrier === null || !sameCarrier(leg.carrier, carrier)) return leg;
  return { ...ownLeg(shipment, leg.carrier), since: leg.since };
}

/** The carriers on both sides of each hand-over that the events tell of. */
function legsOfEvents(news: ParcelNews): Leg[] {
  if (!news.events.some((event) => event.subStatus === 'handed_over')) return [];
  const named = news.events.map((event) => ({
    at: event.at,
    handedOver: event.subStatus === 'handed_over',
    carrier: event.carrierName === null ? null : carrierByName(event.carrierName),
  }));
  const legs: Leg[] = [];
  const add = (carrier: Carrier, since: number | null) =>
    legs.push({
      carrier,
      trackingNumber: null,
      trackingUrl: null,
      since: since === null ? null : writeInstant(since),
    });
  named.forEach((event, index) => {
    const giver = legs.at(-1)?.carrier ?? named.slice(0, index).findLast((each) => each.carrier)?.carrier;
    if (!event.handedOver || !giver) return;
    // Some carriers tell the hand-over they make, others the one they receive: the taker is the next other name.
    const taker = named
      .slice(index)
      .find((each) => each.carrier && !sameCarrier(each.carrier, giver))?.carrier;
    if (!taker) return;
    if (legs.length === 0) add(giver, null);
    add(taker, event.at);
  });
  return legs;
}
