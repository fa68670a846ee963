import { finalStatuses, type Order, type TrackingStatus } from '@postlude/contract';
import type { Parcel } from './parcel.ts';

/** How long news keep a page asking often: the next scan, or the photo, is likely to follow. */
const fresh = 15 * 60_000;

const moving: ReadonlySet<TrackingStatus> = new Set(['in_transit', 'delayed', 'returning']);

/**
 * Seconds after which it is worth asking again, by what can happen next:
 * - 60 while a parcel is out for delivery, or one that is not at its end had news in the last quarter of an hour;
 * - 300 while a parcel moves;
 * - 900 while something waits: for the shop, the carrier or the shopper;
 * - null when nothing will change by itself: every parcel at its end (`finalStatuses`) and nothing left to send. Of a
 *   cancelled order only the parcels that had left the shop may still change.
 */
export function refreshAfterOf(
  status: Order['status'],
  parcels: readonly Parcel[],
  waitsForParcels: boolean,
  now: number,
): number | null {
  const open = parcels.filter(
    ({ shipment, left }) => !finalStatuses.has(shipment.status) && (left || status !== 'cancelled'),
  );
  if (open.length === 0) return waitsForParcels ? 900 : null;
  const isFresh = (at: number | null) => at !== null && Math.abs(now - at) <= fresh;
  if (open.some(({ shipment, newsAt }) => shipment.status === 'out_for_delivery' || isFresh(newsAt)))
    return 60;
  return open.some(({ shipment }) => moving.has(shipment.status)) ? 300 : 900;
}
