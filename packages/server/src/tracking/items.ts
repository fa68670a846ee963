import type { Item, Line } from '@postlude/contract';
import type { KnownItem, KnownLine, KnownOrder, KnownPackedItem, KnownShipment } from './known.ts';
import { compareTexts, firstOfEach, groupsOf, readAddress, readText, readUnits } from './reading.ts';

/** Who bought what, and how much of it is where. */
export interface Goods {
  /** In the order of the order. */
  readonly lines: readonly Line[];
  /** What is in no parcel and still to be sent. */
  readonly unshipped: readonly Item[];
  /** True when there were goods to send and every one was taken out. */
  readonly allRemoved: boolean;
  /**
   * The items of a parcel, as it was packed: refunds do not take them out of it. Where the platform does not say in which
   * parcel of a fulfilment something is, it is in each of them.
   */
  readonly itemsOf: (shipment: KnownShipment) => Item[];
}

/**
 * Counts an order's units.
 *
 * To be sent is what was bought, less what was removed or refunded, less what is in fulfilments that were not cancelled;
 * never less than nothing, and nothing for what is never put into a parcel. Several parcels of one fulfilment share its
 * items, which count once.
 */
export function countGoods(known: KnownOrder, shipments: readonly KnownShipment[]): Goods {
  const rows = firstOfEach([...known.lines].sort(compareLines), (line) => line.id);
  const refunds = firstOfEach(known.refunds, (refund) => refund.key);
  const refunded = sumOf(refunds.flatMap((refund) => refund.items));
  const shipped = shippedOf(shipments.filter((shipment) => !shipment.cancelled));
  const removedOf = (line: KnownLine) =>
    Math.min(readUnits(line.quantity), readUnits(line.removed) + (refunded.get(line.externalId) ?? 0));
  const keptOf = (line: KnownLine) => readUnits(line.quantity) - removedOf(line);
  const toSend = rows.filter((line) => line.shippable && readUnits(line.quantity) > 0);
  const ids = new Map(rows.toReversed().map((line) => [line.externalId, line.id]));

  return {
    lines: rows.map((line) => ({
      id: line.id,
      title: line.title,
      variant: readText(line.variant),
      quantity: keptOf(line),
      removed: removedOf(line),
      imageUrl: readAddress(line.imageUrl),
      productUrl: readAddress(line.productUrl),
    })),
    unshipped: toSend
      .map((line) => ({
        lineId: line.id,
        quantity: Math.max(0, keptOf(line) - (shipped.get(line.externalId) ?? 0)),
      }))
      .filter((item) => item.quantity > 0),
    allRemoved: toSend.length > 0 && toSend.every((line) => keptOf(line) === 0),
    itemsOf: (shipment) => {
      const isHere = ({ parcel }: KnownPackedItem) => parcel === null || parcel === shipment.parcel;
      const packed = sumOf(shipment.items.filter(isHere));
      return rows.flatMap((line) => {
        const quantity = ids.get(line.externalId) === line.id ? (packed.get(line.externalId) ?? 0) : 0;
        return quantity > 0 ? [{ lineId: line.id, quantity }] : [];
      });
    },
  };
}

const compareLines = (a: KnownLine, b: KnownLine): number =>
  a.position - b.position || compareTexts(a.id, b.id);

function sumOf(items: readonly KnownItem[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) {
    sums.set(item.lineExternalId, (sums.get(item.lineExternalId) ?? 0) + readUnits(item.quantity));
  }
  return sums;
}

function shippedOf(live: readonly KnownShipment[]): Map<string, number> {
  const shipped = new Map<string, number>();
  for (const parcels of groupsOf(live, fulfilmentOf).values()) {
    const packed = new Map<string, number>();
    for (const parcel of parcels) {
      for (const [line, quantity] of sumOf(parcel.items)) {
        packed.set(line, Math.max(packed.get(line) ?? 0, quantity));
      }
    }
    for (const [line, quantity] of packed) shipped.set(line, (shipped.get(line) ?? 0) + quantity);
  }
  return shipped;
}

/** What tells one fulfilment from another. */
export const fulfilmentOf = (shipment: KnownShipment): string =>
  JSON.stringify([shipment.source, shipment.externalId]);
