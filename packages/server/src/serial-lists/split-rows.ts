/** A row of a list as it lies in the file. */
export interface RawRow {
  /** Without its line end. */
  readonly bytes: Uint8Array;
  /** Where the next row begins. */
  readonly next: number;
}

/** The longest row that is read, in bytes: no row of a list comes near it, and a quote nobody closed must not swallow the file. */
export const longestRow = 16 * 1024;

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The rows of CSV (RFC 4180) from a place in bytes that is the beginning of one. A line end within quotes is part of its row. Bytes, not
 * characters: no sign of more than one byte in UTF-8 has a byte that looks like these. A row longer than `longestRow` ends at its
 * first line end, quotes or not. Empty lines come too; the last row needs no line end.
 */
export function* splitRows(bytes: Uint8Array, from: number): Generator<RawRow> {
  let start = from;
  while (start < bytes.length) {
    const end = endOfRow(bytes, start);
    const next = afterLineEnd(bytes, end);
    yield { bytes: bytes.subarray(start, end), next };
    start = next;
  }
}

/** How many rows there are from a place on, empty lines left out. */
export function countRows(bytes: Uint8Array, from: number): number {
  let count = 0;
  for (const row of splitRows(bytes, from)) if (!isBlank(row.bytes)) count += 1;
  return count;
}

/** True for an empty line, and one of blanks only. */
export const isBlank = (row: Uint8Array): boolean => row.every((byte) => byte === 0x20 || byte === 0x09);

function endOfRow(bytes: Uint8Array, start: number): number {
  let isQuoted = false;
  let firstLineEnd = -1;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) isQuoted = !isQuoted;
    if (byte !== lineFeed && byte !== carriageReturn) continue;
    if (!isQuoted) return at;
    if (firstLineEnd < 0) firstLineEnd = at;
    if (at - start > longestRow) return firstLineEnd;
  }
  return isQuoted && firstLineEnd >= 0 ? firstLineEnd : bytes.length;
}

const afterLineEnd = (bytes: Uint8Array, end: number): number =>
  bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? end + 2 : Math.min(end + 1, bytes.length);
