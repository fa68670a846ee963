import { createHash } from 'node:crypto';
import {
  actionFor,
  type OrderInput,
  type ShipmentInput,
  type TrackingEventInput,
  type TrackingInput,
  type TrackingStatus,
  type TrackingSubStatus,
  trackingSubStatuses,
} from '@postlude/contract';
import { ApiProblem } from '../http/api-problem.ts';
import type {
  EventFact,
  OrderFact,
  RefundFact,
  ShipmentFact,
  Source,
  Subject,
  TrackingFact,
  Version,
} from '../ingest/facts.ts';
import { checkMoney } from './staff-money.ts';

/** What a staff program says of an order. Without `updatedAt` it speaks of `now`. */
export function orderFact(externalId: string, input: OrderInput, now: Date): OrderFact {
  const ids = new Set<string>();
  for (const [place, line] of input.lines.entries()) {
    if (ids.has(line.externalId)) {
      throw invalid(`lines.${place}.externalId`, 'Another line of this order has the same id.');
    }
    ids.add(line.externalId);
    if (line.removed !== undefined && line.removed > line.quantity) {
      throw invalid(`lines.${place}.removed`, 'This must not be more than the quantity.');
    }
  }
  checkMoney(input);
  const { destination, shipping } = input;
  const postcode = destination?.postcode ?? null;
  return {
    kind: 'order',
    source: 'staff',
    externalId,
    version: versionOf(input.updatedAt, input, now),
    number: input.number.trim().replace(/^#+\s*/, '') || input.number,
    placedAt: instant(input.placedAt, 'placedAt'),
    currency: input.currency,
    locale: input.locale ?? null,
    email: input.email ?? null,
    phone: input.phone ?? null,
    destination: destination
      ? {
          name: destination.name ?? null,
          lines: destination.lines ?? [],
          city: destination.city ?? null,
          region: destination.region ?? null,
          postcode,
          country: destination.country ?? null,
        }
      : null,
    postcodes: postcode === null ? [] : [postcode],
    total: input.total ?? null,
    taxesIncluded: input.taxesIncluded ?? false,
    shipping: shipping ? { price: shipping.price.amount, tax: shipping.tax?.amount ?? 0 } : null,
    cancelledAt: input.cancelledAt ? instant(input.cancelledAt, 'cancelledAt') : null,
    discountCodes: input.discountCodes ?? [],
    customerId: input.customerId ?? null,
    paymentFingerprint: input.paymentFingerprint ?? null,
    address: input.buyerAddress ?? null,
    paid: input.paid ?? null,
    referralToken: input.referralToken ?? null,
    lines: input.lines.map((line) => ({
      externalId: line.externalId,
      title: line.title,
      variant: line.variant ?? null,
      sku: line.sku ?? null,
      productId: line.productId ?? null,
      quantity: line.quantity,
      removed: line.removed ?? 0,
      unitPrice: line.unitPrice ?? null,
      discount: line.discount?.amount ?? 0,
      tax: line.tax?.amount ?? 0,
      variantId: line.variantId ?? null,
      productType: line.productType ?? null,
      tags: line.tags ?? [],
      bundleExternalId: line.bundleExternalId ?? null,
      imageUrl: line.imageUrl ?? null,
      productUrl: line.productUrl ?? null,
      shippable: true,
    })),
  };
}

/** The refunds a staff program tells with an order. */
export function refundFacts(orderExternalId: string, input: OrderInput): RefundFact[] {
  return (input.refunds ?? []).map((refund, place) => ({
    kind: 'refund',
    source: 'staff',
    orderExternalId,
    externalId: refund.externalId,
    createdAt: instant(refund.refundedAt, `refunds.${place}.refundedAt`),
    amount: refund.amount,
    items: refund.items,
  }));
}

/** What a staff program says of a shipment of an order; it belongs to the order's own source, so that the two meet. */
export function shipmentFact(
  order: { source: Source; externalId: string },
  externalId: string,
  input: ShipmentInput,
  now: Date,
): ShipmentFact {
  return {
    kind: 'shipment',
    source: order.source,
    orderExternalId: order.externalId,
    externalId,
    version: versionOf(input.updatedAt, input, now),
    cancelled: input.cancelled ?? false,
    shippedAt: input.shippedAt ? instant(input.shippedAt, 'shippedAt') : null,
    parcels: [
      {
        trackingNumber: input.trackingNumber ?? null,
        carrierName: input.carrier ?? null,
        trackingUrl: input.trackingUrl ?? null,
      },
    ],
    items: input.items,
    status: null,
  };
}

/**
 * The moment of what was said without one: now, but later than what was said before, so that it counts although it came
 * within the same millisecond, or through a process whose clock is behind.
 */
export function nowAfter(now: Date, before: Date | null): Date {
  return before === null || before < now ? now : new Date(before.getTime() + 1);
}

/** What staff told of a parcel before, that news without it must not wipe out. */
export type EarlierNews = Pick<TrackingFact, 'pickup' | 'proof'>;

/** What a staff program says of a parcel. */
export function trackingFact(
  subject: Subject,
  input: TrackingInput,
  earlier: EarlierNews,
  now: Date,
): TrackingFact {
  const { promise, pickup, proof } = input;
  return {
    kind: 'tracking',
    source: 'staff',
    subject,
    version: versionOf(undefined, input, now),
    status: null,
    raw: {},
    carrierName: null,
    events: (input.events ?? []).map(eventFact),
    promise: promise
      ? {
          observedAt: promise.observedAt
            ? instant(promise.observedAt, 'promise.observedAt')
            : now.toISOString(),
          from: promise.from ? day(promise.from, 'promise.from') : null,
          until: day(promise.until, 'promise.until'),
          zone: promise.zone ?? null,
          source: 'store',
          reason: promise.reason ?? null,
        }
      : null,
    pickup: pickup
      ? {
          name: pickup.name ?? null,
          address: pickup.address ?? [],
          hours: pickup.hours ?? [],
          code: pickup.code ?? null,
          until: pickup.until ?? null,
        }
      : earlier.pickup,
    proof: proof
      ? { signedBy: proof.signedBy ?? null, leftAt: proof.leftAt ?? null, photoUrl: proof.photoUrl ?? null }
      : earlier.proof,
    legs: [],
    actionUrl: null,
  };
}

function eventFact(input: TrackingEventInput, place: number): EventFact {
  const subStatus = subStatusOf(input.status, input.subStatus ?? null, `events.${place}.subStatus`);
  const at = instant(input.at, `events.${place}.at`);
  const [, wall = '', offset = ''] = /^(.{19})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/.exec(input.at) ?? [];
  return {
    externalId: null,
    when: {
      at,
      localTime: input.localTime ?? (wall || at.slice(0, 19)),
      offset: input.localTime === undefined ? (offset === 'Z' ? '+00:00' : offset || null) : null,
    },
    mapped: {
      status: input.status,
      subStatus,
      actionRequired: actionFor(input.status, subStatus) !== null,
      known: true,
    },
    message: input.message ?? null,
    place: input.place
      ? {
          city: input.place.city ?? null,
          region: input.place.region ?? null,
          country: input.place.country?.toUpperCase() ?? null,
        }
      : null,
    carrierName: null,
    raw: { status: input.status, ...(subStatus === null ? {} : { subStatus }) },
  };
}

function subStatusOf(status: TrackingStatus, text: string | null, path: string): TrackingSubStatus | null {
  if (text === null) return null;
  const known: readonly TrackingSubStatus[] = trackingSubStatuses[status];
  const found = known.find((each) => each === text);
  if (found !== undefined) return found;
  throw invalid(
    path,
    known.length > 0 ? `With this status it must be one of: ${known.join(', ')}.` : 'This status has none.',
  );
}

/** What a caller sends with the same content is the same version, whenever it comes. Without `updatedAt` it is of `now`. */
export function versionOf(updatedAt: string | undefined, content: unknown, now: Date): Version {
  const tie = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
  return { at: updatedAt === undefined ? now.toISOString() : instant(updatedAt, 'updatedAt'), tie };
}

/** In UTC with milliseconds. The database knows no year 0 and none of five digits, so neither may come out of an offset. */
function instant(text: string, path: string): string {
  const written = new Date(text).toISOString();
  if (/^(?!0000)\d{4}-/.test(written)) return written;
  throw invalid(path, 'This must be a moment of the years 1 to 9999.');
}

function day(text: string, path: string): string {
  if (!text.startsWith('0000')) return text;
  throw invalid(path, 'This must be a day of the years 1 to 9999.');
}

const invalid = (path: string, sentence: string): ApiProblem =>
  new ApiProblem('invalid_input', { fields: { [path]: sentence } });
