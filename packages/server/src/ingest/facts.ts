import type { MappedStatus, Money, PickupPoint, Place } from '@postlude/contract';

/**
 * What an adapter makes of a message: facts, each complete in itself and each safe to apply in any order and any
 * number of times. Adapters know a provider's words and nothing of our tables; the store knows facts and nothing of providers.
 */
export type Fact =
  | OrderFact
  | ShipmentFact
  | RefundFact
  | TrackingFact
  | ProductFact
  | VariantFact
  | DeletedProductFact;

/** Where a fact comes from. `staff` is the shop's own program over the API. */
export type Source = 'shopify' | 'woocommerce' | 'aftership' | 'easypost' | 'shippo' | 'staff';

/**
 * Which of two facts about the same thing is newer. `at` is the provider's own time of the change; `tie` decides between
 * equal times and must not depend on the order of arrival (a finer trigger time, then a hash of the content).
 */
export interface Version {
  /** RFC 3339 in UTC with milliseconds, so that text order is time order. */
  readonly at: string;
  readonly tie: string;
}

/** A moment with what is known of the wall clock where it happened. */
export interface LocalMoment {
  /** RFC 3339 in UTC with milliseconds; an estimate when `offset` is null. */
  readonly at: string;
  /** `YYYY-MM-DDTHH:MM:SS` as the provider wrote it. */
  readonly localTime: string;
  /** `+02:00`, or null when the provider gave none. */
  readonly offset: string | null;
}

/** An order as its platform sees it now. */
export interface OrderFact {
  readonly kind: 'order';
  readonly source: Source;
  readonly externalId: string;
  readonly version: Version;
  /** Without a leading `#`. */
  readonly number: string;
  readonly placedAt: string;
  readonly currency: string;
  readonly locale: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly destination: {
    /** Who it goes to; for the labels of returns, and shown to nobody else. */
    readonly name: string | null;
    /** Company, street, and what else stands above the city; for the labels of returns only. */
    readonly lines: readonly string[];
    readonly city: string | null;
    readonly region: string | null;
    readonly postcode: string | null;
    readonly country: string | null;
  } | null;
  /** Postcodes that may prove a lookup: delivery and billing. */
  readonly postcodes: readonly string[];
  readonly total: Money | null;
  /**
   * True when unit prices, discounts and the price of shipping include tax. Then the total is the sum of
   * `unit price × quantity − discount` and the price of shipping; otherwise all taxes are added to that.
   */
  readonly taxesIncluded: boolean;
  /** What was really paid for shipping, after its discounts, in minor units of `currency`; null when unknown. */
  readonly shipping: { readonly price: number; readonly tax: number } | null;
  readonly cancelledAt: string | null;
  readonly lines: readonly LineFact[];
  /** The codes it was paid with, as they were typed. */
  readonly discountCodes: readonly string[];
  /** The platform's own id of the customer; null for guests. */
  readonly customerId: string | null;
  /** Whatever the shop knows the means of payment by; kept as a keyed hash only. */
  readonly paymentFingerprint: string | null;
  /** The buyer's address on the net; of its network a keyed hash is kept, and nothing else. */
  readonly address: string | null;
  /** Null when nothing is told of it. */
  readonly paid: boolean | null;
  /** The token of a referral's claim, as the shop's page put it into the order. */
  readonly referralToken: string | null;
}

/** A line of an order. */
export interface LineFact {
  readonly externalId: string;
  /** Plain text: no markup, no entities. */
  readonly title: string;
  readonly variant: string | null;
  readonly sku: string | null;
  readonly productId: string | null;
  /** As first bought. What was removed or refunded is `removed`, or comes as a refund fact, never both. */
  readonly quantity: number;
  readonly removed: number;
  /** Before discounts; never negative. */
  readonly unitPrice: Money | null;
  /**
   * Of all units together, with the line's share of the order's discounts, in minor units of the order's currency. Never
   * negative and never more than the price of the units.
   */
  readonly discount: number;
  /** Of all units together, after discounts, in minor units of the order's currency; never negative. */
  readonly tax: number;
  readonly variantId: string | null;
  readonly productType: string | null;
  readonly tags: readonly string[];
  /** The line this one is a part of, if the platform says so. */
  readonly bundleExternalId: string | null;
  readonly imageUrl: string | null;
  readonly productUrl: string | null;
  /** False for what is never put into a parcel (gift cards, downloads, services). */
  readonly shippable: boolean;
}

/** A fulfilment with its parcels as the platform sees it now. Replaces all parcels of the same `externalId`. */
export interface ShipmentFact {
  readonly kind: 'shipment';
  readonly source: Source;
  readonly orderExternalId: string;
  readonly externalId: string;
  readonly version: Version;
  readonly cancelled: boolean;
  readonly shippedAt: string | null;
  readonly parcels: readonly ParcelFact[];
  readonly items: readonly PackedItemFact[];
  /** The platform's own word for how far it is, if it has one. */
  readonly status: MappedStatus | null;
}

