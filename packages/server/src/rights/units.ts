import type { Id } from '@postlude/contract';
import type { SoldLine } from '../orders/read-sold.ts';
import { compareTexts, firstOfEach, groupsOf, readUnits } from '../tracking/reading.ts';
import { type Arrival, arrivalOf, compareFates } from './arrival.ts';
import type { Delivery, RightsFacts } from './facts.ts';

/** Units of one line in one parcel, or in none. */
export interface Item {
  readonly line: SoldLine;
  /** Of several parcels that hold the units together, the one with the smallest id. Null for units in no parcel. */
  readonly shipmentId: Id<'shipment'> | null;
  /** Null for units in no parcel. */
  readonly arrival: Arrival | null;
  /** Units that are not in an earlier return, and were not taken out or refunded. */
  readonly open: number;
}

interface Slot {
  readonly shipmentId: Id<'shipment'> | null;
  readonly arrival: Arrival | null;
  /** Every parcel that holds the units. */
  readonly parcels: ReadonlySet<string>;
  packed: number;
  open: number;
}

/**
 * Says where every bought unit is, and which of them something can still be done with.
 *
 * - Units listed more often than they were bought do not exist: one parcel was sent again for another, or several
 *   parcels list what they hold together. Those are left out first that are lost or went back, then the earliest.
 * - What left are the units in earlier returns and those taken out or refunded on the platform. Which refunds are about a
 *   return was sorted out before; who stopped units that were in no parcel has them taken out next, so those count once.
 *   A return names its parcel; for the rest it is not known which units they were, so units
 *   in no parcel go first (nothing but cancelling is open for them), then lost ones, then those delivered earliest: what
 *   stays is what something can be done with the longest.
 */
export function groupUnits(facts: RightsFacts): readonly Item[] {
  const lines = firstOfEach([...facts.order.lines].sort(compareLines), (line) => line.id);
  const groups = groupsOfParcels(facts);
  const refunded = refundedUnits(facts);

  return lines.flatMap((line) => {
    const bought = readUnits(line.quantity);
    const slots = groups.flatMap((group) => {
      const packed = Math.max(0, ...group.parcels.map((parcel) => unitsOf(parcel.items, line.id)));
      return packed > 0 ? [{ ...group, parcels: new Set(group.ids), packed, open: 0 }] : [];
    });
    const listed = slots.reduce((sum, slot) => sum + slot.packed, 0);
    takeOut(slots, 'packed', Math.max(0, listed - bought));
    const unshipped: Slot = {
      shipmentId: null,
      arrival: null,
      parcels: new Set(),
      packed: Math.max(0, bought - listed),
      open: 0,
    };
    const all = [unshipped, ...slots];
    for (const slot of all) slot.open = slot.packed;

    const earlier = facts.earlier.filter((units) => units.lineId === line.id);
    let unplaced = 0;
    for (const { shipmentId, quantity } of earlier) {
      const units = readUnits(quantity);
      const slot = shipmentId === null ? undefined : slots.find(({ parcels }) => parcels.has(shipmentId));
      const taken = Math.min(units, slot?.open ?? 0);
      if (slot) slot.open -= taken;
      unplaced += units - taken;
    }
    const stopped = unitsOf(
      earlier.filter(({ shipmentId }) => shipmentId === null),
      line.id,
    );
    const removed = Math.max(0, readUnits(line.removed) - stopped);
    takeOut(all, 'open', unplaced + removed + (refunded.get(line.id) ?? 0));

    return [...slots, unshipped]
      .filter((slot) => slot.packed > 0)
      .map(({ shipmentId, arrival, open }) => ({ line, shipmentId, arrival, open }));
  });
}

/** Takes units out, from the first slots as far as they go. The slots come in the order in which they give. */
function takeOut(slots: readonly Slot[], from: 'packed' | 'open', units: number): void {
  let left = units;
  for (const slot of slots) {
    const taken = Math.min(slot[from], left);
    slot[from] -= taken;
    left -= taken;
  }
}

/** Parcels that hold their items together as one; in the order in which their units go first. */
function groupsOfParcels(facts: RightsFacts) {
  const live = facts.deliveries.filter((delivery) => !delivery.cancelled).sort(compareDeliveries);
  const once = firstOfEach(live, (delivery) => delivery.shipmentId);
  const shared = groupsOf(once, ({ sharedAs, shipmentId }) =>
    sharedAs ? `shared:${sharedAs}` : `own:${shipmentId}`,
  );
  return [...shared.values()]
    .map((parcels) => {
      const ids = parcels.map((parcel) => parcel.shipmentId);
      return { parcels, ids, shipmentId: ids[0] ?? null, arrival: arrivalOf(parcels, facts.timeZone) };
    })
    .sort((a, b) => compareFates(a.arrival, b.arrival) || compareTexts(a.shipmentId, b.shipmentId));
}

function refundedUnits(facts: RightsFacts): Map<string, number> {
  const refunds = firstOfEach([...facts.order.refunds].sort(compareRefunds), (refund) => refund.key);
  const units = new Map<string, number>();
  for (const { lineId, quantity } of refunds.flatMap((refund) => refund.items)) {
    units.set(lineId, (units.get(lineId) ?? 0) + readUnits(quantity));
  }
  return units;
}

const unitsOf = (
  items: readonly { readonly lineId: string; readonly quantity: number }[],
  lineId: string,
): number => items.reduce((sum, item) => (item.lineId === lineId ? sum + readUnits(item.quantity) : sum), 0);

// Rows that come twice with different contents: which one counts must not depend on which came first.
const compareWhole = (a: object, b: object): number => compareTexts(JSON.stringify(a), JSON.stringify(b));

const compareLines = (a: SoldLine, b: SoldLine): number =>
  a.position - b.position || compareTexts(a.id, b.id) || compareWhole(a, b);

const compareDeliveries = (a: Delivery, b: Delivery): number =>
  compareTexts(a.shipmentId, b.shipmentId) || compareWhole(a, b);

const compareRefunds = (a: { readonly key: string }, b: { readonly key: string }): number =>
  compareTexts(a.key, b.key) || compareWhole(a, b);
