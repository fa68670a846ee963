import { readFile as readFromDisk } from 'node:fs/promises';
import { join } from 'node:path';
import { Transformer } from '@napi-rs/image';
import { describe, expect, it } from 'vitest';
import {
  colourAt,
  exif,
  flatPng,
  jpeg,
  jpegWithExif,
  painted,
  pdf,
  pngWithExif,
  quarters,
  type Rgb,
  riffChunk,
  webp,
  webpCanvas,
} from '../testing/pictures.ts';
import { longestSide, readFile } from './read-file.ts';

const fixture = (name: string) => readFromDisk(join(import.meta.dirname, 'fixtures', name));
const refusal = (code: string) => expect.objectContaining({ code });

/** Where the pixel at (x, y) of the upright picture stands in the file, by orientation (Exif 2.3). */
const stored: Readonly<
  Record<number, (x: number, y: number, width: number, height: number) => [number, number]>
> = {
  1: (x, y) => [x, y],
  2: (x, y, width) => [width - 1 - x, y],
  3: (x, y, width, height) => [width - 1 - x, height - 1 - y],
  4: (x, y, _, height) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, width) => [y, width - 1 - x],
  7: (x, y, width, height) => [height - 1 - y, width - 1 - x],
  8: (x, y, _, height) => [height - 1 - y, x],
};

/** A picture as a camera held in an orientation keeps it; upright it is `width` by `height` in four quarters. */
function heldIn(orientation: number, width: number, height: number): Transformer {
  const place = stored[orientation];
  if (!place) throw new Error(`There is no orientation ${orientation}.`);
  const paint = quarters(width, height);
  const pixels = new Map<string, Rgb>();
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) pixels.set(place(x, y, width, height).join(), paint(x, y));
  }
  const [storedWidth, storedHeight] = orientation >= 5 ? [height, width] : [width, height];
  return painted(storedWidth, storedHeight, (x, y) => pixels.get(`${x},${y}`) ?? [0, 0, 0]);
}

async function expectQuarters(bytes: Uint8Array, width: number, height: number): Promise<void> {
  const paint = quarters(width, height);
  for (const [x, y] of [
    [3, 3],
    [width - 4, 3],
    [3, height - 4],
    [width - 4, height - 4],
  ] as const) {
    const seen = await colourAt(bytes, x, y);
    for (const [channel, value] of paint(x, y).entries()) {
      expect(Math.abs((seen[channel] ?? 0) - value), `${x},${y}: ${seen.join()}`).toBeLessThan(40);
    }
  }
}

describe('a picture', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'held in orientation %i stands upright afterwards, as JPEG, PNG and WebP',
    async (orientation) => {
      const held = heldIn(orientation, 64, 32);
      const lossless = await held.webpLossless();
      const [width, height] = orientation >= 5 ? [32, 64] : [64, 32];
      for (const sent of [
        jpegWithExif(await held.jpeg(95), orientation),
        pngWithExif(await held.png(), orientation),
        webp(webpCanvas(width, height), lossless.subarray(12), riffChunk('EXIF', exif(orientation))),
      ]) {
        const kept = await readFile(sent);
        expect(kept).toMatchObject({ width: 64, height: 32 });
        await expectQuarters(kept.bytes, 64, 32);
      }
    },
  );

  it('keeps neither place nor camera nor anything that followed it in the file', async () => {
    const script = '<script>alert(1)</script>PK\u0003\u0004';
    const sent = Buffer.concat([jpegWithExif(await jpeg(), 6), Buffer.from(script)]);
    expect(sent.includes('SecretPhone')).toBe(true);
    const { bytes } = await readFile(sent);
    const kept = Buffer.from(bytes);
    for (const trace of ['SecretPhone', 'Exif', 'script', 'PK\u0003\u0004'])
      expect(kept.includes(trace)).toBe(false);
    expect((await new Transformer(kept).metadata(true)).exif ?? {}).toEqual({});
  });

  it('of one pixel stays one', async () => {
    expect(await readFile(await jpeg(1, 1, () => [9, 9, 9]))).toMatchObject({ width: 1, height: 1 });
    expect(await readFile(flatPng(1, 1))).toMatchObject({ width: 1, height: 1, contentType: 'image/webp' });
  });

  it('of 48 megapixels becomes one that fits, the right way up', async () => {
    const large = await painted(1008, 756).fastResize({ width: 8064, height: 6048 }).jpeg(70);
    const kept = await readFile(jpegWithExif(large, 6));
    expect(kept).toMatchObject({ width: 1920, height: longestSide, contentType: 'image/jpeg' });
    expect(await new Transformer(kept.bytes).metadata()).toMatchObject({ width: 1920, height: longestSide });
  }, 60_000);

  it('that is long and thin keeps a pixel of its short side', async () => {
    expect(await readFile(flatPng(9_000, 1))).toMatchObject({ width: longestSide, height: 1 });
  });

  it('in print colours, progressive or moving is taken as it looks', async () => {
    const print = await readFile(await fixture('cmyk.jpg'));
    const [red, green, blue] = await colourAt(print.bytes, 0, 0);
    expect(red).toBeGreaterThan(200);
    expect(green + blue).toBeLessThan(80);
    expect(await readFile(await fixture('progressive.jpg'))).toMatchObject({ width: 64, height: 48 });
    for (const name of ['moving.webp', 'moving.png']) {
      const kept = await readFile(await fixture(name));
      expect(kept).toMatchObject({ contentType: 'image/webp', width: 64, height: 48 });
      expect(Buffer.from(kept.bytes).includes('ANIM')).toBe(false);
      expect((await colourAt(kept.bytes, 5, 5))[0]).toBeGreaterThan(200);
    }
  });

  it('keeps what is transparent', async () => {
    const clear = await Transformer.fromRgbaPixels(new Uint8Array(16 * 16 * 4), 16, 16).png();
    const pixels = await new Transformer((await readFile(clear)).bytes).rawPixels();
    expect(pixels.length).toBe(16 * 16 * 4);
    expect(pixels[3]).toBe(0);
  });
});

