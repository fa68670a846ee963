import type { DemoOrder, Discount } from '../orders/demo-order.ts';
import { type Buyer, placed } from '../orders/new-order.ts';
import { deliveredDaysAgo } from '../orders/return-stories.ts';
import { parcelOf } from '../orders/story.ts';

/** A friend of the shopper who recommended the shop, and what came of it. */
export interface Friend {
  readonly name: string;
  readonly email: string;
  readonly street: string;
  readonly sold: string;
  /** When the parcel came; null while it was not sent. */
  readonly deliveredDaysAgo: number | null;
  readonly refunded?: boolean;
  /** Whether the friend bought anything yet. */
  readonly ordered: boolean;
}

/** One friend for each thing that can become of a recommendation. */
export const friends: readonly Friend[] = [
  {
    ...{ name: 'Ada Okafor', email: 'ada@example.net', street: 'Lange Reihe 3', sold: 'dome' },
    ...{ deliveredDaysAgo: 60, ordered: true },
  },
  {
    ...{ name: 'Bruno Keller', email: 'bruno@example.net', street: 'Ostweg 41', sold: 'pendant' },
    ...{ deliveredDaysAgo: 4, ordered: true },
  },
  {
    ...{ name: 'Chiara Neri', email: 'chiara@example.net', street: 'Am Wall 7', sold: 'mushroom' },
    ...{ deliveredDaysAgo: 6, refunded: true, ordered: true },
  },
  {
    // The shopper's own name, around the corner, with a mailbox made to be thrown away.
    ...{ name: 'Mara Lindgren', email: 'lampfan@mailinator.com', street: 'Hegestraße 40' },
    ...{ sold: 'mushroom', deliveredDaysAgo: 5, ordered: true },
  },
  {
    ...{ name: 'Emil Sand', email: 'emil@example.net', street: 'Kirchgasse 2', sold: 'candle' },
    ...{ deliveredDaysAgo: 3, ordered: true },
  },
  {
    ...{ name: 'Farida Aziz', email: 'farida@example.net', street: 'Parkallee 19', sold: 'dome' },
    ...{ deliveredDaysAgo: null, ordered: false },
  },
];

/** The first order of a friend, with the code of the claim. */
export function orderOfFriend(
  friend: Friend,
  {
    number,
    externalId,
    now,
    discount,
  }: { number: string; externalId: number; now: Date; discount: Discount | null },
): DemoOrder {
  const daysAgo = friend.deliveredDaysAgo;
  const placedAt = new Date(now.getTime() - ((daysAgo ?? 0) * 24 + 60) * 3_600_000);
  const order = placed({
    ...{ story: 'referral-friend', number, externalId, placedAt, discount, sold: [friend.sold] },
    buyer: buyerOf(friend),
  });
  if (daysAgo === null) return order;
  const told = { carrier: 'dhl', tracker: 'aftership', beats: deliveredDaysAgo(daysAgo) } as const;
  order.parcels.push(parcelOf(told, externalId + 500, order.lines, order.destination.city, now));
  if (friend.refunded) order.refundedAt = new Date(now.getTime() - 3_600_000).toISOString();
  return order;
}

const buyerOf = ({ name, email, street }: Friend): Buyer => ({
  email,
  phone: `+49 40 ${5_551_000 + street.length * 17 + name.length}`,
  locale: 'en',
  destination: { name, street, city: 'Hamburg', postcode: '20259' },
});
