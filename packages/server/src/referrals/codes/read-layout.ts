import { readHeading } from '../../file-imports/read-heading.ts';
import { splitCells } from '../../file-imports/split-cells.ts';
import { type Delimiter, splitRows } from '../../file-imports/split-rows.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { type DayOrder, dayOrderOf } from '../../review-files/read-moment.ts';

/** The longest row that is read, in bytes: no list of codes comes near it, and a quote nobody closed must not swallow the file. */
export const longestRow = 16 * 1024;

/** Where a file of codes has what. */
export interface CodeLayout {
  readonly delimiter: Delimiter;
  readonly columns: number;
  readonly code: number;
  /** Null: its codes have no end. */
  readonly expiresAt: number | null;
  readonly dayOrder: DayOrder;
}

/** As shops’ exports and people call the columns; small letters, nothing else. */
const names = {
  code: [
    'code',
    'codes',
    'coupon',
    'couponcode',
    'discountcode',
    'voucher',
    'vouchercode',
    'giftcard',
    'giftcardcode',
  ],
  expiresAt: [
    'expiresat',
    'expires',
    'expireson',
    'expiry',
    'expirydate',
    'expirationdate',
    'validuntil',
    'endsat',
    'enddate',
  ],
} as const;

const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z]+/g, '');

/**
 * Reads the heading of a file of codes, and where the first row after it begins.
 *
 * @throws ApiProblem `upload_damaged` when there is no heading with a column `code`, or the file is no text in UTF-8.
 */
export function readCodeLayout(bytes: Uint8Array): { readonly layout: CodeLayout; readonly next: number } {
  const heading = readHeading(bytes, longestRow);
  const cells = heading?.cells.map(plain) ?? [];
  const columnOf = (known: readonly string[]): number => cells.findIndex((cell) => known.includes(cell));
  const code = columnOf(names.code);
  if (!heading || code < 0) {
    throw new ApiProblem('upload_damaged', {
      detail:
        'The first row has to name the columns: code, and if wanted expires_at, apart by commas, semicolons or tabs.',
    });
  }
  const expires = columnOf(names.expiresAt);
  const expiresAt = expires < 0 ? null : expires;
  const { delimiter, next } = heading;
  const dayOrder = expiresAt === null ? 'day-first' : dayOrderIn(bytes, next, delimiter, expiresAt);
  return { layout: { delimiter, columns: cells.length, code, expiresAt, dayOrder }, next };
}

/** The order of day and month in a whole file: that of the first date that can be read in one way only. */
function dayOrderIn(bytes: Uint8Array, from: number, delimiter: Delimiter, column: number): DayOrder {
  const decoder = new TextDecoder();
  for (const row of splitRows(bytes, from, { delimiter, longestRow })) {
    if (row.bytes.length === 0 || row.bytes.length > longestRow) continue;
    const text = splitCells(decoder.decode(row.bytes), delimiter)[column] ?? '';
    // Written year first, as all dates of such a file are.
    if (/^\d{4}-/.test(text)) return 'day-first';
    const order = dayOrderOf(text);
    if (order) return order;
  }
  return 'day-first';
}
