import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';

/** A parcel as schema.org ParcelDelivery, ready for a page or an e-mail. */
export const getParcelDelivery = {
  method: 'GET',
  path: '/v1/orders/{orderId}/shipments/{shipmentId}/parcel-delivery',
  access: 'session',
  summary: 'Read a parcel as JSON-LD',
  description:
    'schema.org ParcelDelivery for a page or a confirmation e-mail (https://schema.org/ParcelDelivery).',
  params: z.strictObject({ orderId: idOf('order'), shipmentId: idOf('shipment') }),
  output: z.record(z.string(), z.unknown()),
  contentType: 'application/ld+json',
  conditional: true,
  problems: ['session_invalid', 'origin_not_allowed', 'not_found'],
} as const satisfies Endpoint;
