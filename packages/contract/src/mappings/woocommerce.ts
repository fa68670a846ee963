import type { MappedStatus } from '../tracking-status.ts';
import { mapped, type Row, rowOf, unknownStatus } from './mapped.ts';

/**
 * WooCommerce's order statuses. WooCommerce knows orders, not parcels, so these are hints for a parcel nobody else tells of.
 * https://woocommerce.com/document/managing-orders/order-statuses/
 */
const statuses: Record<string, Row> = {
  'checkout-draft': 'pending',
  pending: 'pending',
  'on-hold': 'pending',
  processing: 'pending',
  // “Order fulfilled and complete” is the shop's word on leaving, not the carrier's on arriving.
  completed: 'label_created',
  cancelled: 'cancelled',
  refunded: 'cancelled',
  failed: 'cancelled',
  trash: 'cancelled',
};

/** The canonical status of a WooCommerce order status, with or without its `wc-`. A status of some plugin says nothing. */
export function mapWoocommerce(status: string | null): MappedStatus {
  const row = rowOf(statuses, status?.replace(/^wc-/, '') ?? null);
  return row === undefined ? unknownStatus : mapped(row);
}
