import type { Headline, Order } from '@postlude/contract';
import type { Goods } from './items.ts';
import type { Parcel } from './parcel.ts';
import { compareTexts, rankOf } from './reading.ts';

/**
 * How far an order is.
 *
 * `shipped` and `delivered` are said only when nothing is left to send; `partly_…` when some of it is. A parcel that was
 * lost or came back was shipped and not delivered. An order is cancelled when its platform says so, or when every unit
 * was taken out before a parcel was made.
 */
export function orderStatusOf(cancelled: boolean, parcels: readonly Parcel[], goods: Goods): Order['status'] {
  if (cancelled || (goods.allRemoved && parcels.length === 0)) return 'cancelled';
  const counted = parcels.filter(({ shipment }) => shipment.status !== 'cancelled');
  const delivered = counted.filter(({ shipment }) => shipment.status === 'delivered').length;
  const left = counted.filter((parcel) => parcel.left).length;
  const nothingLeft = goods.unshipped.length === 0;
  if (left === 0) return 'processing';
  if (delivered === counted.length && nothingLeft) return 'delivered';
  if (delivered > 0) return 'partly_delivered';
  return left === counted.length && nothingLeft ? 'shipped' : 'partly_shipped';
}

/**
 * The sentence about the whole order: that of the parcel that matters most, which is the first. While goods are still to
 * be sent and every parcel has come to its end well, it is that the rest is being prepared.
 */
export function orderHeadlineOf(
  status: Order['status'],
  sorted: readonly Parcel[],
  unshipped: Goods['unshipped'],
): Headline {
  const plain = (code: Headline['code']): Headline => ({
    code,
    date: null,
    until: null,
    days: null,
    tone: 'neutral',
  });
  if (status === 'cancelled') return plain('cancelled');
  const first = sorted[0];
  if (!first) return plain('preparing');
  return unshipped.length > 0 && groupOf(first) >= groups.delivered
    ? plain('preparing')
    : first.shipment.headline;
}

const groups = { action: 0, problem: 1, moving: 2, delivered: 3, cancelled: 4 };

function groupOf({ shipment }: Parcel): number {
  if (shipment.actionRequired !== null) return groups.action;
  if (shipment.status === 'cancelled') return groups.cancelled;
  if (shipment.status === 'delivered') return groups.delivered;
  return ['warning', 'problem'].includes(shipment.headline.tone) ? groups.problem : groups.moving;
}

/**
 * What needs the shopper comes first, then what went wrong (the worse first), then what moves (what arrives first
 * first), then what was delivered (the latest first), then what was cancelled.
 */
export function compareParcels(a: Parcel, b: Parcel): number {
  const group = groupOf(a);
  const left = a.shipment;
  const right = b.shipment;
  return (
    group - groupOf(b) ||
    (group === groups.action ? compareTexts(untilOf(left), untilOf(right)) : 0) ||
    (group === groups.delivered ? compareTexts(right.deliveredAt, left.deliveredAt) : 0) ||
    Number(right.headline.tone === 'problem') - Number(left.headline.tone === 'problem') ||
    compareTexts(arrivalOf(left), arrivalOf(right)) ||
    rankOf(right.status) - rankOf(left.status) ||
    (b.newsAt ?? 0) - (a.newsAt ?? 0) ||
    compareTexts(left.shippedAt, right.shippedAt) ||
    compareTexts(left.id, right.id)
  );
}

const noDay = '9999-12-31';

type ParcelShipment = Parcel['shipment'];

const untilOf = (shipment: ParcelShipment): string => shipment.actionRequired?.until ?? noDay;

/** The day a parcel is expected; out for delivery means today, which no promise beats. */
const arrivalOf = (shipment: ParcelShipment): string =>
  shipment.headline.code === 'out_for_delivery' ? '' : (shipment.promise?.until ?? noDay);
