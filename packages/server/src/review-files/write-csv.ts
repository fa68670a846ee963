import type { ReviewFormat } from '@postlude/contract';
import { disarmed } from './cell-text.ts';
import { formats, type ReviewField } from './formats.ts';
import { type FileState, handleOf } from './judge-review.ts';

/** A review on its way into a file. */
export interface WrittenReview {
  readonly id: string;
  readonly product: {
    readonly id: string;
    readonly title: string | null;
    readonly url: string | null;
    /** The platform it is sold on: `shopify`, `woocommerce`, …; null when the catalogue does not have it. */
    readonly source: string | null;
  };
  readonly variant: string | null;
  readonly stars: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly at: Date;
  readonly state: FileState | 'spam';
  readonly verified: boolean;
  readonly reply: { readonly text: string; readonly at: Date | null } | null;
  readonly pictures: readonly string[];
}

const lineEnd = '\r\n';

/** The first row of a file, with its line end. */
export function csvHeading(format: ReviewFormat): string {
  const { columns, delimiter } = formats[format];
  return columns.map(([heading]) => heading).join(delimiter) + lineEnd;
}

/**
 * A row of a file, with its line end. No spreadsheet runs what is in it (see `disarmed`). Null where the format cannot say that a review
 * is not public: whoever imports the file would publish it.
 */
export function csvRow(format: ReviewFormat, review: WrittenReview): string | null {
  const { columns, delimiter, states } = formats[format];
  if (states === null && review.state !== 'shown') return null;
  const cells = columns.map(([, field]) =>
    field === null ? '' : quoted(disarmed(cellOf(format, field, review)), delimiter),
  );
  return cells.join(delimiter) + lineEnd;
}

function cellOf(format: ReviewFormat, field: ReviewField, review: WrittenReview): string {
  const { states, yesNo } = formats[format];
  const { product, reply } = review;
  switch (field) {
    case 'id':
      return review.id;
    case 'productId':
      return format === 'okendo' && product.source === 'shopify'
        ? `gid://shopify/Product/${product.id}`
        : product.id;
    case 'productHandle':
      return handleOf(product.url) ?? product.id;
    case 'productTitle':
      return product.title ?? '';
    case 'productUrl':
      return product.url ?? '';
    case 'stars':
      return String(review.stars);
    case 'at':
      return momentIn(format, review.at);
    case 'state':
      return states?.[review.state] ?? '';
    case 'verified':
      return review.verified ? yesNo[0] : yesNo[1];
    case 'reply':
      return reply?.text ?? '';
    case 'replyAt':
      return reply?.at ? momentIn(format, reply.at) : '';
    case 'pictures':
      return review.pictures.join(',');
    // The name to show is all that is known.
    case 'fullName':
      return '';
    case 'variant':
    case 'title':
    case 'text':
    case 'name':
    case 'email':
      return review[field] ?? '';
  }
}

/** A moment as a format writes it. Yotpo has the day only. */
function momentIn(format: ReviewFormat, moment: Date): string {
  const iso = moment.toISOString();
  const day = iso.slice(0, 10);
  switch (format) {
    case 'judgeme':
      return `${day} ${iso.slice(11, 19)} UTC`;
    case 'shopify':
      return `${iso.slice(0, 19)}+00:00`;
    case 'yotpo':
      return day.split('-').toReversed().join('/');
    case 'loox':
    case 'okendo':
      return iso;
  }
}

const quoted = (cell: string, delimiter: string): string =>
  cell.includes('"') || cell.includes(delimiter) || /[\r\n]|^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
