import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { Order } from '../orders.ts';

/** Reads the order of a session. */
export const getOrder = {
  method: 'GET',
  path: '/v1/orders/{orderId}',
  access: 'session',
  summary: 'Read an order',
  description: 'The order of the session with its parcels. Cheap to ask again with If-None-Match.',
  params: z.strictObject({ orderId: idOf('order') }),
  output: Order,
  conditional: true,
  problems: ['session_invalid', 'origin_not_allowed', 'not_found'],
} as const satisfies Endpoint;
