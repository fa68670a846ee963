import { OrderInput, ShipmentInput, TrackingInput, text } from '@postlude/contract';
import * as z from 'zod/mini';

/** A shipment in a file: what the staff API takes, the shop's own id of it, and what is known of its way. */
const ImportedShipment = z.extend(ShipmentInput, {
  externalId: text(128),
  tracking: z.optional(TrackingInput),
});

/** An order in a file: what the staff API takes, the shop's own id of it, and its shipments. */
export const ImportedOrder = z.extend(OrderInput, {
  externalId: text(128),
  shipments: z.optional(z.array(ImportedShipment).check(z.maxLength(200))),
});
/** See the schema of the same name. */
export type ImportedOrder = z.infer<typeof ImportedOrder>;
