import type { Id, Shipment } from '@postlude/contract';

/** Where one unit of a line is. */
export interface PlacedUnit {
  readonly shipmentId: Id<'shipment'> | null;
  readonly shippedAt: string | null;
  readonly deliveredAt: string | null;
}

const nowhere: PlacedUnit = { shipmentId: null, shippedAt: null, deliveredAt: null };

/**
 * Says in which parcel each unit of a line came: the first parcel holds the first units, and so on. Units look alike, so
 * any assignment is right that stays the same: parcels go by their ids, which rise with time.
 */
export function placeUnits(
  lineId: string,
  units: number,
  shipments: readonly Pick<Shipment, 'id' | 'status' | 'items' | 'shippedAt' | 'deliveredAt'>[],
): PlacedUnit[] {
  const placed = shipments
    .filter(({ status }) => status !== 'cancelled')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, items, shippedAt, deliveredAt }) => {
      const held = items.reduce((sum, item) => (item.lineId === lineId ? sum + item.quantity : sum), 0);
      const unit: PlacedUnit = { shipmentId: id, shippedAt, deliveredAt };
      return Array.from({ length: Math.min(held, units) }, () => unit);
    });
  return Array.from({ length: units }, (_, index) => placed[index] ?? nowhere);
}

/** What is known of a unit when it is asked which ones went back. */
export interface CountedUnit {
  readonly unit: number;
  /** A registration of it waits or stands. */
  readonly isRegistered: boolean;
  /** It belongs to somebody else by now, so its buyer cannot have sent it back. */
  readonly isHandedOver: boolean;
}

/**
 * Says which units of a line went back, where only their number is known: the highest that nobody registered, then the
 * highest that were registered, and last those that were handed over.
 */
export function returnedUnits(units: readonly CountedUnit[], count: number): ReadonlySet<number> {
  const rank = ({ isRegistered, isHandedOver }: CountedUnit): number =>
    isHandedOver ? 2 : isRegistered ? 1 : 0;
  const order = units.toSorted((a, b) => rank(a) - rank(b) || b.unit - a.unit);
  return new Set(order.slice(0, Math.max(0, count)).map(({ unit }) => unit));
}
