import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Money } from './money.ts';
import { PublicStore } from './stores.ts';
import { Instant } from './time.ts';
import { Headline, Item, Shipment } from './tracking.ts';

/** How far an order is, over all its parcels. */
export const orderStatuses = [
  'processing',
  'partly_shipped',
  'shipped',
  'partly_delivered',
  'delivered',
  'cancelled',
] as const;

/** One line of an order as a shopper sees it. `quantity` is what is still bought; `removed` was refunded or taken out. */
export const Line = z.object({
  id: idOf('line'),
  title: z.string(),
  variant: z.nullable(z.string()),
  quantity: z.int(),
  removed: z.int(),
  imageUrl: z.nullable(z.string()),
  productUrl: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type Line = z.infer<typeof Line>;

/** An order with its parcels, as the tracking card shows it. Holds no contact data and no payment data. */
export const Order = z.object({
  id: idOf('order'),
  /** What the shop calls it, without a leading `#`. */
  number: z.string(),
  placedAt: Instant,
  status: z.enum(orderStatuses),
  headline: Headline,
  total: z.nullable(Money),
  /** Where it goes, coarse enough to show: no name, no street. */
  destination: z.nullable(z.object({ city: z.nullable(z.string()), country: z.nullable(z.string()) })),
  lines: z.array(Line),
  /** What needs the shopper first, then what moves, then what arrived. */
  shipments: z.array(Shipment),
  /** What is in no parcel yet. */
  unshipped: z.array(Item),
  store: PublicStore,
  /** How many recalls concern its items, those their owner has read included (`listRecalls` tells which); absent for none. */
  recalls: z.optional(z.int()),
  /** Seconds after which it is worth asking again; null when nothing will change by itself. */
  refreshAfter: z.nullable(z.int()),
});
/** See the schema of the same name. */
export type Order = z.infer<typeof Order>;
