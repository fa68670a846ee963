/** A row of a file as it lies there. */
export interface RawRow {
  /** Without its line end. */
  readonly bytes: Uint8Array;
  /** Where the next row begins. */
  readonly next: number;
}

/** What is known of a file before its rows are read. */
export interface RowShape {
  /** What stands between cells; null while it is not known: then each of `delimiters` counts. */
  readonly delimiter: Delimiter | null;
  /** Bytes after which a quote that nobody closed no longer holds its row together. */
  readonly longestRow: number;
}

/** What may stand between cells. */
export const delimiters = [',', ';', '\t'] as const;
/** One of `delimiters`. */
export type Delimiter = (typeof delimiters)[number];

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;

/**
 * The rows of CSV (RFC 4180) from a place in bytes that is the beginning of one. A line end within quotes is part of its row, and a
 * quote counts only where a cell begins: an inch sign in a text opens nothing. Bytes, not characters: no sign of more than one byte
 * in UTF-8 has a byte that looks like these. A row longer than `longestRow` ends at its first line end, quotes or not. Empty lines
 * come too; the last row needs no line end.
 */
export function* splitRows(bytes: Uint8Array, from: number, shape: RowShape): Generator<RawRow> {
  const between = new Set(
    (shape.delimiter === null ? delimiters : [shape.delimiter]).map((one) => one.charCodeAt(0)),
  );
  let start = from;
  while (start < bytes.length) {
    const end = endOfRow(bytes, start, between, shape.longestRow);
    const next = afterLineEnd(bytes, end);
    yield { bytes: bytes.subarray(start, end), next };
    start = next;
  }
}

/** How many rows there are from a place on, empty lines left out. */
export function countRows(bytes: Uint8Array, from: number, shape: RowShape): number {
  let count = 0;
  for (const row of splitRows(bytes, from, shape)) if (!isBlank(row.bytes)) count += 1;
  return count;
}

/** True for an empty line, and one of blanks only. */
export const isBlank = (row: Uint8Array): boolean => row.every((byte) => byte === space || byte === 0x09);

function endOfRow(
  bytes: Uint8Array,
  start: number,
  between: ReadonlySet<number>,
  longestRow: number,
): number {
  let isQuoted = false;
  let cellBegins = true;
  let firstLineEnd = -1;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (isQuoted) {
      // A doubled quote closes and opens at once.
      if (byte === quote && bytes[at + 1] === quote) at += 1;
      else if (byte === quote) isQuoted = false;
    } else if (byte === quote && cellBegins) {
      isQuoted = true;
    }
    if (byte === lineFeed || byte === carriageReturn) {
      if (!isQuoted) return at;
      if (firstLineEnd < 0) firstLineEnd = at;
      if (at - start > longestRow) return firstLineEnd;
    }
    cellBegins = between.has(byte) || (cellBegins && byte === space);
  }
  return isQuoted && firstLineEnd >= 0 ? firstLineEnd : bytes.length;
}

const afterLineEnd = (bytes: Uint8Array, end: number): number =>
  bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? end + 2 : Math.min(end + 1, bytes.length);
