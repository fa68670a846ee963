import type { PictureFailure, ReviewImport, RewardSide } from '@postlude/contract';
import type { CodeLayout } from '../../referrals/codes/read-layout.ts';
import type { ReviewLayout } from '../../review-files/formats.ts';
import type { Json, MaybeMoment, Moment } from '../columns.ts';
import type { ListLayout } from './serials-and-recalls.ts';

/** What a file is about. */
export type FileKind = 'serials' | 'reviews' | 'codes';

/** What was said of a list of serial numbers. */
export interface SerialFileSettings {
  readonly layout: ListLayout;
  /** What rows without one of their own get. */
  readonly productId: string | null;
  readonly batch: string | null;
}

/** What was said of a file of reviews. */
export interface ReviewFileSettings {
  readonly layout: ReviewLayout;
  readonly dryRun: boolean;
  /** Who and which file, for the history. */
  readonly name: string | null;
}

/** What was said of a file of codes for rewards. */
export interface CodeFileSettings {
  readonly layout: CodeLayout;
  readonly programmeId: string;
  readonly side: RewardSide;
  /** In which a code ends with its day, where the file says no time. */
  readonly timeZone: string;
  readonly dryRun: boolean;
  /** Which file, for the history. */
  readonly name: string | null;
}

/** What was said of a file. */
export type FileSettings = SerialFileSettings | ReviewFileSettings | CodeFileSettings;

/** An import of a file. */
export interface FileImportsTable {
  store_id: string;
  import_id: string;
  kind: FileKind;
  /** SHA-256 of the file and of its settings. */
  digest: string;
  state: ReviewImport['state'];
  settings: Json<FileSettings>;
  bytes: number;
  /** The first byte that was not read yet; the beginning of a row. */
  position: number;
  read: number;
  rows: number;
  added: number;
  known: number;
  /** Added, but not shown. */
  hidden: number;
  bad: number;
  /** The first rows as they were understood. */
  preview: Json<readonly unknown[]>;
  /** How often somebody began to read it. */
  attempts: number;
  /** Until then a process reads it; nobody does after that. */
  held_until: Moment;
  started_at: Moment;
  ended_at: MaybeMoment;
}

/** A piece of a file that is being read. */
export interface FileImportPartsTable {
  store_id: string;
  import_id: string;
  start: number;
  bytes: Uint8Array;
}

/** A row that could not be taken. */
export interface FileImportBadRowsTable {
  store_id: string;
  import_id: string;
  row: number;
  text: string;
  because: string;
}

/** What only an imported review has. */
export interface ImportedReviewsTable {
  store_id: string;
  review_id: string;
  import_id: string;
  /** Its id where it came from, or a digest of what it says: the same is not added twice. */
  source_key: string;
  /** The file's claim that it was bought. Kept, not believed. */
  said_verified: boolean;
}

/** A picture of an imported review, on its way from where the file says it is. */
export interface ImportedPicturesTable {
  store_id: string;
  review_id: string;
  /** Its place among the pictures of the review, from 0. */
  position: number;
  import_id: string;
  /** As the file has it. */
  url: string;
  state: 'waiting' | 'loaded' | 'failed';
  /** What went wrong with the last try. */
  because: PictureFailure | null;
  /** What the host answered in the last try. */
  status: number | null;
  /** How often somebody began to load it. */
  attempts: number;
  next_attempt_at: Moment;
  /** Whose it is until `leased_until`. */
  lease: string | null;
  leased_until: MaybeMoment;
}

/** The tables of migrations 17 and 22. */
export interface ReviewFilesTables {
  file_imports: FileImportsTable;
  file_import_parts: FileImportPartsTable;
  file_import_bad_rows: FileImportBadRowsTable;
  imported_reviews: ImportedReviewsTable;
  imported_pictures: ImportedPicturesTable;
}
