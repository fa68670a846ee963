import { inflateSync } from 'node:zlib';
import { Transformer } from '@napi-rs/image';
import jsqr from 'jsqr';

/** Dark squares of a code: a row of `width` modules from a place on. */
interface Run {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The text of the QR code in an encoded picture, as a camera would read it; null where none is found. */
export async function readQr(picture: Uint8Array): Promise<string | null> {
  const transformer = new Transformer(picture);
  const { width, height } = await transformer.metadata();
  const pixels = await transformer.rawPixels();
  const channels = pixels.length / (width * height);
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) {
    for (let colour = 0; colour < 3; colour++) {
      rgba[at * 4 + colour] = pixels[at * channels + (channels < 3 ? 0 : colour)] ?? 255;
    }
  }
  return jsqr.default(rgba, width, height)?.data ?? null;
}

/** The text of a QR code that is a path of rectangles, one module high, in a square of `size` modules. */
export function readQrPath({ size, path }: { readonly size: number; readonly path: string }): string | null {
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map(([, x, y, width]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
  }));
  return readRuns(runs, size);
}

/** The text of the QR code that is drawn on the first page of a PDF that has one: as it stands in the file, module by module. */
export function readQrOfPdf(pdf: Uint8Array): string | null {
  for (const content of streamsOf(Buffer.from(pdf))) {
    const runs = [...content.matchAll(/(\d+) (\d+) m\n(\d+) \2 l\n\3 (\d+) l\n\1 \4 l\nh/g)].map(
      ([, x, y, end]) => ({ x: Number(x), y: Number(y), width: Number(end) - Number(x) }),
    );
    if (runs.length === 0) continue;
    return readRuns(runs, Math.max(...runs.map(({ x, width }) => x + width)) + 4);
  }
  return null;
}

/** What the compressed streams of a PDF hold. */
function* streamsOf(pdf: Buffer): Generator<string> {
  for (const { 0: head, 1: dictionary, index } of pdf
    .toString('latin1')
    .matchAll(/<<([^>]*\/FlateDecode[^>]*)>>\s*stream\n/g)) {
    const length = Number(/\/Length (\d+)/.exec(dictionary ?? '')?.[1]);
    const start = index + head.length;
    yield inflateSync(pdf.subarray(start, start + length)).toString('latin1');
  }
}

/** Draws the modules, some pixels each, and reads the picture. */
function readRuns(runs: readonly Run[], size: number): string | null {
  const scale = 4;
  const side = size * scale;
  const rgba = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, width } of runs) {
    for (let row = y * scale; row < (y + 1) * scale; row++) {
      for (let column = x * scale; column < (x + width) * scale; column++) {
        rgba.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return jsqr.default(rgba, side, side)?.data ?? null;
}
