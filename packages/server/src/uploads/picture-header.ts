import { type ExifOrientation, exifOrientation } from './exif-orientation.ts';
import { textAt } from './file-kind.ts';

/** What a picture says of itself before anybody decodes it. */
export interface PictureHeader {
  /** Pixels as stored, before it is turned upright. */
  readonly width: number;
  readonly height: number;
  readonly orientation: ExifOrientation;
  /** 2 for a PNG of 16 bits a channel, which takes twice the memory. */
  readonly bytesPerChannel: 1 | 2;
  /** Where Exif data of a JPEG begins. */
  readonly exif: readonly number[];
}

/** Reads a picture's header without decoding it; null when it has none or the file ends too early. */
export function readPictureHeader(kind: 'jpeg' | 'png' | 'webp', bytes: Uint8Array): PictureHeader | null {
  const header = kind === 'jpeg' ? readJpeg(bytes) : kind === 'png' ? readPng(bytes) : readWebp(bytes);
  return header !== null && header.width > 0 && header.height > 0 ? header : null;
}

/**
 * JPEG (ITU-T T.81, annex B): segments up to the end of the picture. Whatever comes after it (a second picture, a film, an
 * archive) is no part of it. A file that ends before the picture does is damaged: decoders would fill it with grey.
 */
function readJpeg(bytes: Uint8Array): PictureHeader | null {
  let size: { width: number; height: number } | null = null;
  let orientation: ExifOrientation = 1;
  const exif: number[] = [];
  let offset = 2;
  while (offset + 1 < bytes.length) {
    if (bytes[offset] !== 0xff) return null;
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === 0xd9) return size && { ...size, orientation, bytesPerChannel: 1, exif };
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      offset += 2;
      continue;
    }
    const length = ((bytes[offset + 2] ?? 0) << 8) | (bytes[offset + 3] ?? 0);
    const end = offset + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const body = bytes.subarray(offset + 4, end);
    if (isFrame(marker)) {
      if (size !== null || body.length < 6) return null;
      size = { height: two(body, 1), width: two(body, 3) };
    }
    if (marker === 0xe1 && textAt(body, 0, 6) === 'Exif\0\0') {
      orientation = exifOrientation(body.subarray(6));
      exif.push(offset + 4);
    }
    offset = marker === 0xda ? endOfScan(bytes, end) : end;
  }
  return null;
}

/** SOF0 to SOF15, without the markers among them that mean something else (DHT, JPG, DAC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The next marker after the data of a scan: an 0xff that is neither stuffed nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let offset = start;
  for (;;) {
    offset = bytes.indexOf(0xff, offset);
    if (offset === -1) return bytes.length;
    const next = bytes[offset + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return offset;
    offset += next === 0xff ? 1 : 2;
  }
}

/** PNG: chunks from IHDR to IEND. */
function readPng(bytes: Uint8Array): PictureHeader | null {
  if (textAt(bytes, 12, 4) !== 'IHDR' || bytes.length < 33) return null;
  const view = viewOf(bytes);
  let orientation: ExifOrientation = 1;
  for (let offset = 8; offset + 12 <= bytes.length; ) {
    const length = view.getUint32(offset);
    const type = textAt(bytes, offset + 4, 4);
    const end = offset + 12 + length;
    if (end > bytes.length) return null;
    if (type === 'eXIf') orientation = exifOrientation(bytes.subarray(offset + 8, end - 4));
    if (type === 'IEND')
      return {
        width: view.getUint32(16),
        height: view.getUint32(20),
        orientation,
        bytesPerChannel: bytes[24] === 16 ? 2 : 1,
        exif: [],
      };
    offset = end;
  }
  return null;
}

/** WebP (RFC 9649): a RIFF file of one lossy, one lossless, or an extended picture. */
function readWebp(bytes: Uint8Array): PictureHeader | null {
  if (bytes.length < 30) return null;
  const view = viewOf(bytes);
  if (view.getUint32(4, true) + 8 > bytes.length) return null;
  let width = 0;
  let height = 0;
  let orientation: ExifOrientation = 1;
  for (let offset = 12; offset + 8 <= bytes.length; ) {
    const length = view.getUint32(offset + 4, true);
    const body = bytes.subarray(offset + 8, offset + 8 + length);
    if (body.length < length) return null;
    // The frame counts beside the canvas: whichever is larger is what decoding would cost.
    const part = webpSize(textAt(bytes, offset, 4), body);
    width = Math.max(width, part?.width ?? 0);
    height = Math.max(height, part?.height ?? 0);
    if (textAt(bytes, offset, 4) === 'EXIF') {
      orientation = exifOrientation(textAt(body, 0, 6) === 'Exif\0\0' ? body.subarray(6) : body);
    }
    offset += 8 + length + (length % 2);
  }
  return { width, height, orientation, bytesPerChannel: 1, exif: [] };
}

function webpSize(chunk: string, body: Uint8Array): { width: number; height: number } | null {
  if (body.length < 10) return null;
  const view = viewOf(body);
  switch (chunk) {
    case 'VP8X':
      return { width: 1 + three(body, 4), height: 1 + three(body, 7) };
    case 'VP8 ':
      return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(1, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    default:
      return null;
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const two = (bytes: Uint8Array, offset: number): number =>
  ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0);
const three = (bytes: Uint8Array, offset: number): number =>
  (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8) | ((bytes[offset + 2] ?? 0) << 16);
