import type { UploadPurpose } from '@postlude/contract';
import type { MaybeMoment, Moment } from '../columns.ts';

/** A file of a shopper or of staff. The bytes are in the upload storage under `storage_key`. */
export interface UploadsTable {
  store_id: string;
  upload_id: string;
  /** Null for a picture of an imported review. */
  order_id: string | null;
  purpose: UploadPurpose;
  /** Who sent it: only a file of the shopper's own is the shopper's to remove or to attach. */
  sent_by: 'shopper' | 'staff';
  content_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  /** SHA-256 of the bytes as they were sent: the same file sent again is the same upload. */
  sha256: string;
  storage_key: string;
  created_at: Moment;
  /** The id of what it belongs to (a return, a message); null until then. */
  attached_to: string | null;
  attached_at: MaybeMoment;
  /** Gone for everybody; the bytes are removed next, then the row. */
  deleted_at: MaybeMoment;
}

/** The tables of migration 4. */
export interface UploadsTables {
  uploads: UploadsTable;
}
