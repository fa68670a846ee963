import type { LineFact, PackedItemFact, ParcelFact, ShipmentFact } from '../facts.ts';
import { countAt, idAt, recordsAt, textAt, webAddress, wordAt } from '../fields.ts';
import { isRecord, type JsonRecord } from '../json.ts';
import { instant, instantOfSeconds } from '../moments.ts';
import { timeAt, type WoocommerceContext } from './woocommerce-context.ts';

/** Where the Shipment Tracking extension and Advanced Shipment Tracking both keep their parcels. */
const trackingKey = '_wc_shipment_tracking_items';

/** How many parcels of an order are read. */
const maxParcels = 100;

interface OrderOfShipment {
  readonly externalId: string;
  readonly status: string | null;
  readonly lines: readonly LineFact[];
}

/**
 * WooCommerce has no fulfilments, only parcels noted at the order by an extension. All of them are one shipment under the
 * order's own id, so that a parcel that is taken off the order is taken off here. An order that is completed without any is
 * one parcel without a number; nothing is said of an open order without parcels.
 */
export function readShipment(
  order: JsonRecord,
  { externalId, status, lines }: OrderOfShipment,
  context: WoocommerceContext,
): Omit<ShipmentFact, 'version'> {
  const notes = trackingNotes(order);
  const shippable = lines.filter((line) => line.shippable);
  const completed = status === 'completed';
  const isGone = notes.length > 0 || (completed && shippable.length > 0);
  const parcels = notes.map(parcelOf).filter((parcel) => parcel !== null);
  const completedAt = completed ? timeAt(order, 'date_completed', context) : null;
  return {
    kind: 'shipment',
    source: 'woocommerce',
    orderExternalId: externalId,
    externalId,
    cancelled: !isGone,
    shippedAt: isGone ? (earliest(notes.map((note) => shippedAt(note, context))) ?? completedAt) : null,
    parcels: parcels.length > 0 ? parcels : [{ trackingNumber: null, carrierName: null, trackingUrl: null }],
    items: isGone ? itemsOf(notes, shippable, status) : [],
    // “Completed” is the shop's word on leaving, which is what `shippedAt` says; nobody tells how far the parcel is.
    status: null,
  };
}

/** PHP writes a list with a gap as an object of numbered fields. */
function trackingNotes(order: JsonRecord): JsonRecord[] {
  const meta = recordsAt(order, 'meta_data').find((entry) => wordAt(entry, 'key') === trackingKey);
  const value = meta && Object.hasOwn(meta, 'value') ? meta.value : undefined;
  const notes = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  return notes
    .filter(isRecord)
    .filter((note) => wordAt(note, 'tracking_number') !== null)
    .slice(0, maxParcels);
}

function parcelOf(note: JsonRecord): ParcelFact | null {
  const trackingNumber = wordAt(note, 'tracking_number');
  if (trackingNumber === null) return null;
  const carrierName = textAt(note, 'custom_tracking_provider', 128) ?? textAt(note, 'tracking_provider', 128);
  // WordPress keeps addresses escaped for HTML; `%1$s` stands where the number goes.
  const link = wordAt(note, 'custom_tracking_link', 2048)
    ?.replaceAll('&amp;', '&')
    .replaceAll('&#038;', '&')
    .replaceAll('%1$s', encodeURIComponent(trackingNumber));
  return { trackingNumber, carrierName, trackingUrl: webAddress(link ?? null) };
}

/** Seconds since the epoch; some versions write the day. */
function shippedAt(note: JsonRecord, { timeZone }: WoocommerceContext): string | null {
  const date = wordAt(note, 'date_shipped');
  return instantOfSeconds(date) ?? instant(date, timeZone);
}

const earliest = (times: readonly (string | null)[]): string | null =>
  times.filter((time) => time !== null).sort()[0] ?? null;

/**
 * What is in the parcels: what the notes list (Advanced Shipment Tracking can), each in its own parcel, else everything in
 * any of them, because a shop that does not list sends it all. Only where the order is said to be shipped in part is it
 * unknown what left.
 */
function itemsOf(
  notes: readonly JsonRecord[],
  lines: readonly LineFact[],
  status: string | null,
): ShipmentFact['items'] {
  const left = new Map(lines.map((line) => [line.externalId, line.quantity]));
  const listed: PackedItemFact[] = [];
  for (const [parcel, note] of notes.entries()) {
    for (const product of recordsAt(note, 'products_list')) {
      const lineExternalId = idAt(product, 'item_id') ?? '';
      const unpacked = left.get(lineExternalId) ?? 0;
      const quantity = Math.min(unpacked, countAt(product, 'qty') ?? 0);
      if (quantity > 0) listed.push({ lineExternalId, quantity, parcel });
      left.set(lineExternalId, unpacked - quantity);
    }
  }
  if (listed.length > 0) return listed;
  if (status === 'partial-shipped') return [];
  return lines
    .filter((line) => line.quantity > 0)
    .map((line) => ({ lineExternalId: line.externalId, quantity: line.quantity }));
}
