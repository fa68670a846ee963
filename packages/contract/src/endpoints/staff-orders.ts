import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { OrderInput, OrderSummary, StaffOrder } from '../staff-orders.ts';
import { text } from '../text.ts';

/** Creates or replaces an order under the shop's own id. */
export const putOrder = {
  method: 'PUT',
  path: '/v1/staff/orders/by-external-id/{externalId}',
  access: 'staff',
  summary: 'Create or replace an order',
  description:
    'Under the shop’s own id of the order. Sending the same order again changes nothing; one with an older `updatedAt` is ignored.',
  params: z.strictObject({ externalId: text(128) }),
  body: OrderInput,
  output: StaffOrder,
  problems: ['key_invalid', 'conflict'],
} as const satisfies Endpoint;

/** Lists and searches orders. */
export const listOrders = {
  method: 'GET',
  path: '/v1/staff/orders',
  access: 'staff',
  summary: 'List and search orders',
  description: 'Newest first. `q` finds by order number, e-mail or tracking number.',
  query: z.strictObject({ ...pageQuery, q: z.optional(text(255)) }),
  output: pageOf(OrderSummary),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads one order with what only staff may see. */
export const getStaffOrder = {
  method: 'GET',
  path: '/v1/staff/orders/{orderId}',
  access: 'staff',
  summary: 'Read an order',
  description:
    'What the shopper sees, the contact it was placed with, and the proof that opens it on the storefront.',
  params: z.strictObject({ orderId: idOf('order') }),
  output: StaffOrder,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;
