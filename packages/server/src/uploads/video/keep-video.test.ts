import { readFile as readFromDisk } from 'node:fs/promises';
import { join } from 'node:path';
import { videoLimits } from '@postlude/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../http/api-problem.ts';
import { readFile } from '../read-file.ts';
import { film, filmedAt, picture, sound, told, webm } from '../testing/videos.ts';
import { boxesIn } from './boxes.ts';

const keep = (sent: Uint8Array) => readFile(sent, 'review');
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const refusal = (code: string) => expect.objectContaining({ code });

describe('a video of a review', () => {
  it('from a phone is kept with its pictures and its sound, and tells neither place, time nor phone', async () => {
    const sent = film();
    for (const word of told) expect(latin1(sent)).toContain(word);
    const kept = await keep(sent);
    expect(kept).toMatchObject({ contentType: 'video/mp4', width: 1920, height: 1080 });
    expect(kept.bytes).toHaveLength(sent.length);
    for (const part of [picture, sound]) {
      expect(latin1(kept.bytes).indexOf(part)).toBe(latin1(sent).indexOf(part));
    }
    for (const word of told) expect(latin1(kept.bytes)).not.toContain(word);
    const time = Buffer.alloc(4);
    time.writeUInt32BE(filmedAt);
    expect(sent.includes(time)).toBe(true);
    expect(Buffer.from(kept.bytes).includes(time)).toBe(false);
  });

  it('in fragments, as browsers and phones record it, keeps the pictures and sounds of each and tells nothing either', async () => {
    const sent = film({ fragments: true });
    for (const word of told) expect(latin1(sent)).toContain(word);
    const kept = await keep(sent);
    expect(kept).toMatchObject({ contentType: 'video/mp4', width: 1920, height: 1080 });
    expect(kept.bytes).toHaveLength(sent.length);
    for (const part of [picture, sound]) {
      expect(latin1(kept.bytes).split(part)).toHaveLength(3);
      expect(latin1(kept.bytes).lastIndexOf(part)).toBe(latin1(sent).lastIndexOf(part));
    }
    for (const word of told) expect(latin1(kept.bytes)).not.toContain(word);
    const inFragments = boxesIn(kept.bytes, 0, kept.bytes.length).filter(({ type }) => type === 'moof');
    expect(
      inFragments.map(({ body, end }) => boxesIn(kept.bytes, body, end).map(({ type }) => type)),
    ).toEqual(Array(2).fill(['mfhd', 'traf', 'traf', 'free', 'free']));
  });

  it.each(['film.mp4', 'film.mov'])(
    'as encoders write it keeps every picture and sound: %s',
    async (name) => {
      const sent = await readFromDisk(join(import.meta.dirname, '..', 'fixtures', name));
      const { bytes, ...kept } = await keep(sent);
      expect(kept).toMatchObject({ width: 64, height: 48 });
      const data = boxesIn(sent, 0, sent.length).find(({ type }) => type === 'mdat');
      expect(data).toBeDefined();
      if (data)
        expect(latin1(bytes.subarray(data.body, data.end))).toBe(latin1(sent.subarray(data.body, data.end)));
      for (const word of ['+52.5163', 'iPhone 17']) {
        expect(latin1(sent)).toContain(word);
        expect(latin1(bytes)).not.toContain(word);
      }
    },
  );

  it('is as it was when it is cleaned again', async () => {
    for (const sent of [
      film(),
      film({ brand: 'qt  ' }),
      film({ fragments: true }),
      webm(),
      webm({ live: true }),
    ]) {
      const { bytes } = await keep(sent);
      expect(Buffer.from((await keep(bytes)).bytes).equals(Buffer.from(bytes))).toBe(true);
    }
  });

  it('held upright is higher than wide, and QuickTime is said to be QuickTime', async () => {
    expect(await keep(film({ turned: true, brand: 'qt  ' }))).toMatchObject({
      contentType: 'video/quicktime',
      width: 1080,
      height: 1920,
    });
  });

  it('keeps its pictures where browsers cannot let hear its sound', async () => {
    const { bytes } = await keep(film({ soundCodec: 'sowt' }));
    expect(latin1(bytes)).toContain(picture);
    expect(latin1(bytes)).not.toContain(sound);
  });

  it.each([false, true])('as WebM tells nothing either (as a browser records it: %s)', async (live) => {
    const sent = webm({ live });
    const kept = await keep(sent);
    expect(kept).toMatchObject({ contentType: 'video/webm', width: 640, height: 480 });
    expect(latin1(kept.bytes).split(picture)).toHaveLength(3);
    for (const word of ['+52.5163', 'Apple', 'iPhone', 'GPS', 'Core Media', '12345678']) {
      expect(latin1(sent)).toContain(word);
      expect(latin1(kept.bytes)).not.toContain(word);
    }
  });

  it('may play a minute, whatever its format', async () => {
    const inParts = (of: { seconds: number }) => film({ ...of, fragments: true });
    for (const make of [film, inParts, webm, (of: { seconds: number }) => webm({ ...of, live: true })]) {
      await expect(keep(make({ seconds: 60 }))).resolves.toBeDefined();
      await expect(keep(make({ seconds: 62 }))).rejects.toEqual(refusal('too_large'));
    }
  });

  it('may have thirty megabytes, and a picture still ten', async () => {
    const large = Buffer.concat([film(), Buffer.alloc(videoLimits.videoBytes)]);
    await expect(keep(large)).rejects.toEqual(refusal('too_large'));
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(10 * 1024 * 1024)]);
    await expect(keep(photo)).rejects.toEqual(refusal('too_large'));
  });

  it.each([
    ['of a kind no browser plays', film({ codec: 'apch' })],
    ['that is Matroska and no WebM', webm({ docType: 'matroska' })],
    ['with other tracks than pictures and sound', webm({ trackType: 0x21 })],
  ])('%s is of a type that is not taken', async (_, sent) => {
    await expect(keep(sent)).rejects.toEqual(refusal('upload_type'));
  });

  it('belongs to a review and to nothing else', async () => {
    for (const sent of [film(), webm()]) {
      await expect(readFile(sent, 'return')).rejects.toEqual(refusal('upload_type'));
    }
  });

  it('that is cut off or broken anywhere is refused with a reason, or read, and never an error of ours', async () => {
    const sent = fc.constantFrom(film(), film({ fragments: true }), webm(), webm({ live: true }));
    const broken = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sent, broken, fc.nat(), async (whole, changes, cut) => {
        const bytes = Uint8Array.from(whole.subarray(0, 12 + (cut % whole.length)));
        for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
        const outcome = await keep(bytes).then(
          () => 'read',
          (thrown: unknown) => thrown,
        );
        if (outcome !== 'read') expect(outcome).toBeInstanceOf(ApiProblem);
      }),
      { numRuns: 1_000 },
    );
  });
});
