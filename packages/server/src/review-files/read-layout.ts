import { type ReviewFormat, reviewFormats } from '@postlude/contract';
import { readHeading } from '../file-imports/read-heading.ts';
import { splitCells } from '../file-imports/split-cells.ts';
import { splitRows } from '../file-imports/split-rows.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { formats, type ReviewField, type ReviewLayout } from './formats.ts';
import { type DayOrder, dayOrderOf } from './read-moment.ts';

/** The longest row that is read, in bytes: a text of 5,000 characters, an answer and a dozen addresses of pictures fit several times. */
export const longestRow = 128 * 1024;

/** More columns than any export has. */
const mostColumns = 200;

/** What the heading of a file of reviews says, and where the first row after it begins. */
export interface ReviewHeading {
  readonly layout: ReviewLayout;
  readonly next: number;
}

/** A heading however it is written: `Product ID`, `productId` and `product_id` are one. */
const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]+/g, '');

/**
 * Reads the heading of a file of reviews. It decides the format, unless one is asked for; columns may stand in any order, and others beside them.
 *
 * @throws ApiProblem `upload_damaged` when it is the heading of no format (or not of the one asked for), or the file is no text in UTF-8.
 */
export function readLayout(bytes: Uint8Array, asked: ReviewFormat | null): ReviewHeading {
  const heading = readHeading(bytes, longestRow);
  if (!heading) throw damaged('The file has no heading.');
  if (heading.cells.length > mostColumns) throw damaged(`The file has more than ${mostColumns} columns.`);
  const cells = heading.cells.map(plain);
  const format = (asked ? [asked] : reviewFormats).find((one) =>
    formats[one].known.every((known) => cells.includes(plain(known))),
  );
  if (!format) {
    throw damaged(
      asked
        ? `The heading is not that of ${asked}: it has to have ${formats[asked].known.join(', ')}.`
        : 'The heading is that of none of the formats judgeme, loox, okendo, shopify and yotpo.',
    );
  }
  const places: Partial<Record<ReviewField, number>> = {};
  for (const [name, field] of formats[format].columns) {
    const place = cells.indexOf(plain(name));
    if (field !== null && place >= 0) places[field] = place;
  }
  const { delimiter, next } = heading;
  const layout = { format, delimiter, columns: cells.length, places };
  return { layout: { ...layout, dayOrder: dayOrderIn(bytes, next, layout) }, next };
}

/** The order of day and month in a whole file: that of the first date that can be read in one way only. */
function dayOrderIn(bytes: Uint8Array, from: number, layout: Omit<ReviewLayout, 'dayOrder'>): DayOrder {
  const { delimiter, places } = layout;
  const decoder = new TextDecoder();
  for (const row of splitRows(bytes, from, { delimiter, longestRow })) {
    if (row.bytes.length === 0 || row.bytes.length > longestRow) continue;
    const at = splitCells(decoder.decode(row.bytes), delimiter)[places.at ?? -1] ?? '';
    // Written year first, as all dates of such a file are.
    if (/^\d{4}-/.test(at)) return 'day-first';
    const order = dayOrderOf(at);
    if (order) return order;
  }
  return 'day-first';
}

const damaged = (detail: string): ApiProblem => new ApiProblem('upload_damaged', { detail });
