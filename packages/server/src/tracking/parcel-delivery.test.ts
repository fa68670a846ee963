import { describe, expect, it } from 'vitest';
import { parcelDelivery } from './parcel-delivery.ts';
import { idFor, known, line, now, parcel, promised, scan, snapshot } from './testing/build.ts';

const monday = '2026-11-23T10:00:00.000Z';
const id = idFor('shipment', 'f1');
const at = new Date(now);

describe('A parcel as JSON-LD', () => {
  it('has what Gmail and schema.org ask of a ParcelDelivery', () => {
    const order = known({
      lines: [line('a', { title: 'Shirt', variant: 'Blue', imageUrl: 'https://linden.example/a.jpg' })],
      promises: [promised('2026-11-26/2026-11-27', monday)],
      events: [
        scan('in_transit', monday, {
          message: 'Arrived',
          place: { city: 'Leipzig', region: null, country: 'DE' },
        }),
      ],
    });
    const carrier = { '@type': 'Organization', name: 'DHL Express' };
    expect(parcelDelivery(order, id, at)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ParcelDelivery',
      carrier,
      provider: carrier,
      deliveryAddress: { '@type': 'PostalAddress', addressLocality: 'Leipzig', addressCountry: 'DE' },
      expectedArrivalFrom: '2026-11-26T00:00:00+01:00',
      expectedArrivalUntil: '2026-11-27T23:59:59+01:00',
      itemShipped: [{ '@type': 'Product', name: 'Shirt (Blue)', image: 'https://linden.example/a.jpg' }],
      partOfOrder: {
        '@type': 'Order',
        orderNumber: '1001',
        orderDate: '2026-11-22T18:00:00.000Z',
        orderStatus: 'https://schema.org/OrderInTransit',
        merchant: { '@type': 'Organization', name: 'Linden & Co.', url: 'https://linden.example/help' },
      },
      trackingNumber: 'JD014600003SE',
      trackingUrl: 'https://www.dhl.com/global-en/home/tracking.html?submit=1&tracking-id=JD014600003SE',
      hasDeliveryMethod: 'https://schema.org/ParcelService',
      deliveryStatus: {
        '@type': 'DeliveryEvent',
        name: 'in_transit',
        description: 'Arrived',
        startDate: '2026-11-23T11:00:00+01:00',
        location: {
          '@type': 'Place',
          address: { '@type': 'PostalAddress', addressLocality: 'Leipzig', addressCountry: 'DE' },
        },
      },
    });
  });

  it('leaves out what is not known', () => {
    const bare = known({
      order: { ...known().order, destination: null },
      shipments: [parcel({ carrierName: null, trackingNumber: null, shippedAt: null, items: [] })],
    });
    const names = Object.keys(parcelDelivery(bare, id, at) ?? {});
    expect(names).toEqual(['@context', '@type', 'partOfOrder', 'hasDeliveryMethod', 'deliveryStatus']);
  });

  it('tells where and how a parcel is collected', () => {
    const pickup = { name: 'Kiosk', address: [], hours: [], code: '4711', until: '2026-12-01' };
    const order = known({
      events: [scan('available_for_pickup', monday)],
      tracks: [snapshot(null, monday, { pickup })],
    });
    expect(parcelDelivery(order, id, at)).toMatchObject({
      hasDeliveryMethod: 'https://schema.org/OnSitePickup',
      deliveryStatus: { accessCode: '4711', availableThrough: '2026-12-01' },
      partOfOrder: { orderStatus: 'https://schema.org/OrderPickupAvailable' },
    });
  });

  it('is none for a parcel the order does not have', () => {
    expect(parcelDelivery(known(), idFor('shipment', 'other'), at)).toBeNull();
  });
});
