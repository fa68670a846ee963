import type { PostalAddress } from './addresses.ts';
import type { Buyer } from './facts.ts';
import { compareNames } from './names.ts';

/** What is read of an order to compare buyers by. */
export interface BuyersOrder {
  readonly email: string | null;
  readonly customer_key: string | null;
  readonly phone_digits: string | null;
  readonly payment_key: string | null;
  readonly network_key: string | null;
  readonly destination: {
    readonly postcode: string | null;
    readonly country: string | null;
    readonly name?: string | null;
    readonly lines?: readonly string[];
  } | null;
}

/** What some orders of one buyer tell of them. */
export function buyerOf(orders: readonly BuyersOrder[]): Buyer {
  const own = ownOrders(orders);
  const every = <T>(from: readonly BuyersOrder[], one: (order: BuyersOrder) => T | null): T[] => [
    ...new Set(from.map(one).filter((value) => value !== null)),
  ];
  return {
    emails: every(orders, ({ email }) => email),
    customers: every(orders, ({ customer_key: key }) => key),
    payments: every(orders, ({ payment_key: key }) => key),
    networks: every(orders, ({ network_key: key }) => key),
    names: every(own, ({ destination }) => destination?.name ?? null),
    phones: every(own, ({ phone_digits: digits }) => digits),
    addresses: every(own, addressOf),
  };
}

const addressOf = ({ destination }: BuyersOrder): PostalAddress | null =>
  destination && {
    lines: destination.lines ?? [],
    postcode: destination.postcode,
    country: destination.country,
  };

/**
 * The orders that went to the buyer, and not to somebody they gave a present: those under the name most of them go to, the first of
 * the list's where two are as frequent. Orders without a name are the buyer's.
 */
function ownOrders(orders: readonly BuyersOrder[]): readonly BuyersOrder[] {
  const isTo = (order: BuyersOrder, name: string): boolean => {
    const other = order.destination?.name ?? null;
    return other === null || other === name || compareNames(name, other) === 'same';
  };
  let own = orders;
  let most = 0;
  for (const { destination } of orders) {
    if (!destination?.name) continue;
    const { name } = destination;
    const found = orders.filter((order) => isTo(order, name));
    if (found.length > most) {
      own = found;
      most = found.length;
    }
  }
  return own;
}
