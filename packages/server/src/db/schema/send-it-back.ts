import type {
  DeliveryProblem,
  ItemRights,
  Resolution,
  Return,
  ReturnDraft,
  ReturnFiling,
  ReturnRoute,
  ReturnStatus,
  Settlement,
} from '@postlude/contract';
import type { Given } from '../../settlement/request.ts';
import type { Json, MaybeJson, Moment } from '../columns.ts';

/** What was given back, as it travels, and the event that told of it. */
export type StoredSettled = NonNullable<Return['settled']> & { readonly eventId?: string };

/** How the making of a label stands. */
export interface StoredLabel {
  readonly state: 'waiting' | 'ready' | 'failed' | 'voiding' | 'voided' | 'kept';
  /** How often the carrier was asked, for what the state waits for. */
  readonly attempts: number;
  /** Until then somebody is asking the carrier; RFC 3339. */
  readonly heldUntil: string | null;
  /** Why it failed, or was not taken back, in a sentence for staff. */
  readonly error: string | null;
  /** What the adapter answered, for the document and for taking it back. */
  readonly made: Readonly<Record<string, unknown>> | null;
}

/** A return. `filed`, `decision` and `policy_version` are what it was filed with. */
export interface ReturnsTable {
  store_id: string;
  return_id: string;
  order_id: string;
  /** `R-1001-1`. */
  number: string;
  /** `R-1001`: what the sequence counts for. */
  number_prefix: string;
  sequence: number;
  route: ReturnRoute;
  problem: DeliveryProblem | null;
  status: ReturnStatus;
  is_gift: boolean;
  policy_version: number;
  method_id: string | null;
  place_id: string | null;
  filed: Json<ReturnFiling>;
  decision: Json<ItemRights[]>;
  settlement: MaybeJson<Settlement>;
  /** What it takes of what was paid: as filed, and once it is settled as settled. Null where prices are not known. */
  given: MaybeJson<Given>;
  settled: MaybeJson<StoredSettled>;
  send_by: string | null;
  declined: MaybeJson<{ code: string; note: string | null }>;
  question: string | null;
  label: MaybeJson<StoredLabel>;
  carrier_name: string | null;
  tracking_number: string | null;
  /** What the news of its parcel are found by; see `subjectOfNumber`. */
  subject: string | null;
  /** The language it was filed in, as the page told it; null where it told none. */
  locale: string | null;
  /** Counts the entries of its audit. */
  revision: number;
  created_at: Moment;
  updated_at: Moment;
}

/** The other variant an item is exchanged for, as it was when it was chosen. Money in minor units of the order's currency. */
export interface StoredExchange {
  readonly variantId: string;
  readonly title: string;
  readonly sku: string | null;
  readonly imageUrl: string | null;
  readonly unitPrice: number | null;
}

/** Units of a line in a return. */
export interface ReturnItemsTable {
  store_id: string;
  return_id: string;
  return_item_id: string;
  position: number;
  line_id: string;
  shipment_id: string | null;
  quantity: number;
  reason: string;
  note: string | null;
  resolution: Resolution;
  exchange: MaybeJson<StoredExchange>;
  /** Null until something of the return was received. */
  received_quantity: number | null;
  grade: 'a' | 'b' | 'c' | 'd' | null;
  restock: boolean | null;
  received_note: string | null;
}

/** A message about a return. */
export interface ReturnMessagesTable {
  store_id: string;
  return_id: string;
  return_message_id: string;
  sent_by: 'shopper' | 'store';
  text: string;
  created_at: Moment;
}

/** What happened to a return; never changed. */
export interface ReturnAuditTable {
  store_id: string;
  return_id: string;
  /** The return's revision after it. */
  sequence: number;
  at: Moment;
  by: string;
  action: string;
  before: string | null;
  after: string;
  note: string | null;
  data: Json<Record<string, unknown>>;
  /** What an undo puts back; null for what cannot be undone. */
  restore: MaybeJson<Record<string, unknown>>;
}

/** The label of a return as its carrier made it. */
export interface ReturnLabelsTable {
  store_id: string;
  return_id: string;
  pdf: Buffer;
}

/** What a shopper has typed so far. */
export interface ReturnDraftsTable {
  store_id: string;
  order_id: string;
  is_gift: boolean;
  draft: Json<ReturnDraft>;
  updated_at: Moment;
  expires_at: Moment;
}

/** The tables of migration 5. */
export interface SendItBackTables {
  returns: ReturnsTable;
  return_items: ReturnItemsTable;
  return_messages: ReturnMessagesTable;
  return_audit: ReturnAuditTable;
  return_labels: ReturnLabelsTable;
  return_drafts: ReturnDraftsTable;
}