describe('what is refused', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['nothing at all', () => new Uint8Array(), 'upload_damaged'],
    ['a text', () => Buffer.from('Dear shop, this is a photo. '.repeat(20)), 'upload_type'],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'upload_type'],
    ['an SVG', () => Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'upload_type'],
    ['a GIF', () => Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'upload_type'],
    ['a HEIC photo', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'upload_type'],
    [
      'a page that says it is a PDF later on',
      () => Buffer.from('<script></script>%PDF-1.4 %%EOF'),
      'upload_type',
    ],
    ['half a JPEG', async () => (await jpeg(200, 200)).subarray(0, 1_000), 'upload_damaged'],
    ['a JPEG without its last bytes', async () => (await jpeg()).subarray(0, -2), 'upload_damaged'],
    ['a JPEG that is only a beginning', () => Buffer.from([0xff, 0xd8, 0xff]), 'upload_damaged'],
    ['half a PNG', () => flatPng(300, 300).subarray(0, 60), 'upload_damaged'],
    ['half a PDF', () => pdf.subarray(0, 80), 'upload_damaged'],
    ['a PNG bomb', () => flatPng(10, 10, { width: 60_000, height: 60_000 }), 'too_large'],
    [
      'a PNG whose size would overflow',
      () => flatPng(1, 1, { width: 2 ** 32 - 1, height: 2 ** 32 - 1 }),
      'too_large',
    ],
    [
      'a PNG that is smaller than it says',
      () => flatPng(10, 10, { width: 900, height: 900 }),
      'upload_damaged',
    ],
    ['a PNG without a side', () => flatPng(1, 1, { width: 0, height: 5 }), 'upload_damaged'],
    [
      'a WebP with a frame larger than its canvas',
      () =>
        webp(webpCanvas(4, 4), riffChunk('VP8L', Buffer.from([0x2f, 0xff, 0xff, 0xff, 0x0f, 0, 0, 0, 0, 0]))),
      'too_large',
    ],
    ['a WebP of noise', () => webp(riffChunk('VP8L', Buffer.alloc(40, 7))), 'upload_damaged'],
  ])('%s', async (_, make, code) => {
    await expect(readFile(await make())).rejects.toEqual(refusal(code));
  });

  it('tells what to do with a HEIC photo', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'latin1');
    await expect(readFile(heic)).rejects.toThrow(/HEIC .* JPEG/);
  });

  it('every cut and every changed byte of a picture ends in a picture or a refusal, never in anything else', async () => {
    const whole = jpegWithExif(await jpeg(24, 16), 6);
    const outcomes = new Set<string>();
    for (let place = 0; place < whole.length; place += 7) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 0xff;
      for (const sent of [whole.subarray(0, place), changed]) {
        outcomes.add(
          await readFile(sent).then(
            () => 'kept',
            (error: { code?: string }) => String(error.code),
          ),
        );
      }
    }
    expect(
      [...outcomes].filter((one) => !['kept', 'upload_damaged', 'upload_type', 'too_large'].includes(one)),
    ).toEqual([]);
    expect(outcomes.has('upload_damaged')).toBe(true);
  });
});

it('keeps a PDF as it is', async () => {
  expect(await readFile(pdf)).toEqual({
    bytes: pdf,
    contentType: 'application/pdf',
    width: null,
    height: null,
  });
});
