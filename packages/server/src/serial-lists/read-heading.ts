import type { ListLayout } from '../db/schema/serials-and-recalls.ts';
import { readHeading } from '../file-imports/read-heading.ts';
import { ApiProblem } from '../http/api-problem.ts';

/** The longest row that is read, in bytes: no row of a list comes near it, and a quote nobody closed must not swallow the file. */
export const longestRow = 16 * 1024;

/** What a heading says, and where the first row after it begins. */
export interface ListHeading {
  readonly layout: ListLayout;
  readonly next: number;
}

const names = {
  serial: ['serial', 'serial_number', 'serialnumber', 'serial_no', 'sn'],
  productId: ['product_id', 'productid', 'product'],
  batch: ['batch', 'lot', 'batch_number', 'lot_number'],
} as const;

/**
 * Reads the heading of a list.
 *
 * @throws ApiProblem `upload_damaged` when there is no heading with a column `serial`, or the file is no text in UTF-8.
 */
export function readListHeading(bytes: Uint8Array): ListHeading {
  const heading = readHeading(bytes, longestRow);
  if (!heading) throw noHeading();
  const cells = heading.cells.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, '_'));
  const columnOf = (known: readonly string[]): number => cells.findIndex((cell) => known.includes(cell));
  const maybe = (column: number): number | null => (column < 0 ? null : column);
  const serial = columnOf(names.serial);
  if (serial < 0) throw noHeading();
  return {
    layout: {
      delimiter: heading.delimiter,
      serial,
      productId: maybe(columnOf(names.productId)),
      batch: maybe(columnOf(names.batch)),
      columns: cells.length,
    },
    next: heading.next,
  };
}

const noHeading = (): ApiProblem =>
  new ApiProblem('upload_damaged', {
    detail:
      'The first row has to name the columns: serial, and if wanted product_id and batch, apart by commas, semicolons or tabs.',
  });
