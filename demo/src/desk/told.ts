import type { StaffClient } from '@postlude/client/staff';
import type { StaffAsk } from '@postlude/contract';
import type { DemoOrder } from '../orders/demo-order.ts';

/** What the desk knows of asking for and getting reviews. */
export interface ToldView {
  /** What the shopper of the order is asked, and why not, newest first. */
  readonly asks: readonly StaffAsk[];
}

/** Reads what was asked about an order. Looking decides nothing: it shows what was decided. */
export async function readTold(staff: StaffClient, order: DemoOrder): Promise<ToldView> {
  const { items } = await staff.orders.list({ q: order.number });
  const found = items.find(({ number }) => number === order.number);
  if (!found) return { asks: [] };
  const asks = await staff.asks.list({ order: found.id, locale: 'en', limit: 100 });
  return { asks: asks.items };
}
