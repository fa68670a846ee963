/** A film as a phone writes it, by its parts; every text in it can be looked for afterwards. */
export interface Filmed {
  readonly brand?: string;
  readonly seconds?: number;
  readonly codec?: string;
  readonly soundCodec?: string;
  /** Turned by 90 degrees, as a phone held upright. */
  readonly turned?: boolean;
  readonly fragments?: boolean;
}

const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** Numbers of 32 bits. */
const words = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [place, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, 4 * place);
  return bytes;
};

export const box = (type: string, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([words(8 + body.length), text(type), body]);
};

/** The time in headers: seconds since 1904. */
export const filmedAt = 3_860_000_000;
export const [picture, sound, place] = ['PICTURE-BYTES', 'SOUND-BYTES', 'PLACE-OF-EACH-SECOND'];
/** All that a film tells and nobody needs. */
export const told = ['+52.5163+013.3777/', 'Apple', 'iPhone', 'GPS', place, 'Core Media', 'behind'];

/** An MP4 film of 1920 by 1080 with pictures, sound, a track of places, and what a phone tells around them. */
export function film({
  brand = 'isom',
  seconds = 10,
  codec = 'avc1',
  soundCodec = 'mp4a',
  turned = false,
  fragments = false,
}: Filmed = {}): Buffer {
  const head = box('ftyp', text(brand), words(0), text(brand));
  const samples = [picture, sound, place].map(text);
  const data = (from: number) => samples.slice(0, from).reduce((sum, part) => sum + part.length, 0);
  const start = head.length + 8 + 8 + 8;
  const track = (kind: string, format: string, which: number) => {
    const sample = samples[which] ?? Buffer.alloc(0);
    const matrix = turned ? [0, 65536, 0, -65536, 0, 0] : [65536, 0, 0, 0, 65536, 0];
    return box(
      'trak',
      box(
        'tkhd',
        words(
          7,
          filmedAt,
          filmedAt,
          which + 1,
          0,
          fragments ? 0 : seconds * 1_000,
          0,
          0,
          0,
          0,
          ...matrix,
          0,
          0,
          1 << 30,
          1920 << 16,
          1080 << 16,
        ),
      ),
      box('tref', box('cdsc', words(1))),
      box(
        'mdia',
        box('mdhd', words(0, filmedAt, filmedAt, 600, fragments ? 0 : seconds * 600, 0)),
        box('hdlr', words(0, 0), text(kind), text('appl'), words(0, 0), text('Core Media Track\0')),
        box(
          'minf',
          box(
            'stbl',
            box('stsd', words(0, 1, 16), text(format), words(0, 1)),
            ...(fragments
              ? [box('stts', words(0, 0)), box('stsc', words(0, 0)), box('stsz', words(0, 0, 0))]
              : [
                  box('stts', words(0, 1, 1, seconds * 600)),
                  box('stsc', words(0, 1, 1, 1, 1)),
                  box('stsz', words(0, 0, 1, sample.length)),
                ]),
            box('stco', fragments ? words(0, 0) : words(0, 1, start + data(which))),
          ),
        ),
      ),
      box('udta', box('name', text('iPhone'))),
    );
  };
  const movie = box(
    'moov',
    box('mvhd', words(0, filmedAt, filmedAt, 1_000, fragments ? 0 : seconds * 1_000), Buffer.alloc(80)),
    track('vide', codec, 0),
    track('soun', soundCodec, 1),
    track('meta', 'mebx', 2),
    ...(fragments
      ? [box('mvex', ...samples.map((_, which) => box('trex', words(0, which + 1, 1, 0, 0, 0))))]
      : []),
    box('meta', text('com.apple.quicktime.location.ISO6709+52.5163+013.3777/')),
    box('udta', box('\u00a9mak', text('Apple')), box('\u00a9mod', text('iPhone 17'))),
  );
  if (fragments) {
    const half = fragment(samples, (seconds * 600) / 2);
    return Buffer.concat([head, movie, half, box('emsg', text('GPS')), half]);
  }
  return Buffer.concat([
    head,
    box('wide'),
    box('free'),
    box('mdat', ...samples, text('behind')),
    movie,
    box('uuid', text('XMP GPS')),
  ]);
}

/** A part of a film as it is written while it is recorded: one sample of each track, of so many units. */
function fragment(samples: readonly Buffer[], duration: number): Buffer {
  const made = (start: number): Buffer =>
    box(
      'moof',
      box('mfhd', words(0, 1)),
      ...samples.map((sample, which) =>
        box(
          'traf',
          box('tfhd', words(0x20000, which + 1)),
          box('tfdt', words(0, 0)),
          box(
            'trun',
            words(
              0x301,
              1,
              start + samples.slice(0, which).reduce((sum, { length }) => sum + length, 0),
              duration,
              sample.length,
            ),
          ),
          box('udta', text('iPhone')),
        ),
      ),
      box('uuid', text('GPS')),
    );
  return Buffer.concat([made(made(0).length + 8), box('mdat', ...samples, text('behind'))]);
}

const element = (name: number[], ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat(
    [Buffer.from(name), Buffer.from([0x08, 0, 0, 0, 0]), body].map((part, at) => {
      if (at === 1) part.writeUInt32BE(body.length, 1);
      return part;
    }),
  );
};
/** Of unknown size. */
const open = (name: number[], ...parts: Uint8Array[]): Buffer =>
  Buffer.concat([Buffer.from(name), Buffer.from([0x01, 255, 255, 255, 255, 255, 255, 255]), ...parts]);
const float = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};

/** A WebM film of 640 by 480; `live` as a browser records it: of unknown sizes and without a length. */
export function webm({ seconds = 10, live = false, docType = 'webm', trackType = 1 } = {}): Buffer {
  const cluster = (at: number) =>
    (live ? open : element)(
      [0x1f, 0x43, 0xb6, 0x75],
      element([0xe7], words(at)),
      element([0xa3], Buffer.from([0x81, 0, 250, 0]), text(picture)),
    );
  return Buffer.concat([
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], text(docType))),
    (live ? open : element)(
      [0x18, 0x53, 0x80, 0x67],
      element([0xec], text('GPS')),
      element(
        [0x15, 0x49, 0xa9, 0x66],
        element([0x2a, 0xd7, 0xb1], words(1_000_000)),
        ...(live ? [] : [element([0x44, 0x89], float(seconds * 1_000))]),
        element([0x44, 0x61], text('12345678')),
        element([0x7b, 0xa9], text('iPhone')),
        element([0x4d, 0x80], text('Apple')),
        element([0x57, 0x41], text('Apple')),
      ),
      element(
        [0x16, 0x54, 0xae, 0x6b],
        element(
          [0xae],
          element([0x83], Buffer.from([trackType])),
          element([0x53, 0x6e], text('Core Media')),
          element([0xe0], element([0xb0], words(640)), element([0xba], words(480))),
        ),
      ),
      cluster(0),
      cluster(seconds * 1_000 - 250),
      element([0x12, 0x54, 0xc3, 0x67], text('+52.5163+013.3777/')),
    ),
  ]);
}
