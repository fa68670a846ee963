import type { Order, Shipment } from '@postlude/contract';
import { schemaOrgOrderStatus } from '@postlude/contract/mappings';
import { firstZone, withOffset } from './calendar.ts';
import type { KnownOrder } from './known.ts';
import { readOrder } from './rules.ts';

/** A thing in JSON-LD. */
export type JsonLd = { [name: string]: string | JsonLd | JsonLd[] };

/**
 * A parcel of an order as schema.org ParcelDelivery (https://schema.org/ParcelDelivery), with what Gmail wants of it where
 * it is known (https://developers.google.com/workspace/gmail/markup/reference/types/ParcelDelivery): carrier, address,
 * order number, merchant, items, expected arrival. The address is as coarse as the card: city and country. Null when the
 * order has no such parcel, or none that is shown.
 *
 * The texts in it are the shop's and the carrier's own. Whoever writes it into a page must escape `<` in the JSON
 * (`\u003c`), as in any script element.
 */
export function parcelDelivery(known: KnownOrder, shipmentId: string, now: Date): JsonLd | null {
  const order = readOrder(known, now);
  const shipment = order.shipments.find((each) => each.id === shipmentId);
  return shipment ? describe(order, shipment) : null;
}

function describe(order: Order, shipment: Shipment): JsonLd {
  const { carrier, promise, trackingNumber, trackingUrl, pickup } = shipment;
  const zone = firstZone(promise?.zone ?? null, order.store.timeZone);
  const items = itemsOf(order, shipment);
  const address = addressOf(order);
  const organization = carrier && { '@type': 'Organization', name: carrier.name };
  return {
    '@context': 'https://schema.org',
    '@type': 'ParcelDelivery',
    // schema.org has renamed carrier to provider; Gmail asks for carrier.
    ...(organization && { carrier: organization, provider: organization }),
    ...(address && { deliveryAddress: address }),
    ...(promise && {
      expectedArrivalFrom: withOffset(zone, `${promise.from ?? promise.until}T00:00:00`),
      expectedArrivalUntil: withOffset(zone, `${promise.until}T23:59:59`),
    }),
    ...(items.length > 0 && { itemShipped: items }),
    partOfOrder: {
      '@type': 'Order',
      orderNumber: order.number,
      orderDate: order.placedAt,
      orderStatus: schemaOrgOrderStatus(shipment.status),
      merchant: {
        '@type': 'Organization',
        name: order.store.name,
        ...(order.store.contact.url && { url: order.store.contact.url }),
      },
    },
    ...(trackingNumber && { trackingNumber }),
    ...(trackingUrl && { trackingUrl }),
    hasDeliveryMethod: `https://schema.org/${pickup ? 'OnSitePickup' : 'ParcelService'}`,
    deliveryStatus: statusOf(shipment),
  };
}

function addressOf({ destination }: Order): JsonLd | null {
  if (!destination) return null;
  return {
    '@type': 'PostalAddress',
    ...(destination.city && { addressLocality: destination.city }),
    ...(destination.country && { addressCountry: destination.country }),
  };
}

function itemsOf(order: Order, shipment: Shipment): JsonLd[] {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  return shipment.items.flatMap((item) => {
    const line = lines.get(item.lineId);
    if (!line) return [];
    return {
      '@type': 'Product',
      name: line.variant ? `${line.title} (${line.variant})` : line.title,
      ...(line.imageUrl && { image: line.imageUrl }),
      ...(line.productUrl && { url: line.productUrl }),
    };
  });
}

/** The latest event; schema.org has no words for states, so its name is our status. */
function statusOf(shipment: Shipment): JsonLd {
  const event = shipment.events[0];
  const place = event?.place;
  const address: JsonLd = {
    '@type': 'PostalAddress',
    ...(place?.city && { addressLocality: place.city }),
    ...(place?.region && { addressRegion: place.region }),
    ...(place?.country && { addressCountry: place.country }),
  };
  return {
    '@type': 'DeliveryEvent',
    name: shipment.status,
    ...(event?.message && { description: event.message }),
    ...(event && { startDate: event.offset ? `${event.localTime}${event.offset}` : event.at }),
    ...(place && { location: { '@type': 'Place', address } }),
    ...(shipment.pickup?.code && { accessCode: shipment.pickup.code }),
    ...(shipment.pickup?.until && { availableThrough: shipment.pickup.until }),
  };
}
