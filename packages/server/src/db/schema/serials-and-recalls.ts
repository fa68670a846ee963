import type { RecallAnswer, RecallInput } from '@postlude/contract';
import type { Json, MaybeMoment, Moment } from '../columns.ts';

/** What the heading of a list says of its columns. */
export interface ListLayout {
  readonly delimiter: ',' | ';' | '\t';
  /** Which column is what, from 0; null for one that is not there. */
  readonly serial: number;
  readonly productId: number | null;
  readonly batch: number | null;
  readonly columns: number;
}

/** A serial number on a store's list. */
export interface ListedSerialsTable {
  store_id: string;
  product_id: string;
  /** See `serialKey` of the contract. */
  serial_key: string;
  serial: string;
  batch: string | null;
  /** The import that brought it first. */
  import_id: string;
}

/** A recall. */
export interface RecallsTable {
  store_id: string;
  recall_id: string;
  reference: string;
  state: 'published' | 'ended';
  recall: Json<RecallInput>;
  product_ids: string[];
  published_at: Moment;
  ended_at: MaybeMoment;
}

/** What was done with a recall; never changed. */
export interface RecallAuditTable {
  store_id: string;
  recall_id: string;
  sequence: number;
  at: Moment;
  by: string;
  action: string;
  data: Json<Record<string, unknown>>;
}

/** A mailbox a recall is sent to. */
export interface RecallMailsTable {
  store_id: string;
  recall_id: string;
  email_key: string;
  /** One of its orders: says the language. */
  order_id: string;
  /** The mail that was kept for sending; null before. */
  delivery_id: string | null;
}

/** What an owner answered. */
export interface RecallAnswersTable {
  store_id: string;
  recall_id: string;
  /** The owner's order. */
  order_id: string;
  at: Moment;
  remedy: NonNullable<RecallAnswer['remedy']> | null;
}

/** The tables of migration 11. Its imports are `file_imports` since migration 17. */
export interface SerialsAndRecallsTables {
  listed_serials: ListedSerialsTable;
  recalls: RecallsTable;
  recall_audit: RecallAuditTable;
  recall_mails: RecallMailsTable;
  recall_answers: RecallAnswersTable;
}