/** Units of a line in a fulfilment. */
export interface PackedItemFact {
  readonly lineExternalId: string;
  readonly quantity: number;
  /** Its place in `parcels`, where the platform says in which one they are. */
  readonly parcel?: number;
}

/** One parcel of a fulfilment. A fulfilment without a number still has one parcel. */
export interface ParcelFact {
  readonly trackingNumber: string | null;
  readonly carrierName: string | null;
  readonly trackingUrl: string | null;
}

/** Money given back on the platform, and the items it was given back for. */
export interface RefundFact {
  readonly kind: 'refund';
  readonly source: Source;
  readonly orderExternalId: string;
  readonly externalId: string;
  readonly createdAt: string;
  readonly amount: Money | null;
  readonly items: readonly { readonly lineExternalId: string; readonly quantity: number }[];
}

/** What tracking news is about: a number printed on a parcel, or a fulfilment of a platform. */
export type Subject =
  | { readonly by: 'number'; readonly trackingNumber: string }
  | { readonly by: 'shipment'; readonly source: Source; readonly externalId: string };

/** A snapshot of a parcel as a carrier or aggregator sees it now, with all the events it tells. */
export interface TrackingFact {
  readonly kind: 'tracking';
  readonly source: Source;
  readonly subject: Subject;
  readonly version: Version;
  /** The state of the whole parcel; null when only events are told. */
  readonly status: MappedStatus | null;
  /** The provider's own words for it, kept whatever we made of them. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly carrierName: string | null;
  readonly events: readonly EventFact[];
  readonly promise: PromiseFact | null;
  readonly pickup: PickupPoint | null;
  readonly proof: {
    readonly signedBy: string | null;
    readonly leftAt: string | null;
    readonly photoUrl: string | null;
  } | null;
  /** Other carriers that take part, in their order; empty when there is one. */
  readonly legs: readonly {
    readonly carrierName: string;
    readonly trackingNumber: string | null;
    readonly trackingUrl: string | null;
    readonly since: string | null;
  }[];
  /** Where the shopper can act (pay customs, choose another day), if the provider gives an address. */
  readonly actionUrl: string | null;
}

/** One event of a parcel. */
export interface EventFact {
  /** The provider's id of the event if it has one; otherwise null, and equal content is one event. */
  readonly externalId: string | null;
  readonly when: LocalMoment;
  readonly mapped: MappedStatus;
  readonly message: string | null;
  readonly place: Place | null;
  readonly carrierName: string | null;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A delivery date that was promised, as seen at one moment. */
export interface PromiseFact {
  readonly observedAt: string;
  readonly from: string | null;
  readonly until: string;
  readonly zone: string | null;
  readonly source: 'carrier' | 'store' | 'platform';
  readonly reason: string | null;
}

/** A product as its platform sells it now. */
export interface ProductFact {
  readonly kind: 'product';
  readonly source: Source;
  readonly externalId: string;
  readonly version: Version;
  readonly title: string;
  readonly productType: string | null;
  readonly tags: readonly string[];
  readonly imageUrl: string | null;
  readonly productUrl: string | null;
  /** False for drafts and what is archived. */
  readonly onSale: boolean;
  /** The ids of all its variants, in the order the shop shows them. */
  readonly variantIds: readonly string[];
  /** Those it tells of; a platform may tell of each apart, see `VariantFact`. */
  readonly variants: readonly SoldVariant[];
}

/** What a shopper can choose of a product. */
export interface SoldVariant {
  readonly externalId: string;
  readonly title: string;
  readonly sku: string | null;
  readonly price: Money | null;
  /** Units on hand; null when they are not counted, or when it is sold without any. */
  readonly stock: number | null;
  readonly imageUrl: string | null;
  /** GTIN in 14 digits; left out or null when it has none. */
  readonly gtin?: string | null;
}

/** A variant that is told of apart from its product. Whether the product still has it is the product's to say. */
export interface VariantFact extends SoldVariant {
  readonly kind: 'variant';
  readonly source: Source;
  readonly productExternalId: string;
  readonly version: Version;
}

/** When a product was deleted that can never come back. */
export const forGood = '9999-12-31T23:59:59.999Z';

/** A product that is sold no more. It is back when a product fact of a later time comes. */
export interface DeletedProductFact {
  readonly kind: 'deleted_product';
  readonly source: Source;
  readonly externalId: string;
  /** RFC 3339 in UTC with milliseconds. */
  readonly deletedAt: string;
}
