import type { ListLayout } from '../db/schema/serials-and-recalls.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { splitCells } from './split-cells.ts';
import { longestRow, splitRows } from './split-rows.ts';

/** What a heading says, and where the first row after it begins. */
export interface Heading {
  readonly layout: ListLayout;
  readonly next: number;
}

const names = {
  serial: ['serial', 'serial_number', 'serialnumber', 'serial_no', 'sn'],
  productId: ['product_id', 'productid', 'product'],
  batch: ['batch', 'lot', 'batch_number', 'lot_number'],
} as const;

/**
 * Reads the heading of a list. The delimiter is the one that makes most cells of it.
 *
 * @throws ApiProblem `upload_damaged` when there is no heading with a column `serial`, or the file is no text in UTF-8.
 */
export function readHeading(bytes: Uint8Array): Heading {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  checkText(bytes);
  const [first] = splitRows(bytes, bom);
  if (!first || first.bytes.length > longestRow) throw noHeading();
  const text = new TextDecoder().decode(first.bytes);
  const [best] = ([',', ';', '\t'] as const)
    .map((delimiter) => ({ delimiter, cells: splitCells(text, delimiter) }))
    .toSorted((a, b) => b.cells.length - a.cells.length);
  if (!best) throw noHeading();
  const cells = best.cells.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, '_'));
  const columnOf = (known: readonly string[]): number => cells.findIndex((cell) => known.includes(cell));
  const maybe = (column: number): number | null => (column < 0 ? null : column);
  const serial = columnOf(names.serial);
  if (serial < 0) throw noHeading();
  return {
    layout: {
      delimiter: best.delimiter,
      serial,
      productId: maybe(columnOf(names.productId)),
      batch: maybe(columnOf(names.batch)),
      columns: cells.length,
    },
    next: first.next,
  };
}

/** UTF-8 throughout and without NUL, which no text has: what else it is would be read as serial numbers of strange signs. */
function checkText(bytes: Uint8Array): void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const piece = 1024 * 1024;
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      decoder.decode(bytes.subarray(at, at + piece), { stream: true });
    }
    decoder.decode();
  } catch (cause) {
    throw new ApiProblem('upload_damaged', { detail: 'The list has to be text in UTF-8.', cause });
  }
  if (bytes.includes(0)) throw new ApiProblem('upload_damaged', { detail: 'The list holds NUL bytes.' });
}

const noHeading = (): ApiProblem =>
  new ApiProblem('upload_damaged', {
    detail:
      'The first row has to name the columns: serial, and if wanted product_id and batch, apart by commas, semicolons or tabs.',
  });
