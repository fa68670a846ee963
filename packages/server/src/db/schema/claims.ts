import type {
  ClaimAddress,
  ClaimFiling,
  ClaimResolution,
  ClaimRoute,
  ClaimStatus,
  claimDeclineCodes,
  DoorDecision,
  FinishInput,
  RepairQuote,
} from '@postlude/contract';
import type { Json, MaybeJson, MaybeMoment, Moment } from '../columns.ts';

/** Why a claim was declined, and the doors that were open then. */
export interface StoredDecline {
  readonly code: (typeof claimDeclineCodes)[number];
  readonly note: string | null;
}

/** A quote as it was written; its state, days and id are columns, and its total is added up when it is read. */
export type StoredQuote = Omit<
  RepairQuote,
  'id' | 'state' | 'total' | 'validUntil' | 'madeAt' | 'answeredAt'
>;

/** A claim. `filed`, `decision` and `policy_version` are what it was filed with. */
export interface ClaimsTable {
  store_id: string;
  claim_id: string;
  passport_id: string;
  /** The order of the owner who filed it. */
  order_id: string;
  /** `C-1001-1`. */
  number: string;
  /** `C-1001`: what the sequence counts for. */
  number_prefix: string;
  sequence: number;
  route: ClaimRoute;
  status: ClaimStatus;
  /** The language of the page it was filed on; null where that was not told. */
  locale: string | null;
  policy_version: number;
  symptom: string | null;
  description: string;
  since: string;
  resolution: ClaimResolution;
  place_id: string | null;
  /** Where the device goes back to; null: to the order's address, or nowhere. */
  address: MaybeJson<ClaimAddress>;
  filed: Json<ClaimFiling>;
  decision: Json<DoorDecision[]>;
  question: string | null;
  /** Where it goes on once the question is answered. */
  asked_from: ClaimStatus | null;
  declined: MaybeJson<StoredDecline>;
  expected_on: string | null;
  /** Days in the store's time zone. */
  received_on: string | null;
  done_on: string | null;
  outcome: FinishInput['outcome'] | null;
  carrier_name: string | null;
  tracking_number: string | null;
  /** What the news of the parcel to the store are found by; see `subjectOfNumber`. */
  subject: string | null;
  back_carrier_name: string | null;
  back_tracking_number: string | null;
  back_subject: string | null;
  /** The store said that it sent the device back, with a number or without. */
  back_shipped: boolean;
  /** Counts the entries of its audit. */
  revision: number;
  created_at: Moment;
  updated_at: Moment;
}

/** What happened to a claim; never changed. */
export interface ClaimAuditTable {
  store_id: string;
  claim_id: string;
  /** The claim's revision after it. */
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

/** A message about a claim. */
export interface ClaimMessagesTable {
  store_id: string;
  claim_id: string;
  claim_message_id: string;
  sent_by: 'shopper' | 'store';
  text: string;
  created_at: Moment;
}

/** A quote. That it expired is known from `valid_until`, its last day in the store's time zone. */
export interface RepairQuotesTable {
  store_id: string;
  claim_id: string;
  repair_quote_id: string;
  state: 'open' | 'accepted' | 'declined' | 'withdrawn';
  quote: Json<StoredQuote>;
  valid_until: string;
  made_at: Moment;
  answered_at: MaybeMoment;
}

/** What a claim cost the store, in minor units. */
export interface ClaimCostsTable {
  store_id: string;
  claim_id: string;
  sequence: number;
  at: Moment;
  by: string;
  kind: string;
  amount: number;
  currency: string;
  note: string | null;
}

/** Whether the first help for a symptom helped; the last answer about a unit counts. */
export interface FirstHelpAnswersTable {
  store_id: string;
  symptom: string;
  passport_id: string;
  helped: boolean;
  at: Moment;
}

/** The tables of migration 12. */
export interface ClaimsTables {
  claims: ClaimsTable;
  claim_audit: ClaimAuditTable;
  claim_messages: ClaimMessagesTable;
  repair_quotes: RepairQuotesTable;
  claim_costs: ClaimCostsTable;
  first_help_answers: FirstHelpAnswersTable;
}
