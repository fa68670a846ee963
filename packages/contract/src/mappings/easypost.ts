import type { MappedStatus } from '../tracking-status.ts';
import { mapped, type Refinement, type Row, refine, rowOf, unknownStatus } from './mapped.ts';

const troubles = ['delayed', 'held', 'attempt_failed', 'exception', 'damaged', 'lost', 'returning'] as const;

/** EasyPost's statuses and which details each takes. https://docs.easypost.com/docs/trackers */
const statuses: Record<string, Refinement> = {
  // The status says that nothing is known, so a detail may only tell what claims no movement.
  unknown: { base: 'pending', takes: ['label_created', 'expired', 'cancelled'] },
  pre_transit: {
    base: 'label_created',
    takes: ['delayed', 'held', 'exception', 'damaged', 'lost', 'expired', 'cancelled'],
  },
  in_transit: { base: 'in_transit', takes: [...troubles, 'expired', 'cancelled'] },
  out_for_delivery: { base: 'out_for_delivery', takes: troubles },
  delivered: { base: 'delivered', takes: [] },
  available_for_pickup: { base: 'available_for_pickup', takes: ['damaged', 'lost', 'returning'] },
  // EasyPost has no word for the end of a return, so this is never `returned`.
  return_to_sender: { base: 'returning', takes: ['damaged', 'lost'] },
  failure: { base: 'exception', takes: [...troubles, 'expired', 'cancelled'] },
  cancelled: { base: 'cancelled', takes: [] },
  error: { base: 'exception', takes: [...troubles, 'expired', 'cancelled'] },
};

/** What each of EasyPost's details says on its own; null says nothing. */
const details: Record<string, Row | null> = {
  address_correction: ['held', 'address_problem'],
  arrived_at_destination: ['in_transit', 'arrived_locally'],
  arrived_at_facility: ['in_transit', 'arrived'],
  arrived_at_pickup_location: 'available_for_pickup',
  awaiting_information: ['held', 'information_missing'],
  cancelled: 'cancelled',
  damaged: 'damaged',
  delayed: 'delayed',
  delivery_exception: 'attempt_failed',
  departed_facility: ['in_transit', 'departed'],
  departed_origin_facility: ['in_transit', 'departed'],
  expired: 'expired',
  failure: 'exception',
  held: 'held',
  in_transit: 'in_transit',
  label_created: 'label_created',
  lost: 'lost',
  missorted: ['in_transit', 'missorted'],
  out_for_delivery: 'out_for_delivery',
  received_at_destination_facility: ['in_transit', 'arrived_locally'],
  received_at_origin_facility: ['in_transit', 'accepted'],
  refused: ['exception', 'refused'],
  return: 'returning',
  status_update: null,
  transferred_to_destination_carrier: ['in_transit', 'handed_over'],
  transit_exception: 'exception',
  unknown: null,
  weather_delay: ['delayed', 'weather_delay'],
};

/** Pairs that say together what neither says alone. */
const pairs: Record<string, Row> = {
  // Handed to a shop or locker is not handed to the shopper.
  'delivered+arrived_at_pickup_location': 'available_for_pickup',
  // Delivered at the end of a return is delivered to the sender.
  'delivered+return': 'returned',
  'in_transit+arrived_at_pickup_location': ['in_transit', 'arrived_locally'],
  'return_to_sender+refused': ['returning', 'refused'],
  'return_to_sender+address_correction': ['returning', 'undeliverable'],
};

/** EasyPost's words for a parcel or a scan. */
export interface EasypostWords {
  readonly status: string | null;
  readonly detail?: string | null;
}

/**
 * The canonical status of EasyPost's words. The detail refines the status where it fits and never claims more than the
 * status does. An unknown detail falls to its status; an unknown status says nothing.
 */
export function mapEasypost({ status, detail = null }: EasypostWords): MappedStatus {
  const rule = rowOf(statuses, status);
  if (rule === undefined) return unknownStatus;
  const fine = rowOf(details, detail);
  const known = detail === null || fine !== undefined;
  return mapped(rowOf(pairs, `${status}+${detail}`) ?? refine(rule, fine), known);
}
