import type { TrackingStatus } from '../tracking-status.ts';

/** Members of https://schema.org/OrderStatus. */
const orderStatuses: Record<TrackingStatus, string> = {
  pending: 'OrderProcessing',
  label_created: 'OrderProcessing',
  in_transit: 'OrderInTransit',
  delayed: 'OrderInTransit',
  held: 'OrderProblem',
  out_for_delivery: 'OrderInTransit',
  attempt_failed: 'OrderProblem',
  available_for_pickup: 'OrderPickupAvailable',
  delivered: 'OrderDelivered',
  returning: 'OrderReturned',
  returned: 'OrderReturned',
  lost: 'OrderProblem',
  damaged: 'OrderProblem',
  exception: 'OrderProblem',
  expired: 'OrderProblem',
  cancelled: 'OrderCancelled',
};

/** The schema.org OrderStatus of a parcel's status, as its URL. */
export const schemaOrgOrderStatus = (status: TrackingStatus): string =>
  `https://schema.org/${orderStatuses[status]}`;
