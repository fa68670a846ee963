import { ApiProblem } from '../http/api-problem.ts';
import { splitCells } from './split-cells.ts';
import { type Delimiter, delimiters, splitRows } from './split-rows.ts';

/** The first row of a file. */
export interface Heading {
  readonly delimiter: Delimiter;
  /** The cells as they are written. */
  readonly cells: readonly string[];
  /** Where the row after it begins. */
  readonly next: number;
}

/**
 * Reads the first row of a file. The delimiter is the one that makes most cells of it. Null when there is no row, or one longer than a row may be.
 *
 * @throws ApiProblem `upload_damaged` when the file is no text in UTF-8.
 */
export function readHeading(bytes: Uint8Array, longestRow: number): Heading | null {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  checkText(bytes);
  const [first] = splitRows(bytes, bom, { delimiter: null, longestRow });
  if (!first || first.bytes.length > longestRow) return null;
  const text = new TextDecoder().decode(first.bytes);
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, cells: splitCells(text, delimiter) }))
    .toSorted((a, b) => b.cells.length - a.cells.length);
  return best ? { ...best, next: first.next } : null;
}

/** UTF-8 throughout and without NUL, which no text has: what else it is would be read as strange signs. */
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
