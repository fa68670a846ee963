import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { text } from './text.ts';
import { Instant } from './time.ts';

/** The files reviews come in and go out as, by whose columns they have. */
export const reviewFormats = ['judgeme', 'loox', 'okendo', 'shopify', 'yotpo'] as const;
/** One of `reviewFormats`. */
export type ReviewFormat = (typeof reviewFormats)[number];

/** The largest file of reviews that is taken at once, in bytes. */
export const reviewFileLimit = 64 * 1024 * 1024;

/** Why a row of a file was left out. */
export const badReviewRows = [
  'columns',
  'no_product',
  'product_unknown',
  'stars',
  'date',
  'too_long',
  'spam',
  'empty',
] as const;

/** Why a picture of an imported review is not here. */
export const pictureFailures = [
  /** Its address, or one it leads to, is without TLS. */
  'not_https',
  /** Its address, or one it leads to, is not in the public internet. */
  'refused',
  /** Its host says that it is not there (404, 410). */
  'not_found',
  /** Its host answered something else than the picture; `status` says what. */
  'status',
  /** It leads from address to address without an end. */
  'redirects',
  'unreachable',
  'timeout',
  /** Too many bytes, or too many pixels. */
  'too_large',
  /** What is there is no JPEG, PNG or WebP. */
  'no_picture',
  'damaged',
  /** The upload storage was away. */
  'not_kept',
  /** A review has ten photos at most. */
  'too_many',
  /** The backend ended each time while it was loaded. */
  'interrupted',
] as const;
/** One of `pictureFailures`. */
export type PictureFailure = (typeof pictureFailures)[number];

/** How far the pictures of an import are. They are loaded after their reviews were added, in the background. */
export const ImportedPictures = z.object({
  /** To be loaded, or to be tried again. */
  waiting: z.int(),
  /** Kept as photos of their reviews. */
  loaded: z.int(),
  /** Given up. */
  failed: z.int(),
  /** The first thousand that were given up. `status`: what the host answered, if it did. */
  failures: z.array(
    z.object({
      reviewId: idOf('review'),
      url: z.string(),
      because: z.enum(pictureFailures),
      status: z.nullable(z.int()),
    }),
  ),
});
/** See the schema of the same name. */
export type ImportedPictures = z.infer<typeof ImportedPictures>;

/** How an import is done. `dryRun`: everything is read and told, nothing is written. `format` left out: found by the heading. */
export const ReviewImportQuery = z.strictObject({
  dryRun: z.optional(z.enum(['true', 'false'])),
  format: z.optional(z.enum(reviewFormats)),
  /** Who and which file, for the history. */
  name: z.optional(text(200)),
});

/** How far an import is, what it did or would do, and what was wrong with rows. */
export const ReviewImport = z.object({
  id: idOf('reviewImport'),
  state: z.enum(['running', 'done', 'failed', 'undone']),
  dryRun: z.boolean(),
  format: z.enum(reviewFormats),
  /** Rows read so far, and all. */
  read: z.int(),
  rows: z.int(),
  added: z.int(),
  /** Already there from an earlier import. */
  known: z.int(),
  /** Kept but not shown, as they were there (unpublished, not yet curated). */
  hidden: z.int(),
  bad: z.int(),
  /** The first thousand bad rows: their number in the file (the heading is 1), the beginning of what stands there, and why. */
  badRows: z.array(z.object({ row: z.int(), text: z.string(), because: z.enum(badReviewRows) })),
  /** The first five reviews as they were understood: a look before it is done for real. */
  preview: z.array(
    z.object({
      product: z.string(),
      stars: z.int(),
      title: z.nullable(z.string()),
      text: z.nullable(z.string()),
      name: z.nullable(z.string()),
      createdAt: Instant,
    }),
  ),
  pictures: ImportedPictures,
  startedAt: Instant,
  endedAt: z.nullable(Instant),
});
/** See the schema of the same name. */
export type ReviewImport = z.infer<typeof ReviewImport>;

/** What is worth knowing of the feed for Google before it is handed in, by the rules of Product Reviews 2.4. */
export const feedWarnings = [
  /** Fewer than 50 reviews: Google shows no ratings yet. */
  'few_reviews',
  /** The newest is older than 30 days. */
  'stale',
  /** Products without GTIN, or MPN with brand, can hardly be matched. */
  'no_identifiers',
  /** Reviews left out because no address of their product is known, which Google demands. */
  'no_address',
  /** Reviews without a text, which Google leaves out. */
  'no_text',
] as const;

/** The state of the feed for Google Product Reviews. */
export const ReviewFeedReport = z.object({
  /** Where Google fetches it. */
  url: z.string(),
  reviews: z.int(),
  products: z.int(),
  spam: z.int(),
  newestAt: z.nullable(Instant),
  warnings: z.array(z.object({ code: z.enum(feedWarnings), count: z.int(), words: z.string() })),
});
/** See the schema of the same name. */
export type ReviewFeedReport = z.infer<typeof ReviewFeedReport>;
