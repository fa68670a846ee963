import { crc32, deflateSync } from 'node:zlib';
import { Transformer } from '@napi-rs/image';

/** A colour, 0 to 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What is painted at a place. */
export type Paint = (x: number, y: number) => Rgb;

/** Four quarters of four colours, so that every turn and mirror image looks different. */
export const quarters =
  (width: number, height: number): Paint =>
  (x, y) =>
    y < height / 2
      ? x < width / 2
        ? [255, 0, 0]
        : [0, 255, 0]
      : x < width / 2
        ? [0, 0, 255]
        : [255, 255, 255];

/** Paints a picture. */
export function painted(width: number, height: number, paint: Paint = quarters(width, height)): Transformer {
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels.set([...paint(x, y), 255], (y * width + x) * 4);
  }
  return Transformer.fromRgbaPixels(pixels, width, height);
}

/** A small JPEG. */
export const jpeg = (width = 48, height = 32, paint?: Paint): Promise<Buffer> =>
  painted(width, height, paint).jpeg(95);

/** The colour at a place of an encoded picture. */
export async function colourAt(picture: Uint8Array, x: number, y: number): Promise<Rgb> {
  const transformer = new Transformer(picture);
  const { width, height } = await transformer.metadata();
  const pixels = await transformer.rawPixels();
  const channels = pixels.length / (width * height);
  const at = (y * width + x) * channels;
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
}

/** Exif data of a phone: how it was held, its maker, and where it was (GPS, 52° 31′ north). */
export function exif(orientation: number): Buffer {
  const maker = Buffer.from('SecretPhone 9000\0');
  const entry = (tag: number, type: number, count: number, value: number, short = false): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (short) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const makerAt = 8 + 2 + 3 * 12 + 4;
  const gpsAt = makerAt + maker.length;
  return Buffer.concat([
    Buffer.from('MM\0*\0\0\0\u0008', 'latin1'),
    Buffer.from([0, 3]),
    entry(0x010f, 2, maker.length, makerAt),
    entry(0x0112, 3, 1, orientation, true),
    entry(0x8825, 4, 1, gpsAt),
    Buffer.alloc(4),
    maker,
    Buffer.from([0, 2]),
    entry(0x0001, 2, 2, 0x4e000000),
    entry(0x0002, 5, 3, gpsAt + 30),
    Buffer.alloc(4),
    Buffer.from([0, 0, 0, 52, 0, 0, 0, 1, 0, 0, 0, 31, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1]),
  ]);
}

/** A JPEG with Exif data, as a camera writes it. */
export function jpegWithExif(picture: Uint8Array, orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([picture.subarray(0, 2), head, body, picture.subarray(2)]);
}

/** A chunk of a PNG. */
export function pngChunk(type: string, body: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(content.length + 8);
  framed.writeUInt32BE(body.length, 0);
  content.copy(framed, 4);
  framed.writeUInt32BE(crc32(content), content.length + 4);
  return framed;
}

/** A PNG of one grey colour whose file is small however large it is; `claimed` is what its header says instead. */
export function flatPng(width: number, height: number, claimed = { width, height }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed.width, 0);
  header.writeUInt32BE(claimed.height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(height * (width + 1)))),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

/** A PNG with Exif data before its picture. */
export function pngWithExif(png: Uint8Array, orientation: number): Buffer {
  return Buffer.concat([png.subarray(0, 33), pngChunk('eXIf', exif(orientation)), png.subarray(33)]);
}

/** A chunk of a WebP. */
export function riffChunk(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** A WebP of chunks. */
export function webp(...chunks: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  return riffChunk('RIFF', body);
}

/** The start of an extended WebP, with Exif data among what it announces. */
export function webpCanvas(width: number, height: number): Buffer {
  const body = Buffer.alloc(10);
  body[0] = 0x08;
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  return riffChunk('VP8X', body);
}

/** The smallest PDF that viewers open. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
    '3 0 obj<</Type/Page/MediaBox[0 0 3 3]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
