import { type ProgressStep, progressSteps, type TrackingStatus } from '@postlude/contract';
import { writeInstant } from './calendar.ts';
import type { ParcelEvent } from './news.ts';

/** The step a status stands at; null for those that can come at any time and stand where the parcel was. */
const stepOf: Readonly<Partial<Record<TrackingStatus, number>>> = {
  in_transit: 2,
  delayed: 2,
  out_for_delivery: 3,
  attempt_failed: 3,
  available_for_pickup: 3,
  delivered: 4,
};

/**
 * The progress of a parcel in steps, with the time each was reached.
 *
 * The step it stands at is `current`, or `problem` when its headline warns; all before it are done. A delivered parcel
 * has only done steps. What leaves the ordinary way (held, lost, going back) stands at the furthest step its events show. A parcel
 * that is only marked as shipped stands at `shipped`: nobody saw it move.
 */
export function stepsOf(parcel: {
  status: TrackingStatus;
  events: readonly ParcelEvent[];
  placedAt: number | null;
  shippedAt: number | null;
  deliveredAt: number | null;
  troubled: boolean;
  /** True when the shop's mark is all that says it was shipped. */
  onlyMarked: boolean;
}): ProgressStep[] {
  const { status, events, shippedAt } = parcel;
  const moved = events.find((event) => stepOf[event.status] !== undefined)?.at ?? null;
  const handedOver = earliest(shippedAt, moved);
  const out = events.findLast((event) => event.status === 'out_for_delivery')?.at ?? null;
  const times = [parcel.placedAt, handedOver, moved, out, parcel.deliveredAt];
  const reached = parcel.onlyMarked ? 1 : standsAt(status, events, shippedAt);
  return progressSteps.map((step, index) => {
    const at = index <= reached ? (times[index] ?? null) : null;
    return {
      step,
      state: stateOf(index, reached, parcel.troubled),
      at: at === null ? null : writeInstant(at),
    };
  });
}

function stateOf(index: number, reached: number, troubled: boolean): ProgressStep['state'] {
  if (index > reached) return 'upcoming';
  if (index < reached || reached === progressSteps.length - 1) return 'done';
  return troubled ? 'problem' : 'current';
}

function standsAt(status: TrackingStatus, events: readonly ParcelEvent[], shippedAt: number | null): number {
  const shipped = shippedAt === null ? 0 : 1;
  if (status === 'pending' || status === 'label_created') return shipped;
  const own = stepOf[status];
  if (own !== undefined) return own;
  // Off the ordinary way it was at most under way to the door; a delivery that was undone is not shown as done.
  const furthest = events.reduce((most, event) => Math.max(most, stepOf[event.status] ?? 0), shipped);
  return Math.min(furthest, 3);
}

const earliest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
