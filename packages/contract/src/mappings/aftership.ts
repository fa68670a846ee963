import type { MappedStatus } from '../tracking-status.ts';
import { mapped, type Row, rowOf, unknownStatus } from './mapped.ts';

/** AfterShip's tags. https://www.aftership.com/docs/tracking/enum/delivery-statuses */
const tags: Record<string, Row> = {
  Pending: 'pending',
  InfoReceived: 'label_created',
  InTransit: 'in_transit',
  OutForDelivery: 'out_for_delivery',
  AttemptFail: 'attempt_failed',
  Delivered: 'delivered',
  AvailableForPickup: 'available_for_pickup',
  Exception: 'exception',
  Expired: 'expired',
};

/** AfterShip's sub-tags. https://www.aftership.com/docs/tracking/enum/delivery-sub-statuses */
const subtags: Record<string, Row> = {
  Pending_001: 'pending',
  // Listed by AfterShip's own libraries without a meaning; the tag says all that is safe to say.
  Pending_002: 'pending',
  Pending_003: 'pending',
  Pending_004: 'pending',
  Pending_005: 'pending',
  Pending_006: 'pending',
  InfoReceived_001: 'label_created',
  InTransit_001: 'in_transit',
  InTransit_002: ['in_transit', 'accepted'],
  InTransit_003: ['in_transit', 'arrived'],
  InTransit_004: ['in_transit', 'arrived_in_country'],
  InTransit_005: ['in_transit', 'customs_cleared'],
  InTransit_006: ['in_transit', 'customs_started'],
  InTransit_007: ['in_transit', 'departed'],
  InTransit_008: ['in_transit', 'resumed'],
  InTransit_009: ['in_transit', 'redirected'],
  OutForDelivery_001: 'out_for_delivery',
  // Before AvailableForPickup was a tag of its own.
  OutForDelivery_002: 'available_for_pickup',
  OutForDelivery_003: ['out_for_delivery', 'recipient_contacted'],
  OutForDelivery_004: ['out_for_delivery', 'appointment_made'],
  AttemptFail_001: 'attempt_failed',
  AttemptFail_002: ['attempt_failed', 'nobody_home'],
  AttemptFail_003: ['attempt_failed', 'business_closed'],
  AvailableForPickup_001: 'available_for_pickup',
  Delivered_001: 'delivered',
  Delivered_002: ['delivered', 'collected'],
  Delivered_003: ['delivered', 'signed'],
  Delivered_004: ['delivered', 'cash_paid'],
  Delivered_005: ['delivered', 'with_neighbour'],
  Exception_001: 'exception',
  Exception_002: ['exception', 'recipient_moved'],
  Exception_003: ['exception', 'refused'],
  Exception_004: ['delayed', 'customs_delay'],
  Exception_005: ['delayed', 'external_delay'],
  Exception_006: ['held', 'payment_due'],
  Exception_007: ['held', 'address_problem'],
  Exception_008: ['exception', 'pickup_missed'],
  Exception_009: ['exception', 'rejected'],
  Exception_010: 'returning',
  Exception_011: 'returned',
  Exception_012: 'damaged',
  Exception_013: 'lost',
  // From March 2026 on.
  Exception_016: ['delayed', 'processing_delay'],
  Exception_017: ['delayed', 'weather_delay'],
  Exception_018: ['held', 'documents_missing'],
  Exception_019: ['delayed', 'external_delay'],
  Exception_020: 'cancelled',
  Exception_021: ['exception', 'disposed'],
  Expired_001: 'expired',
};

/** AfterShip's words for a parcel or a checkpoint. */
export interface AftershipWords {
  readonly tag: string | null;
  readonly subtag?: string | null;
  /** `return_to_sender` of the whole tracking: some checkpoint said that the parcel goes or went back. */
  readonly returnToSender?: boolean;
}

/**
 * The canonical status of AfterShip's words. A sub-tag that is in no table, or that belongs to another tag, falls to its
 * tag; an unknown tag says nothing. What arrives after a return to the sender arrived at the sender, not at the shopper.
 */
export function mapAftership({ tag, subtag = null, returnToSender = false }: AftershipWords): MappedStatus {
  const result = mapTags(tag, subtag);
  if (!returnToSender) return result;
  switch (result.status) {
    case 'delivered':
      return mapped('returned', result.known);
    case 'in_transit':
    case 'out_for_delivery':
    case 'available_for_pickup':
      return mapped('returning', result.known);
    default:
      return result;
  }
}

function mapTags(tag: string | null, subtag: string | null): MappedStatus {
  const coarse = rowOf(tags, tag);
  const fine = rowOf(subtags, subtag);
  if (fine !== undefined && (tag === null || subtag?.startsWith(`${tag}_`))) return mapped(fine);
  if (coarse === undefined) return unknownStatus;
  // A known sub-tag of another tag (OutForDelivery_002 beside AvailableForPickup) is fine where both say the same.
  const agrees = fine !== undefined && mapped(fine).status === mapped(coarse).status;
  return mapped(coarse, subtag === null || agrees);
}
