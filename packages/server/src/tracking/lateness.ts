import type { DeliveryPromise, TrackingStatus } from '@postlude/contract';
import { dayLength, daysBetween } from './calendar.ts';

/** States in which an expired promise means that a parcel is late: it has neither come nor been brought in vain. */
const canBeLate: ReadonlySet<TrackingStatus> = new Set([
  'pending',
  'label_created',
  'in_transit',
  'delayed',
  'held',
  'out_for_delivery',
  'exception',
  'expired',
]);

/** States in which a parcel should be moving. Held and waiting ones stand still for a reason. */
const shouldMove: ReadonlySet<TrackingStatus> = new Set([
  'pending',
  'label_created',
  'in_transit',
  'delayed',
  'out_for_delivery',
  'attempt_failed',
  'expired',
]);

/**
 * Days past the last promised day, by the calendar of the destination: a parcel promised for Monday is one day late on
 * Tuesday from midnight on. Null while it is not late.
 */
export function lateDaysOf(
  status: TrackingStatus,
  promise: DeliveryPromise | null,
  today: string,
): number | null {
  if (promise === null || !canBeLate.has(status)) return null;
  const days = daysBetween(promise.until, today);
  return days > 0 ? days : null;
}

/**
 * Days without a scan once they are more than the store's patience; null otherwise.
 *
 * Counted in full days from the last event, or from the shipping where that was later. Only for parcels somebody tracks:
 * one that nobody ever told anything of cannot be said to stand still.
 */
export function stalledDaysOf(parcel: {
  status: TrackingStatus;
  tracked: boolean;
  lastEventAt: number | null;
  shippedAt: number | null;
  patience: number;
  now: number;
}): number | null {
  if (!parcel.tracked || !shouldMove.has(parcel.status)) return null;
  const since = Math.max(parcel.lastEventAt ?? -Infinity, parcel.shippedAt ?? -Infinity);
  if (since === -Infinity) return null;
  const quiet = parcel.now - since;
  return quiet > Math.max(parcel.patience, 1) * dayLength ? Math.floor(quiet / dayLength) : null;
}
