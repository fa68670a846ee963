import '../zod-setup.ts';
import * as z from 'zod/mini';
import { Bytes } from '../bytes.ts';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import {
  ReviewFeedReport,
  ReviewImport,
  ReviewImportQuery,
  reviewFileLimit,
  reviewFormats,
} from '../review-files.ts';
import { Locale } from '../text.ts';

const ofImport = z.strictObject({ importId: idOf('reviewImport') });

/** Imports reviews from a file. */
export const importReviews = {
  method: 'POST',
  path: '/v1/staff/review-imports',
  access: 'staff',
  summary: 'Import reviews from a file',
  description:
    'CSV in the columns of Judge.me, Loox, Okendo, the old Shopify app or Yotpo; found by the heading. Answers at once; the import goes on and tells its progress. The same file again adds nothing. Imported reviews are verified only where an order of the same person and product is known. Their pictures are loaded afterwards, in the background.',
  query: ReviewImportQuery,
  bodyKind: 'raw',
  bodyTypes: ['text/csv'],
  bodyLimit: reviewFileLimit,
  output: ReviewImport,
  status: 202,
  problems: ['key_invalid', 'too_large', 'upload_damaged'],
} as const satisfies Endpoint;

/** Reads how far an import is. */
export const getReviewImport = {
  method: 'GET',
  path: '/v1/staff/review-imports/{importId}',
  access: 'staff',
  summary: 'Read how far an import is',
  description:
    'With the first thousand bad rows, a look at the first reviews, and how many of their pictures are loaded, wait or were given up, and why.',
  params: ofImport,
  output: ReviewImport,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Takes an import back. */
export const undoReviewImport = {
  method: 'POST',
  path: '/v1/staff/review-imports/{importId}/undo',
  access: 'staff',
  summary: 'Take an import back',
  description: 'Removes what it added, with its pictures. Undoing it again changes nothing.',
  params: ofImport,
  output: ReviewImport,
  problems: ['key_invalid', 'not_found', 'action_not_possible'],
} as const satisfies Endpoint;

/** Exports reviews. */
export const exportReviews = {
  method: 'GET',
  path: '/v1/staff/review-exports',
  access: 'staff',
  summary: 'Export all reviews',
  description: 'CSV in the columns of the format asked for; nothing a spreadsheet would run.',
  query: z.strictObject({ format: z.enum(reviewFormats) }),
  output: Bytes,
  outputKind: 'bytes',
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads the state of the feed for Google. */
export const getReviewFeedReport = {
  method: 'GET',
  path: '/v1/staff/review-feed',
  access: 'staff',
  summary: 'Read the state of the feed for Google Product Reviews',
  description: 'Its address, what is in it, and what Google will not like.',
  query: z.strictObject({ locale: z.optional(Locale) }),
  output: ReviewFeedReport,
  problems: ['key_invalid'],
} as const satisfies Endpoint;
