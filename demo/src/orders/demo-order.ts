import type { Happening } from './happenings.ts';
import type { PlaceName } from './places.ts';

/** Which platform's webhooks the shop sends for an order. */
export type Platform = 'shopify' | 'woocommerce';

/** Who watches a parcel and sends its tracking webhooks. */
export type Tracker = 'aftership' | 'easypost' | 'shippo';

/** An order as the demo shop keeps it: enough to write the messages a platform and a carrier would send. */
export interface DemoOrder {
  /** What it shows; `new` for one placed while playing. */
  readonly story: string;
  readonly number: string;
  readonly platform: Platform;
  /** The platform's own id. */
  readonly externalId: number;
  readonly placedAt: string;
  readonly locale: string;
  readonly email: string;
  readonly phone: string;
  readonly destination: Destination;
  readonly currency: string;
  readonly lines: DemoLine[];
  readonly discount: Discount | null;
  /** Paid for shipping, in minor units. */
  readonly shipping: number;
  readonly tax: { readonly percent: number; readonly included: boolean };
  readonly parcels: DemoParcel[];
  /** Parcels that come back, each with the return it belongs to. */
  readonly returnParcels: ReturnParcel[];
  /** What the receiver of a gift opens it with; null when it is none. Known once the backend has the order. */
  giftCode: string | null;
  readonly isGift: boolean;
  cancelledAt: string | null;
  /** When everything was given back. */
  refundedAt: string | null;
}

/** A code that takes something off everything: so many percent, or a sum in minor units of the order's currency. */
export type Discount =
  | { readonly code: string; readonly percent: number }
  | { readonly code: string; readonly amount: number };

/** A parcel on its way back. */
export interface ReturnParcel {
  readonly returnId: string;
  /** Of the return: `R-1022-1`. */
  readonly number: string;
  readonly parcel: DemoParcel;
}

/** Where an order goes. */
export interface Destination {
  readonly name: string;
  readonly street: string;
  readonly city: PlaceName;
  readonly postcode: string;
}

/** A line of an order. */
export interface DemoLine {
  readonly id: number;
  /** In the catalogue, with its variant: `dome/olive`. */
  readonly sold: string;
  readonly title: string;
  readonly variant: string | null;
  readonly quantity: number;
  /** Of one unit, in minor units of the order's currency. */
  readonly price: number;
}

/** A parcel with what happened to it so far, oldest first. */
export interface DemoParcel {
  /** The platform's own id of the fulfilment. */
  readonly id: number;
  readonly carrier: CarrierKey;
  readonly tracker: Tracker;
  readonly trackingNumber: string;
  readonly shippedAt: string;
  readonly items: readonly { readonly lineId: number; readonly quantity: number }[];
  /** Where it starts. */
  readonly origin: PlaceName;
  readonly beats: Beat[];
  readonly pickup?: PickupPlace;
  readonly signedBy?: string;
  /** The carrier that takes over in the destination's country. */
  readonly lastMile?: { readonly carrier: CarrierKey; readonly trackingNumber: string };
}

/** One thing that happened, and the delivery day that is promised from then on if it changed. */
export interface Beat {
  readonly at: string;
  readonly happening: Happening;
  readonly place: PlaceName | null;
  /** `YYYY-MM-DD` */
  readonly promise?: string;
}

/** Where a parcel can be collected. */
export interface PickupPlace {
  readonly name: string;
  readonly address: readonly string[];
  /** A line each. */
  readonly hours: readonly string[];
  /** To show or type in. */
  readonly code: string;
  /** How long it is kept, in days from the day it got there. */
  readonly days: number;
}

/** What each aggregator calls a carrier. */
export const carriers = {
  dhl: { name: 'DHL Paket', aftership: 'dhl-germany', easypost: 'DHLPaket', shippo: 'dhl_germany' },
  ups: { name: 'UPS', aftership: 'ups', easypost: 'UPS', shippo: 'ups' },
  dpd: { name: 'DPD', aftership: 'dpd-de', easypost: 'DPD', shippo: 'dpd_de' },
  usps: { name: 'USPS', aftership: 'usps', easypost: 'USPS', shippo: 'usps' },
  fedex: { name: 'FedEx', aftership: 'fedex', easypost: 'FedEx', shippo: 'fedex' },
  aramex: { name: 'Aramex', aftership: 'aramex', easypost: 'Aramex', shippo: 'aramex' },
  postnord: { name: 'PostNord', aftership: 'postnord', easypost: 'PostNord', shippo: 'postnord' },
} as const;

/** A carrier the demo ships with. */
export type CarrierKey = keyof typeof carriers;
