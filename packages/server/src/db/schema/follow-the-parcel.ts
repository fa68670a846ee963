import type { MappedStatus, PickupPoint, Place, Provider } from '@postlude/contract';
import type { Generated } from 'kysely';
import type { TrackingFact } from '../../ingest/facts.ts';
import type { Json, MaybeJson, MaybeMoment, Moment, MomentOfNow } from '../columns.ts';
import type {
  AttemptLimitsTable,
  IdempotencyKeysTable,
  MessagesTable,
  UnknownStatusesTable,
} from './inbox.ts';

/** Columns of a row of which only the newest version counts: `(version_at, version_tie)` as a pair, the greater wins. */
export interface Versioned {
  version_at: Moment;
  version_tie: string;
}

/** A shop. */
export interface StoresTable {
  store_id: string;
  name: string;
  origins: string[];
  locale: string;
  currency: string;
  time_zone: string;
  contact: Json<{ email: string | null; phone: string | null; url: string | null }>;
  stalled_after_days: Generated<number>;
  created_at: MomentOfNow;
  updated_at: MomentOfNow;
}

/** A key a caller shows: publishable ones in clear in `lookup`, secret ones as the SHA-256 of the key. */
export interface StoreKeysTable {
  store_id: string;
  key_id: string;
  kind: 'publishable' | 'secret';
  lookup: string;
  /** The last four characters, so that people can tell keys apart. */
  hint: string;
  created_at: MomentOfNow;
  /** Refused from then on; null while it is the current key. */
  expires_at: MaybeMoment;
}

/** A secret the store shares with its storefront (the embed secret), encrypted by the SecretBox. */
export interface StoreSecretsTable {
  store_id: string;
  secret_id: string;
  kind: 'embed' | 'easypost_api';
  sealed: string;
  created_at: MomentOfNow;
  expires_at: MaybeMoment;
}

/** An address that a provider delivers to. */
export interface WebhooksTable {
  store_id: string;
  webhook_id: string;
  provider: Provider;
  created_at: MomentOfNow;
}

/** A secret of a webhook, encrypted by the SecretBox; at most two are valid at a time. */
export interface WebhookSecretsTable {
  store_id: string;
  webhook_id: string;
  secret_id: string;
  sealed: string;
  created_at: MomentOfNow;
  expires_at: MaybeMoment;
}

/** An order as its platform sees it. */
export interface OrdersTable extends Versioned {
  store_id: string;
  order_id: string;
  source: string;
  external_id: string;
  number: string;
  /** The number trimmed, without a leading `#`, lower-cased: what a lookup compares. */
  number_key: string;
  placed_at: Moment;
  currency: string;
  locale: string | null;
  email: string | null;
  /** Trimmed and lower-cased. */
  email_key: string | null;
  /** See `mailboxOf`. */
  mailbox_key: string | null;
  /** See `personKey`: the words of the name it goes to, and the postcode. */
  person_key: string | null;
  phone: string | null;
  /** Digits only. */
  phone_digits: string | null;
  /** Letters and digits only, upper-cased; delivery and billing. */
  postcode_keys: string[];
  destination: MaybeJson<{
    city: string | null;
    region: string | null;
    postcode: string | null;
    country: string | null;
    /** Who it goes to and the street, for the labels of returns; orders of an earlier version have neither. */
    name?: string | null;
    lines?: readonly string[];
  }>;
  total_amount: number | null;
  total_currency: string | null;
  /** True when unit prices, discounts and the price of shipping include tax. */
  taxes_included: Generated<boolean>;
  /** What was paid for shipping after its discounts, in the order's currency; null when unknown, and then its tax is too. */
  shipping_amount: number | null;
  shipping_tax: number | null;
  cancelled_at: MaybeMoment;
  /** `<source>:<the platform's own id of the customer>`; null for guests. */
  customer_key: string | null;
  /** The codes it was paid with, as the platform told them. */
  discount_codes: Generated<string[]>;
  /** See `claimTokenKey`: of the referral's claim that the page told with the order. */
  claim_token: string | null;
  /** Keyed hashes of the means of payment, as the shop told it, and of the buyer's network. */
  payment_key: string | null;
  network_key: string | null;
  /** Null while it is not known; then it counts as paid. */
  paid: boolean | null;
  created_at: MomentOfNow;
  updated_at: MomentOfNow;
}

