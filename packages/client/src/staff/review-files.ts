import type { Id, ReviewFeedReport, ReviewFormat, ReviewImport } from '@postlude/contract';
import {
  getReviewFeedReport as feedRow,
  getReviewImport as getRow,
  importReviews as importRow,
  undoReviewImport as undoRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import { asCsv } from './csv-file.ts';
import { type WriteOptions, write } from './writes.ts';

/** A file of reviews on its way. */
export interface ReviewFile {
  /** CSV in UTF-8 of at most 64 MB in the columns of Judge.me, Loox, Okendo, the old Shopify app or Yotpo. */
  readonly file: Blob;
  /** Found by the heading when left out. */
  readonly format?: ReviewFormat | undefined;
  /** True: everything is read and told, nothing is written. */
  readonly dryRun?: boolean | undefined;
  /** Who and which file, for the history. */
  readonly name?: string | undefined;
}

/**
 * Sends a file of reviews. Answers at once; the import goes on, and `getReviewImport` tells how far it is. The same file again adds nothing.
 *
 * @throws ApiError `key_invalid`, `too_large`, `upload_damaged` (no text in UTF-8, the heading of no format); the others as every call.
 * @example
 * ```ts
 * const { id } = await importReviews(transport, { file: await openAsBlob('reviews.csv'), dryRun: true });
 * ```
 */
export function importReviews(
  transport: Transport,
  { file, format, dryRun, name }: ReviewFile,
  options: CallOptions = {},
): Promise<ReviewImport> {
  const query = {
    format,
    name,
    ...(dryRun === undefined ? {} : ({ dryRun: dryRun ? 'true' : 'false' } as const)),
  };
  return call(
    transport,
    importRow,
    { query },
    { signal: options.signal, repeatable: true, file: { body: asCsv(file), deadline: 120_000 } },
  );
}

/**
 * Reads how far an import is, with the first thousand bad rows and a look at the first reviews.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { state, read, rows } = await getReviewImport(transport, id);
 * ```
 */
export function getReviewImport(
  transport: Transport,
  importId: string,
  options: CallOptions = {},
): Promise<ReviewImport> {
  return call(transport, getRow, { params: { importId: idOf(importId) } }, options);
}

/**
 * Takes an import back: removes what it added.
 *
 * @throws ApiError `key_invalid`, `not_found`, `action_not_possible` (it still runs, or was a dry run); the others as every call.
 * @example
 * ```ts
 * await undoReviewImport(transport, id);
 * ```
 */
export function undoReviewImport(
  transport: Transport,
  importId: string,
  options: WriteOptions = {},
): Promise<ReviewImport> {
  return call(transport, undoRow, { params: { importId: idOf(importId) } }, write(undoRow, options));
}

/**
 * Reads the state of the feed for Google Product Reviews: its address, what is in it, and what Google will not like.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { url, warnings } = await getReviewFeedReport(transport);
 * ```
 */
export function getReviewFeedReport(
  transport: Transport,
  query: { readonly locale?: string | undefined } = {},
  options: CallOptions = {},
): Promise<ReviewFeedReport> {
  return call(transport, feedRow, { query }, options);
}

/** The types know an id by its form; whoever has it as a text is told by the server when it is none. */
const idOf = (importId: string) => importId as Id<'reviewImport'>;

/** Files of reviews, and the feed for Google. */
export interface StaffReviewFiles {
  /** `importReviews`. */
  import(file: ReviewFile, options?: CallOptions): Promise<ReviewImport>;
  /** `getReviewImport`. */
  get(importId: string, options?: CallOptions): Promise<ReviewImport>;
  /** `undoReviewImport`. */
  undo(importId: string, options?: WriteOptions): Promise<ReviewImport>;
  /** `getReviewFeedReport`. */
  feed(query?: { readonly locale?: string | undefined }, options?: CallOptions): Promise<ReviewFeedReport>;
}

/** The calls with their transport. */
export const staffReviewFilesOf = (transport: Transport): StaffReviewFiles => ({
  import: (file, call) => importReviews(transport, file, call),
  get: (importId, call) => getReviewImport(transport, importId, call),
  undo: (importId, call) => undoReviewImport(transport, importId, call),
  feed: (query, call) => getReviewFeedReport(transport, query, call),
});
