import type {
  DeliveryPromise,
  Headline,
  PickupPoint,
  RequiredAction,
  TrackingStatus,
} from '@postlude/contract';
import { addDays, daysBetween } from './calendar.ts';

/** What the one sentence about a parcel is made of. */
export interface HeadlineFacts {
  readonly status: TrackingStatus;
  readonly action: RequiredAction | null;
  readonly promise: DeliveryPromise | null;
  readonly pickup: PickupPoint | null;
  readonly lateDays: number | null;
  readonly stalledDays: number | null;
  /** The day it was delivered, at the place it was delivered to. */
  readonly deliveredOn: string | null;
  /** True while the day on which it was loaded for delivery lasts at the place it happened. */
  readonly outToday: boolean;
  /** Today at the destination. */
  readonly today: string;
}

type Tone = Headline['tone'];

const say = (code: Headline['code'], tone: Tone, rest: Partial<Headline> = {}): Headline => ({
  code,
  date: null,
  until: null,
  days: null,
  ...rest,
  tone,
});

/**
 * The one sentence about a parcel.
 *
 * What the shopper must do comes first, then what went wrong or is over, then today's delivery, then lateness, silence
 * and delay, then the promise, and only then how far it is. Days are the destination's own; a day that has passed is
 * never spoken of as one to come: an expired promise is `late`.
 */
export function headlineOf(facts: HeadlineFacts): Headline {
  const { status, action, lateDays, stalledDays, today } = facts;
  if (status === 'available_for_pickup') return collectHeadline(facts);
  if (action !== null) return say('action_required', 'warning', { date: action.until });
  switch (status) {
    case 'delivered':
      return say('delivered', 'success', { date: facts.deliveredOn });
    case 'lost':
    case 'damaged':
    case 'exception':
      return say(status, 'problem');
    case 'returning':
    case 'returned':
    case 'held':
      return say(status, 'warning');
    case 'cancelled':
      return say('cancelled', 'neutral');
    case 'attempt_failed':
      return say('attempt_failed', 'warning', arrival(facts));
    case 'expired':
      return say('expired', 'warning', { days: stalledDays });
    default:
  }
  if (status === 'out_for_delivery' && facts.outToday)
    return say('out_for_delivery', 'progress', { date: today });
  if (lateDays !== null)
    return say('late', 'warning', { date: facts.promise?.until ?? null, days: lateDays });
  if (stalledDays !== null) return say('stalled', 'warning', { days: stalledDays });
  // Loaded for delivery on a day that has passed, and not delivered: whatever was promised, this took longer than meant.
  if (status === 'delayed' || status === 'out_for_delivery') return say('delayed', 'warning', arrival(facts));
  return arrivalHeadline(facts) ?? progressHeadline(status);
}

/** The days of a promise that are still to come, or none. */
function arrival({ promise, today }: HeadlineFacts): Pick<Headline, 'date' | 'until'> {
  if (promise === null || promise.until < today) return { date: null, until: null };
  const from = promise.from !== null && promise.from > today ? promise.from : today;
  if (promise.from === null || from >= promise.until) return { date: promise.until, until: null };
  return { date: from, until: promise.until };
}

function arrivalHeadline(facts: HeadlineFacts): Headline | null {
  const { date, until } = arrival(facts);
  if (date === null) return null;
  if (until !== null) return say('arrives_between', 'progress', { date, until });
  if (date === facts.today) return say('arrives_today', 'progress', { date });
  if (date === addDays(facts.today, 1)) return say('arrives_tomorrow', 'progress', { date });
  return say('arrives_on', 'progress', { date });
}

const progressHeadline = (status: TrackingStatus): Headline => {
  if (status === 'pending') return say('preparing', 'neutral');
  return status === 'label_created' ? say('label_created', 'neutral') : say('in_transit', 'progress');
};

/** Waiting to be collected is good news until its last day is near. */
function collectHeadline({ pickup, today }: HeadlineFacts): Headline {
  const date = pickup?.until ?? null;
  const hurry = date !== null && daysBetween(today, date) <= 1;
  return say('available_for_pickup', hurry ? 'warning' : 'progress', { date });
}