/** A line of an order. */
export interface OrderLinesTable {
  store_id: string;
  line_id: string;
  order_id: string;
  external_id: string;
  position: number;
  title: string;
  variant: string | null;
  sku: string | null;
  product_id: string | null;
  variant_id: string | null;
  product_type: string | null;
  tags: Generated<string[]>;
  /** The external id of the line this one is a part of. */
  bundle_external_id: string | null;
  quantity: number;
  removed: number;
  unit_price_amount: number | null;
  unit_price_currency: string | null;
  /** Of all units together, in the order's currency, with the line's share of the order's discounts. */
  discount_amount: Generated<number>;
  /** Of all units together, in the order's currency. */
  tax_amount: Generated<number>;
  image_url: string | null;
  product_url: string | null;
  shippable: boolean;
}

/** One parcel of a fulfilment. Belongs to the order with the same source and `order_external_id`, which may come later. */
export interface ShipmentsTable extends Versioned {
  store_id: string;
  shipment_id: string;
  source: string;
  external_id: string;
  /** 0, 1, … within the fulfilment. */
  parcel: number;
  order_external_id: string;
  /** What its tracking rows are found by: `number:<KEY>` or `shipment:<source>:<externalId>`. */
  subject: string;
  tracking_number: string | null;
  carrier_name: string | null;
  tracking_url: string | null;
  cancelled: boolean;
  shipped_at: MaybeMoment;
  /** The platform's own word. */
  status: MaybeJson<MappedStatus>;
  created_at: MomentOfNow;
  updated_at: MomentOfNow;
}

/** Units of an order line in a fulfilment. */
export interface ShipmentItemsTable {
  store_id: string;
  source: string;
  shipment_external_id: string;
  line_external_id: string;
  /** The parcel they are in; -1 where the platform does not say, which means somewhere in the fulfilment. */
  parcel: Generated<number>;
  quantity: number;
}

/** Money and items given back on the platform. */
export interface RefundsTable {
  store_id: string;
  source: string;
  external_id: string;
  order_external_id: string;
  refunded_at: Moment;
  amount: number | null;
  currency: string | null;
  items: Json<readonly { lineExternalId: string; quantity: number }[]>;
}

/** The newest snapshot of a parcel by one source. */
export interface TracksTable extends Versioned {
  store_id: string;
  subject: string;
  source: string;
  status: MaybeJson<MappedStatus>;
  raw: Json<Record<string, unknown>>;
  carrier_name: string | null;
  pickup: MaybeJson<PickupPoint>;
  proof: MaybeJson<NonNullable<TrackingFact['proof']>>;
  legs: Json<TrackingFact['legs']>;
  action_url: string | null;
  updated_at: MomentOfNow;
}

/** One scan or message of a carrier. */
export interface TrackingEventsTable {
  store_id: string;
  event_id: string;
  subject: string;
  source: string;
  /** The provider's id, or a hash of the content: the same event has the same key. */
  event_key: string;
  at: Moment;
  local_time: string;
  utc_offset: string | null;
  status: string;
  sub_status: string | null;
  action_required: boolean;
  known: boolean;
  message: string | null;
  place: MaybeJson<Place>;
  carrier_name: string | null;
  raw: Json<Record<string, unknown>>;
  received_at: MomentOfNow;
}

/** A promised day as it was seen at one moment. Never changed; the ledger is made of these at read time. */
export interface PromisesTable {
  store_id: string;
  subject: string;
  source: string;
  observed_at: Moment;
  /** Of the content, so that two different promises of one moment are both kept. */
  promise_key: string;
  promised_by: 'carrier' | 'store' | 'platform';
  from_date: string | null;
  until_date: string;
  zone: string | null;
  reason: string | null;
}

/** The tables of migration 1. */
export interface FollowTheParcelTables {
  stores: StoresTable;
  store_keys: StoreKeysTable;
  store_secrets: StoreSecretsTable;
  webhooks: WebhooksTable;
  webhook_secrets: WebhookSecretsTable;
  orders: OrdersTable;
  order_lines: OrderLinesTable;
  shipments: ShipmentsTable;
  shipment_items: ShipmentItemsTable;
  refunds: RefundsTable;
  tracks: TracksTable;
  tracking_events: TrackingEventsTable;
  promises: PromisesTable;
  messages: MessagesTable;
  unknown_statuses: UnknownStatusesTable;
  idempotency_keys: IdempotencyKeysTable;
  attempt_limits: AttemptLimitsTable;
}
