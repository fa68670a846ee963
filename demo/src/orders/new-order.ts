import { productOf } from '../catalogue.ts';
import type { DemoOrder } from './demo-order.ts';

/** A new order of two lamps, placed now, for playing it from its beginning. */
export function newOrder(now: Date, number: string): DemoOrder {
  const externalId = now.getTime() * 1000;
  return {
    story: 'new',
    number,
    platform: 'woocommerce',
    externalId,
    placedAt: now.toISOString(),
    locale: 'en',
    email: 'mara@example.com',
    phone: '+49 40 5550199',
    destination: { name: 'Mara Lindgren', street: 'Eppendorfer Weg 12', city: 'Hamburg', postcode: '20259' },
    currency: 'EUR',
    lines: ['mushroom', 'lantern'].map((productId, at) => ({
      ...{ id: externalId + 100 + at, productId, quantity: 1 },
      ...{ title: productOf(productId).title, variant: productOf(productId).variant },
      price: productOf(productId).price,
    })),
    parcels: [],
    cancelledAt: null,
  };
}
