import type { ReviewImport } from '@postlude/contract';
import { splitCells } from '../file-imports/split-cells.ts';
import { isName } from '../reviews/hygiene.ts';
import { armed, tidy, tidyLine } from './cell-text.ts';
import type { ReviewField, ReviewLayout } from './formats.ts';
import { longestRow } from './read-layout.ts';
import { readMoment } from './read-moment.ts';

/** Why a row is left out. */
export type BadReviewRow = ReviewImport['badRows'][number]['because'];

/** Where a review of a file stood: seen by all, not yet decided, or taken out of sight. */
export type FileState = 'shown' | 'pending' | 'hidden';

/** A review as a file says it. */
export interface FileReview {
  /** Its id where it came from; null where the format has none. */
  readonly sourceId: string | null;
  /** What it is about, in whatever the format has of it. Ids are texts: some are above 2^53. */
  readonly product: {
    readonly id: string | null;
    readonly handle: string | null;
    readonly title: string | null;
  };
  readonly variant: string | null;
  readonly stars: number;
  readonly title: string | null;
  readonly text: string | null;
  /** Null: anonymous. */
  readonly name: string | null;
  readonly email: string | null;
  readonly at: Date;
  readonly state: FileState;
  /** The file's claim; kept, not believed. */
  readonly saysVerified: boolean;
  readonly reply: { readonly text: string; readonly at: Date | null } | null;
  readonly pictures: readonly string[];
}

const decoder = new TextDecoder();
/** Before these apps were there. */
const earliest = Date.UTC(1995, 0);
const day = 86_400_000;

/** What a row says, or why it is left out. `now` decides which dates are still to come. */
export function judgeReview(bytes: Uint8Array, layout: ReviewLayout, now: Date): FileReview | BadReviewRow {
  if (bytes.length > longestRow) return 'too_long';
  const cells = splitCells(decoder.decode(bytes), layout.delimiter);
  if (cells.every((cell) => cell === '')) return 'empty';
  // A delimiter too many at the end is what spreadsheets write.
  while (cells.length > layout.columns && cells.at(-1) === '') cells.pop();
  if (cells.length !== layout.columns) return 'columns';
  const cell = (field: ReviewField): string => armed(cells[layout.places[field] ?? -1] ?? '');
  const state = stateOf(cell('state'));
  if (state === 'spam') return 'spam';
  const product = productOf(cell);
  if (product === null) return 'no_product';
  const stars = starsOf(cell('stars'));
  if (stars === null) return 'stars';
  const at = readMoment(cell('at'), layout.dayOrder);
  if (at === null || at.getTime() < earliest || at.getTime() > now.getTime() + day) return 'date';
  const reply = tidy(cell('reply'));
  const review: FileReview = {
    sourceId: tidyLine(cell('id')),
    product,
    variant: tidyLine(cell('variant')),
    stars,
    title: tidyLine(cell('title')),
    text: tidy(cell('text')),
    name: nameOf(cell('name'), cell('fullName')),
    email: emailOf(cell('email')),
    at,
    state,
    saysVerified: /^(true|yes|1|y|verified)$/i.test(cell('verified')),
    reply: reply === null ? null : { text: reply, at: readMoment(cell('replyAt'), layout.dayOrder) },
    pictures: picturesOf(cell('pictures')),
  };
  return isTooLong(review) ? 'too_long' : review;
}

/** The limits of `ReviewContent` and of a reply; ids and titles of products as the catalogue has them. */
function isTooLong({ title, text, reply, product, sourceId, variant }: FileReview): boolean {
  const limits: readonly (readonly [string | null | undefined, number])[] = [
    [title, 150],
    [text, 5_000],
    [reply?.text, 2_000],
    [product.id, 255],
    [product.handle, 255],
    [product.title, 500],
    [sourceId, 200],
    [variant, 500],
  ];
  return limits.some(([text, most]) => (text?.length ?? 0) > most);
}

function stateOf(word: string): FileState | 'spam' {
  const plain = word.toLowerCase();
  if (plain === 'spam') return 'spam';
  if (['', 'ok', 'active', 'published', 'approved'].includes(plain)) return 'shown';
  if (['hidden', 'unpublished', 'inactive', 'rejected', 'archived'].includes(plain)) return 'hidden';
  // `not-yet`, `pending`, and words nobody knows: staff decide.
  return 'pending';
}

function productOf(cell: (field: ReviewField) => string): FileReview['product'] | null {
  const written = tidyLine(cell('productId'));
  // What a spreadsheet made of a long id cannot be made good.
  const isRounded = written !== null && /^\d+([.,]\d+)?E\+\d+$/.test(written);
  const id = isRounded ? null : (written?.split('?')[0]?.replace(/^gid:\/\/.*\//, '') ?? null);
  const handle = tidyLine(cell('productHandle')) ?? handleOf(cell('productUrl'));
  return id || handle ? { id: id || null, handle, title: tidyLine(cell('productTitle')) } : null;
}

/** The last part of a product's address: `https://shop.example/products/red-mug?x=1` is `red-mug`. */
export function handleOf(url: string | null): string | null {
  const path = (url ?? '').split(/[?#]/)[0]?.replace(/^[a-z]+:\/\/[^/]*/i, '') ?? '';
  const last = path.split('/').findLast((part) => part !== '');
  return last === undefined ? null : tidyLine(last);
}

function starsOf(written: string): number | null {
  const stars = /^[1-5]([.,]0+)?$/.test(written) ? Number(written[0]) : null;
  return stars;
}

/**
 * The name to show. What was shown where it came from stays; a full name that was not is made one: *Mara Okafor* is *Mara O.* An
 * address of mail is nobody's name.
 */
function nameOf(shown: string, full: string): string | null {
  const name = tidyLine(shown) ?? shortened(tidyLine(full));
  if (name === null || name.includes('@') || !isName(name) || /^anonym(ous)?( user| customer)?$/i.test(name))
    return null;
  return name.length <= 60
    ? name
    : name
        .slice(0, 60)
        .replace(/\p{Surrogate}$/u, '')
        .trim();
}

function shortened(full: string | null): string | null {
  const [first, ...others] = full?.split(' ') ?? [];
  const last = others.at(-1);
  if (first === undefined) return null;
  return last === undefined ? first : `${first} ${[...last][0]}.`;
}

function emailOf(written: string): string | null {
  const email = tidyLine(written);
  return email !== null && email.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

/** Addresses of pictures, each once, apart by commas, semicolons or blanks; what is none is left out. */
function picturesOf(written: string): readonly string[] {
  const addresses = written
    .split(/[,;\s]+/)
    .filter((one) => /^https?:\/\/\S+$/i.test(one) && one.length <= 2_048);
  return [...new Set(addresses)].slice(0, 50);
}
