import { soldAs } from '../catalogue.ts';
import type { DemoLine, DemoOrder } from './demo-order.ts';
import { type PlaceName, places } from './places.ts';

/** A line of so many units of what the catalogue names. `rate` is how many units of the currency a euro cent is. */
export function lineOf(sold: string, quantity: number, id: number, rate = 1): DemoLine {
  const { product, variant } = soldAs(sold);
  const price = Math.round(variant.price * rate);
  return {
    id,
    sold: `${product.id}/${variant.key}`,
    title: product.title,
    variant: variant.title,
    quantity,
    price,
  };
}

/** Tax in percent: inside the price in Europe, on top of it in New York, none where the shop exports to. */
const taxes: Readonly<Record<string, DemoOrder['tax']>> = {
  DE: { percent: 19, included: true },
  AT: { percent: 20, included: true },
  SE: { percent: 25, included: true },
  GB: { percent: 20, included: true },
};

/** The tax on what goes to a place. */
export const taxAt = (place: PlaceName): DemoOrder['tax'] =>
  place === 'New York'
    ? { percent: 8.875, included: false }
    : (taxes[places[place].country] ?? { percent: 0, included: true });

/** A new order of two lamps, placed now, for playing it from its beginning. */
export function newOrder(now: Date, number: string): DemoOrder {
  const externalId = now.getTime() * 1000;
  return {
    story: 'new',
    number,
    platform: 'shopify',
    externalId,
    placedAt: now.toISOString(),
    locale: 'en',
    email: 'mara@example.com',
    phone: '+49 40 5550199',
    destination: { name: 'Mara Lindgren', street: 'Eppendorfer Weg 12', city: 'Hamburg', postcode: '20259' },
    currency: 'EUR',
    lines: ['mushroom', 'lantern'].map((sold, at) => lineOf(sold, 1, externalId + 100 + at)),
    discount: null,
    shipping: 490,
    tax: taxAt('Hamburg'),
    parcels: [],
    returnParcels: [],
    giftCode: null,
    isGift: false,
    cancelledAt: null,
  };
}
