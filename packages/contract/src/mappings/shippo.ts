import type { MappedStatus, TrackingStatus } from '../tracking-status.ts';
import { mapped, type Refinement, type Row, refine, rowOf, unknownStatus } from './mapped.ts';

const troubles = ['delayed', 'held', 'attempt_failed', 'exception', 'damaged', 'lost', 'returning'] as const;

/** Shippo's statuses and which sub-statuses each takes. https://docs.goshippo.com/docs/tracking/tracking */
const statuses: Record<string, Refinement> = {
  UNKNOWN: { base: 'pending', takes: ['label_created'] },
  PRE_TRANSIT: { base: 'label_created', takes: ['delayed', 'held', 'exception', 'damaged', 'lost'] },
  TRANSIT: { base: 'in_transit', takes: [...troubles, 'out_for_delivery', 'available_for_pickup'] },
  DELIVERED: { base: 'delivered', takes: [] },
  // Shippo says it of parcels on their way back and of those that are back; the first claims less.
  RETURNED: { base: 'returning', takes: ['damaged', 'lost'] },
  FAILURE: { base: 'exception', takes: [...troubles, 'available_for_pickup'] },
};

/** What each of Shippo's sub-statuses says on its own; null says nothing. */
const codes: Record<string, Row | null> = {
  information_received: 'label_created',
  address_issue: ['held', 'address_problem'],
  contact_carrier: ['held', 'contact_carrier'],
  delayed: 'delayed',
  delivery_attempted: 'attempt_failed',
  delivery_rescheduled: ['in_transit', 'rescheduled'],
  // A day was set; that does not put the parcel on the van.
  delivery_scheduled: 'in_transit',
  location_inaccessible: ['attempt_failed', 'location_inaccessible'],
  notice_left: ['attempt_failed', 'notice_left'],
  out_for_delivery: 'out_for_delivery',
  package_accepted: ['in_transit', 'accepted'],
  package_arrived: ['in_transit', 'arrived'],
  package_damaged: 'damaged',
  package_departed: ['in_transit', 'departed'],
  package_disposed: ['exception', 'disposed'],
  package_forwarded: ['in_transit', 'redirected'],
  package_held: 'held',
  package_lost: 'lost',
  package_processed: 'in_transit',
  package_processing: 'in_transit',
  package_unclaimed: ['exception', 'pickup_missed'],
  package_undeliverable: ['exception', 'undeliverable'],
  pickup_available: 'available_for_pickup',
  reschedule_delivery: ['held', 'reschedule_needed'],
  return_to_sender: 'returning',
  delivered: 'delivered',
  other: null,
};

/** Pairs that say together what neither says alone. */
const pairs: Record<string, Row> = {
  // Handed to a shop or locker is not handed to the shopper.
  'DELIVERED+pickup_available': 'available_for_pickup',
  // Delivered at the end of a return is delivered to the sender.
  'DELIVERED+return_to_sender': 'returned',
  'RETURNED+delivered': 'returned',
  'RETURNED+package_unclaimed': ['returning', 'unclaimed'],
  'RETURNED+package_undeliverable': ['returning', 'undeliverable'],
};

/** A parcel that moves by itself; told together with “action required” it does not. */
const moving: ReadonlySet<TrackingStatus> = new Set(['pending', 'label_created', 'in_transit', 'delayed']);
const over: ReadonlySet<TrackingStatus> = new Set(['delivered', 'returned', 'lost', 'cancelled']);

/** Shippo's words for a parcel or a scan. */
export interface ShippoWords {
  readonly status: string | null;
  /** `substatus.code` */
  readonly code?: string | null;
  /** `substatus.action_required`; null when Shippo does not say. */
  readonly actionRequired?: boolean | null;
}

/**
 * The canonical status of Shippo's words. An unknown code falls to its status; an unknown status says nothing. Shippo's
 * own `action_required` decides whether the shopper must act: it turns a parcel that seems to move into a held one, and
 * is believed when it says no, except that a parcel waiting to be collected always waits for somebody.
 */
export function mapShippo({ status, code = null, actionRequired = null }: ShippoWords): MappedStatus {
  const rule = rowOf(statuses, status);
  if (rule === undefined) return unknownStatus;
  const fine = rowOf(codes, code);
  const known = code === null || fine !== undefined;
  const result = mapped(rowOf(pairs, `${status}+${code}`) ?? refine(rule, fine), known);
  if (actionRequired === null || result.status === 'available_for_pickup') return result;
  if (actionRequired && moving.has(result.status)) return mapped(['held', 'contact_carrier'], known);
  return { ...result, actionRequired: actionRequired && !over.has(result.status) };
}
