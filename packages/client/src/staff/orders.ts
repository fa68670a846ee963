import type { OrderInput, OrderSummary, StaffOrder } from '@postlude/contract';
import {
  getStaffOrder as getRow,
  listOrders as listRow,
  putOrder as putRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page, PageQuery } from './lists.ts';
import { write } from './writes.ts';

/** What a list of orders may be narrowed to. */
export interface OrderQuery extends PageQuery {
  /** Finds by order number, e-mail or tracking number. */
  readonly q?: string | undefined;
}

/**
 * Creates or replaces an order under the shop's own id. Sending the same again changes nothing; one with an older
 * `updatedAt` is ignored.
 *
 * @throws ApiError `key_invalid`, `invalid_input` (`fields` says what), `conflict`; the others as every call.
 * @example
 * ```ts
 * const { order, proof } = await putOrder(transport, 'shop-4711', {
 *   number: '1001', placedAt: '2026-11-20T09:30:00Z', currency: 'EUR', email: 'mia@example.com',
 *   lines: [{ externalId: '1', title: 'Teapot', quantity: 1 }],
 * });
 * ```
 */
export function putOrder(
  transport: Transport,
  externalId: string,
  order: OrderInput,
  options: CallOptions = {},
): Promise<StaffOrder> {
  return call(transport, putRow, { params: { externalId }, body: order }, write(putRow, options));
}

/**
 * Lists and searches orders, newest first: one page.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items, next } = await listOrders(transport, { q: 'mia@example.com' });
 * ```
 */
export function listOrders(
  transport: Transport,
  query: OrderQuery = {},
  options: CallOptions = {},
): Promise<Page<OrderSummary>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Reads an order: what the shopper sees, the contact it was placed with, and the proof that opens it on the storefront.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { summary, order, proof } = await getStaffOrder(transport, 'ord_…');
 * ```
 */
export function getStaffOrder(
  transport: Transport,
  orderId: string,
  options: CallOptions = {},
): Promise<StaffOrder> {
  return call(transport, getRow, { params: { orderId } }, options);
}
