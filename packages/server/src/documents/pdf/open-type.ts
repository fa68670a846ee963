import { inflateSync } from 'node:zlib';

/**
 * Unpacks a WOFF font (W3C WOFF 1.0) into the OpenType file it was made of; any other font is returned as it is. Done once
 * per font: the PDF library would unpack a table again each time it looks into it, at a second a page.
 */
export function openType(font: Buffer): Buffer {
  if (font.toString('latin1', 0, 4) !== 'wOFF') return font;
  const count = font.readUInt16BE(12);
  const directory = Buffer.alloc(12 + count * 16);
  font.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  // For binary search (OpenType, table directory): the largest power of two, its logarithm, and the rest.
  const steps = Math.floor(Math.log2(count));
  directory.writeUInt16BE(2 ** steps * 16, 6);
  directory.writeUInt16BE(steps, 8);
  directory.writeUInt16BE((count - 2 ** steps) * 16, 10);
  const tables: Buffer[] = [];
  let offset = directory.length;
  for (let table = 0; table < count; table++) {
    const entry = 44 + table * 20;
    const packed = font.readUInt32BE(entry + 8);
    const length = font.readUInt32BE(entry + 12);
    const start = font.readUInt32BE(entry + 4);
    const stored = font.subarray(start, start + packed);
    const body = packed < length ? inflateSync(stored) : stored;
    font.copy(directory, 12 + table * 16, entry, entry + 4);
    font.copy(directory, 16 + table * 16, entry + 16, entry + 20);
    directory.writeUInt32BE(offset, 20 + table * 16);
    directory.writeUInt32BE(length, 24 + table * 16);
    // Tables begin at multiples of four.
    tables.push(body, Buffer.alloc((4 - (length % 4)) % 4));
    offset += length + ((4 - (length % 4)) % 4);
  }
  return Buffer.concat([directory, ...tables]);
}
