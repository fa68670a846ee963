import { soldAs } from '../catalogue.ts';
import type { DemoLine, DemoOrder, Destination } from './demo-order.ts';
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

/** Who orders, and where it goes. */
export interface Buyer {
  readonly email: string;
  readonly phone: string;
  readonly locale: string;
  readonly destination: Destination;
}

const mara: Buyer = {
  email: 'mara@example.com',
  phone: '+49 40 5550199',
  locale: 'en',
  destination: { name: 'Mara Lindgren', street: 'Eppendorfer Weg 12', city: 'Hamburg', postcode: '20259' },
};

/** What a new order is made of. */
export interface NewOrder {
  readonly story: string;
  readonly number: string;
  readonly externalId: number;
  readonly placedAt: Date;
  readonly buyer: Buyer;
  /** In the catalogue: `dome/olive`. */
  readonly sold: readonly string[];
  readonly discount: DemoOrder['discount'];
}

/** An order that was placed and not packed yet. */
export function placed({ buyer, sold, placedAt, ...order }: NewOrder): DemoOrder {
  return {
    ...order,
    ...buyer,
    platform: 'shopify',
    placedAt: placedAt.toISOString(),
    currency: 'EUR',
    lines: sold.map((one, at) => lineOf(one, 1, order.externalId + 100 + at)),
    shipping: 490,
    tax: taxAt(buyer.destination.city),
    parcels: [],
    returnParcels: [],
    giftCode: null,
    isGift: false,
    cancelledAt: null,
    refundedAt: null,
  };
}

/** A new order of two lamps, placed now, for playing it from its beginning. */
export const newOrder = (now: Date, number: string): DemoOrder =>
  placed({
    ...{ story: 'new', number, externalId: now.getTime() * 1000, placedAt: now, buyer: mara },
    ...{ sold: ['mushroom', 'lantern'], discount: null },
  });
