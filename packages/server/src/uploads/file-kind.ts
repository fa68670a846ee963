/** What a file is by its first bytes. `heic` and `svg` are named because people send them and may be told what to do. */
export type FileKind =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'pdf'
  | 'mp4'
  | 'quicktime'
  | 'webm'
  | 'heic'
  | 'svg'
  | 'unknown';

/** ISO base media brands of pictures that phones write and browsers mostly cannot show (HEIF: ISO/IEC 23008-12). */
const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']);

/** Tells a file's kind by its bytes alone; its name and what the sender says of it do not count. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp';
  if (/^%PDF-[12]\.\d/.test(textAt(bytes, 0, 8))) return 'pdf';
  if (textAt(bytes, 4, 4) === 'ftyp') {
    const brand = textAt(bytes, 8, 4);
    return heifBrands.has(brand) ? 'heic' : brand === 'qt  ' ? 'quicktime' : 'mp4';
  }
  // EBML: Matroska as well, which the reader of WebM tells apart.
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return 'webm';
  if (
    /^\s*(<\?xml[\s\S]*)?<(!doctype\s+svg|svg)[\s>]/i.test(
      textAt(bytes, 0, 1_000).replace(/^\u00ef\u00bb\u00bf/, ''),
    )
  ) {
    return 'svg';
  }
  return 'unknown';
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

/** Bytes as Latin-1 text; shorter where the file ends. */
export function textAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}
