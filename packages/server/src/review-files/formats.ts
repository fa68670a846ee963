import type { ReviewFormat } from '@postlude/contract';
import type { Delimiter } from '../file-imports/split-rows.ts';
import type { DayOrder } from './read-moment.ts';

/** What a column of a file can say. */
export type ReviewField =
  | 'id'
  | 'productId'
  | 'productHandle'
  | 'productTitle'
  | 'productUrl'
  | 'variant'
  | 'stars'
  | 'title'
  | 'text'
  | 'name'
  | 'fullName'
  | 'email'
  | 'at'
  | 'state'
  | 'verified'
  | 'reply'
  | 'replyAt'
  | 'pictures';

/** How a format says where a review stands; null: it cannot, all of its reviews are public. */
export interface StateWords {
  readonly shown: string;
  readonly pending: string;
  readonly hidden: string;
  readonly spam: string;
}

/** A format of files of reviews. */
export interface FormatShape {
  readonly delimiter: Delimiter;
  /** Its columns as they are written, in order; null for one that says nothing here. */
  readonly columns: readonly (readonly [heading: string, field: ReviewField | null])[];
  /** The headings by which it is told from the others. */
  readonly known: readonly string[];
  readonly states: StateWords | null;
  readonly yesNo: readonly [yes: string, no: string];
}

/** The formats, with their columns as seen in public code that reads these files; docs/review-files.md tells of each. */
export const formats: Readonly<Record<ReviewFormat, FormatShape>> = {
  judgeme: {
    delimiter: ',',
    columns: [
      ['title', 'title'],
      ['body', 'text'],
      ['rating', 'stars'],
      ['review_date', 'at'],
      ['source', null],
      ['curated', 'state'],
      ['reviewer_name', 'name'],
      ['reviewer_email', 'email'],
      ['product_id', 'productId'],
      ['product_handle', 'productHandle'],
      ['reply', 'reply'],
      ['reply_date', 'replyAt'],
      ['picture_urls', 'pictures'],
      ['ip_address', null],
      ['location', null],
    ],
    known: ['body', 'rating', 'review_date', 'reviewer_name'],
    states: { shown: 'ok', pending: 'not-yet', hidden: 'not-yet', spam: 'spam' },
    yesNo: ['true', 'false'],
  },
  loox: {
    delimiter: ',',
    columns: [
      ['id', 'id'],
      ['status', 'state'],
      ['rating', 'stars'],
      ['email', 'email'],
      ['nickname', 'name'],
      ['full_name', 'fullName'],
      ['review', 'text'],
      ['date', 'at'],
      ['productId', 'productId'],
      ['handle', 'productHandle'],
      ['img', 'pictures'],
      ['variant', 'variant'],
      ['verified_purchase', 'verified'],
    ],
    known: ['rating', 'review', 'date', 'nickname', 'productId'],
    states: { shown: 'Active', pending: 'Hidden', hidden: 'Hidden', spam: 'Spam' },
    yesNo: ['true', 'false'],
  },
  okendo: {
    delimiter: ',',
    columns: [
      ['Review ID', 'id'],
      ['Product ID', 'productId'],
      ['Product Name', 'productTitle'],
      ['Rating', 'stars'],
      ['Title', 'title'],
      ['Body', 'text'],
      ['Reviewer Name', 'name'],
      ['Is Verified Buyer', 'verified'],
      ['Date Created', 'at'],
      ['Status', 'state'],
    ],
    known: ['Review ID', 'Product ID', 'Rating', 'Date Created'],
    states: { shown: 'Published', pending: 'Pending', hidden: 'Hidden', spam: 'Spam' },
    yesNo: ['TRUE', 'FALSE'],
  },
  shopify: {
    delimiter: ',',
    columns: [
      ['product_handle', 'productHandle'],
      ['state', 'state'],
      ['rating', 'stars'],
      ['title', 'title'],
      ['author', 'name'],
      ['email', 'email'],
      ['location', null],
      ['body', 'text'],
      ['reply', 'reply'],
      ['created_at', 'at'],
      ['replied_at', 'replyAt'],
    ],
    known: ['product_handle', 'rating', 'author', 'created_at'],
    states: { shown: 'published', pending: 'unpublished', hidden: 'unpublished', spam: 'spam' },
    yesNo: ['true', 'false'],
  },
  yotpo: {
    delimiter: ';',
    columns: [
      ['Review Title', 'title'],
      ['Review Content', 'text'],
      ['Review Score', 'stars'],
      ['Date', 'at'],
      ['Product ID', 'productId'],
      ['Product Title', 'productTitle'],
      ['Product URL', 'productUrl'],
      ['Display Name', 'name'],
      ['Email', 'email'],
      ['Verified Purchase', 'verified'],
    ],
    known: ['Review Content', 'Review Score', 'Product ID'],
    states: null,
    yesNo: ['Yes', 'No'],
  },
};

/** How the columns of one file lie. */
export interface ReviewLayout {
  readonly format: ReviewFormat;
  readonly delimiter: Delimiter;
  readonly columns: number;
  /** Which column says what, from 0; a field that is missing is not in the file. */
  readonly places: Partial<Readonly<Record<ReviewField, number>>>;
  readonly dayOrder: DayOrder;
}
