import './zod-setup.ts';
import * as z from 'zod/mini';

/**
 * The one set of states a parcel can be in. Every provider's vocabulary is mapped to it (`@postlude/contract/mappings`).
 * The order is that of a parcel's life; the states after `delivered` leave the ordinary way.
 */
export const trackingStatuses = [
  'pending',
  'label_created',
  'in_transit',
  'delayed',
  'held',
  'out_for_delivery',
  'attempt_failed',
  'available_for_pickup',
  'delivered',
  'returning',
  'returned',
  'lost',
  'damaged',
  'exception',
  'expired',
  'cancelled',
] as const;

/** A state of a parcel. In an answer, a state this version does not know reads as `exception`. */
export const TrackingStatus = z.enum(trackingStatuses);
/** See the schema of the same name. */
export type TrackingStatus = z.infer<typeof TrackingStatus>;

/** What is finer than a status. Each belongs to one status, which is its key here. */
export const trackingSubStatuses = {
  pending: [],
  label_created: [],
  in_transit: [
    'accepted',
    'departed',
    'arrived',
    'arrived_in_country',
    'arrived_locally',
    'customs_started',
    'customs_cleared',
    'handed_over',
    'redirected',
    'rescheduled',
    'resumed',
    'missorted',
  ],
  delayed: ['customs_delay', 'external_delay', 'processing_delay', 'weather_delay'],
  held: [
    'payment_due',
    'address_problem',
    'documents_missing',
    'information_missing',
    'customs_hold',
    'contact_carrier',
    'reschedule_needed',
  ],
  out_for_delivery: ['recipient_contacted', 'appointment_made'],
  attempt_failed: ['nobody_home', 'business_closed', 'location_inaccessible', 'notice_left'],
  available_for_pickup: [],
  delivered: ['collected', 'signed', 'cash_paid', 'with_neighbour'],
  returning: ['refused', 'unclaimed', 'undeliverable'],
  returned: [],
  lost: [],
  damaged: [],
  exception: ['recipient_moved', 'refused', 'pickup_missed', 'rejected', 'undeliverable', 'disposed'],
  expired: [],
  cancelled: [],
} as const satisfies Record<TrackingStatus, readonly string[]>;

/** What is finer than a status, over all statuses. */
export type TrackingSubStatus = (typeof trackingSubStatuses)[TrackingStatus][number];

/** Everything a shopper may be asked to do for a parcel to move on. */
export const shopperActions = [
  'pay',
  'correct_address',
  'send_documents',
  'give_information',
  'contact_carrier',
  'contact_store',
  'collect',
  'reschedule',
] as const;

/** One thing a shopper may be asked to do. */
export const ShopperAction = z.enum(shopperActions);
/** See the schema of the same name. */
export type ShopperAction = z.infer<typeof ShopperAction>;

/**
 * A provider's words in ours. `known` is false when the words were not in the table and the nearest safe status stands
 * in; `pending` then claims nothing at all, so rules keep what was last known of the parcel.
 */
export interface MappedStatus {
  readonly status: TrackingStatus;
  readonly subStatus: TrackingSubStatus | null;
  /** True when nothing moves until the shopper does something. */
  readonly actionRequired: boolean;
  readonly known: boolean;
}

/** The states in which a parcel will not move again by itself, so that a page may stop asking. */
export const finalStatuses: ReadonlySet<TrackingStatus> = new Set([
  'delivered',
  'returned',
  'lost',
  'cancelled',
]);

/** What the shopper must do for a sub-status, or for a status without one; null when there is nothing to do. */
export function actionFor(status: TrackingStatus, subStatus: TrackingSubStatus | null): ShopperAction | null {
  switch (subStatus) {
    case 'payment_due':
      return 'pay';
    case 'address_problem':
    case 'recipient_moved':
      return 'correct_address';
    case 'documents_missing':
      return 'send_documents';
    case 'information_missing':
      return 'give_information';
    case 'reschedule_needed':
      return 'reschedule';
    case 'contact_carrier':
    case 'customs_hold':
      return 'contact_carrier';
    case 'pickup_missed':
      return 'contact_store';
    default:
      if (status === 'available_for_pickup') return 'collect';
      return status === 'held' ? 'contact_carrier' : null;
  }
}
