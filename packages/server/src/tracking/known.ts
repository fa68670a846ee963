import type { Id, Money, PickupPoint, Place, PublicStore, TrackingStatus } from '@postlude/contract';
import type { Source } from '../ingest/facts.ts';

/**
 * Everything known of an order, as plain rows: what the store reads and the rules (`readOrder`) turn into the card.
 *
 * Filled by one query. What the rules rely on, and what they do not:
 * - The order of every array is of no importance, and neither are rows that come twice.
 * - Instants are RFC 3339 in any offset and precision (what `to_json(timestamptz)` writes is fine); they leave the rules
 *   in UTC with milliseconds. Calendar dates are `YYYY-MM-DD`.
 * - Texts are whatever providers sent. The rules let no address but http and https through.
 * - Rows about parcels are joined by `subject`, see `subjectOfNumber` and `subjectOfShipment`. Rows with a subject of
 *   none of the shipments do no harm.
 */
export interface KnownOrder {
  readonly order: KnownOrderRow;
  readonly lines: readonly KnownLine[];
  readonly refunds: readonly KnownRefund[];
  /** One per parcel, cancelled ones included. */
  readonly shipments: readonly KnownShipment[];
  /** The newest snapshot of each subject and source. */
  readonly tracks: readonly KnownTrack[];
  readonly events: readonly KnownEvent[];
  readonly promises: readonly KnownPromise[];
  readonly store: KnownStore;
}

/** The order itself. */
export interface KnownOrderRow {
  readonly id: Id<'order'>;
  readonly number: string;
  readonly placedAt: string;
  readonly cancelledAt: string | null;
  readonly total: Money | null;
  readonly destination: { readonly city: string | null; readonly country: string | null } | null;
}

/** A line as first bought. */
export interface KnownLine {
  readonly id: Id<'line'>;
  readonly externalId: string;
  /** Where it stands in the order, from 0. */
  readonly position: number;
  readonly title: string;
  readonly variant: string | null;
  readonly quantity: number;
  /** What was taken out or refunded and is in no refund row. */
  readonly removed: number;
  readonly imageUrl: string | null;
  readonly productUrl: string | null;
  /** False for what is never put into a parcel. */
  readonly shippable: boolean;
}

/** A refund: the items money was given back for. `key` tells refunds apart: `<source>:<external id>`. */
export interface KnownRefund {
  readonly key: string;
  readonly items: readonly KnownItem[];
}

/** Units of a line, named by the shop's own id of the line. */
export interface KnownItem {
  readonly lineExternalId: string;
  readonly quantity: number;
}

/** Units in a fulfilment. */
export interface KnownPackedItem extends KnownItem {
  /** The parcel they are in; null where the platform does not say: then in any of them. */
  readonly parcel: number | null;
}

/** A parcel. Parcels of one fulfilment share source, external id, items, version and status. */
export interface KnownShipment {
  readonly id: Id<'shipment'>;
  readonly source: Source;
  /** The fulfilment's id on its platform. */
  readonly externalId: string;
  readonly versionAt: string;
  readonly versionTie: string;
  readonly cancelled: boolean;
  readonly shippedAt: string | null;
  readonly trackingNumber: string | null;
  readonly carrierName: string | null;
  readonly trackingUrl: string | null;
  /** Its place among the parcels of the fulfilment, from 0. */
  readonly parcel: number;
  /** All items of the fulfilment, those in its other parcels too. */
  readonly items: readonly KnownPackedItem[];
  /** The platform's own word for how far the fulfilment is; null when it has none. */
  readonly status: KnownStatus | null;
}

/** A provider's words in ours, as stored. `actionFor(status, subStatus) !== null` where a source has no flag of its own. */
export interface KnownStatus {
  readonly status: TrackingStatus;
  readonly subStatus: string | null;
  readonly actionRequired: boolean;
}

/** The newest snapshot one source told of one subject. */
export interface KnownTrack {
  readonly subject: string;
  readonly source: Source;
  readonly versionAt: string;
  readonly versionTie: string;
  /** Null when the source told only events. */
  readonly status: KnownStatus | null;
  readonly carrierName: string | null;
  readonly pickup: PickupPoint | null;
  readonly proof: {
    readonly signedBy: string | null;
    readonly leftAt: string | null;
    readonly photoUrl: string | null;
  } | null;
  readonly legs: readonly KnownLeg[];
  /** Where the shopper can act. */
  readonly actionUrl: string | null;
}

/** One carrier's part of a journey. */
export interface KnownLeg {
  readonly carrierName: string;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly since: string | null;
}

/** One stored event of a subject. */
export interface KnownEvent extends KnownStatus {
  readonly id: Id<'trackingEvent'>;
  readonly subject: string;
  readonly source: Source;
  readonly at: string;
  /** `YYYY-MM-DDTHH:MM:SS` at the place it happened. */
  readonly localTime: string;
  /** `+02:00`; null when the provider gave none and `at` is an estimate. */
  readonly offset: string | null;
  readonly message: string | null;
  readonly place: Place | null;
  readonly carrierName: string | null;
}

/** A delivery date as one source told it at one moment. Told again without a change it may be stored again. */
export interface KnownPromise {
  readonly subject: string;
  /** Which provider told it. */
  readonly source: Source;
  readonly observedAt: string;
  readonly from: string | null;
  readonly until: string;
  readonly zone: string | null;
  /** Whose promise it is. */
  readonly promisedBy: 'carrier' | 'store' | 'platform';
  readonly reason: string | null;
}

/** What the rules need of the store, and what everybody may see of it. */
export interface KnownStore extends PublicStore {
  readonly stalledAfterDays: number;
}

/** The subject of news about a number printed on a parcel: white space is of no importance, nor are capitals. */
export const subjectOfNumber = (trackingNumber: string): string =>
  `number:${trackingNumber.replace(/\s+/gu, '').toUpperCase()}`;

/** The subject of news about a fulfilment of a platform. */
export const subjectOfShipment = (source: Source, externalId: string): string =>
  `shipment:${source}:${externalId}`;
