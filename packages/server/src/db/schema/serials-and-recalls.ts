import type { RecallAnswer, RecallInput, SerialImport } from '@postlude/contract';
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

/** An import of a list of serial numbers. */
export interface SerialImportsTable {
  store_id: string;
  import_id: string;
  /** SHA-256 of the file and of what the query named. */
  digest: string;
  state: SerialImport['state'];
  /** What rows without one of their own get. */
  product_id: string | null;
  batch: string | null;
  layout: Json<ListLayout>;
  bytes: number;
  /** The first byte that was not read yet; the beginning of a row. */
  position: number;
  read: number;
  rows: number;
  added: number;
  known: number;
  bad: number;
  /** How often somebody began to read it. */
  attempts: number;
  /** Until then a process reads it; nobody does after that. */
  held_until: Moment;
  started_at: Moment;
  ended_at: MaybeMoment;
}

/** A piece of a list that is being read. */
export interface SerialImportPartsTable {
  store_id: string;
  import_id: string;
  start: number;
  bytes: Uint8Array;
}

/** A row that could not be taken. */
export interface SerialImportBadRowsTable {
  store_id: string;
  import_id: string;
  row: number;
  text: string;
  because: SerialImport['badRows'][number]['because'];
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

/** The tables of migration 11. */
export interface SerialsAndRecallsTables {
  serial_imports: SerialImportsTable;
  serial_import_parts: SerialImportPartsTable;
  serial_import_bad_rows: SerialImportBadRowsTable;
  listed_serials: ListedSerialsTable;
  recalls: RecallsTable;
  recall_audit: RecallAuditTable;
  recall_mails: RecallMailsTable;
  recall_answers: RecallAnswersTable;
}
