import type { DemoOrder } from './demo-order.ts';

/** The shop's orders, kept in the data folder. */
export interface OrderBook {
  all(): readonly DemoOrder[];
  find(number: string): DemoOrder | undefined;
  /** A number no order has yet. */
  nextNumber(): string;
  add(order: DemoOrder): Promise<void>;
  /** Keeps what was changed in an order. */
  save(): Promise<void>;
}

/** A book over a list, which `keep` writes away. */
export function createOrderBook(orders: DemoOrder[], keep: () => Promise<void>): OrderBook {
  return {
    all: () => orders,
    find: (number) => orders.find((order) => order.number === number),
    nextNumber: () => String(Math.max(1000, ...orders.map((order) => Number(order.number))) + 1),
    add: async (order) => {
      orders.push(order);
      await keep();
    },
    save: keep,
  };
}
