import { textAt } from '../file-kind.ts';
import { type Box, boxesIn, boxOf, empty, viewOf } from './boxes.ts';
import { readFragments } from './fragments.ts';
import { type Part, samplesOf } from './samples.ts';
import { type ReadVideo, VideoRefused } from './video.ts';

/** What browsers show (H.264, H.265, VP8, VP9, AV1) and let hear. Sound of another kind is left out. */
const codecs = {
  vide: new Set(['avc1', 'avc3', 'hvc1', 'hev1', 'vp08', 'vp09', 'av01']),
  soun: new Set(['mp4a', 'Opus', 'fLaC', 'ac-3', 'ec-3', '.mp3']),
} as const;

/** What stays. Everything else (`udta`, `meta`, `uuid`, `tref`, what nobody knows) may tell a place, a phone, a name. */
const kept = {
  file: new Set(['ftyp', 'moov', 'mdat', 'moof', 'styp', 'sidx']),
  movie: new Set(['mvhd', 'trak', 'iods', 'mvex']),
  track: new Set(['tkhd', 'edts', 'mdia']),
  media: new Set(['mdhd', 'hdlr', 'minf']),
  info: new Set(['vmhd', 'smhd', 'hdlr', 'dinf', 'stbl']),
  table: new Set([
    'stsd',
    'stts',
    'ctts',
    'cslg',
    'stsc',
    'stsz',
    'stco',
    'co64',
    'stss',
    'sdtp',
    'sgpd',
    'sbgp',
  ]),
} as const;

/**
 * Reads an MP4 or QuickTime film and leaves of it the pictures and the sound: every other box and track is emptied, with what it has in
 * the file's data, and no time says when it was made. Nothing is encoded anew and nothing moves, so all offsets stay true.
 *
 * @throws VideoRefused for what is broken, and for what not every browser plays.
 */
export function readMp4(sent: Uint8Array): ReadVideo {
  const bytes = Uint8Array.from(sent);
  const boxes = boxesIn(bytes, 0, bytes.length);
  const movie = boxOf(boxes, 'moov');
  const inMovie = boxesIn(bytes, movie.body, movie.end);
  const tracks = inMovie.filter(({ type }) => type === 'trak').map((box) => readTrack(bytes, box));
  const staying = tracks.filter(({ kind }) => kind !== null);
  const picture = staying.find(({ kind }) => kind === 'vide');
  if (!picture) throw new VideoRefused('unplayable');

  const header = boxOf(inMovie, 'mvhd');
  const inFragments = readFragments(
    bytes,
    boxes,
    inMovie.flatMap(({ type, body, end }) => (type === 'mvex' ? boxesIn(bytes, body, end) : [])),
    new Set(staying.map(({ id }) => id)),
  );
  const seconds = Math.max(
    durationOf(bytes, header),
    ...staying.map(({ id, seconds, scale }) => seconds + (inFragments.get(id)?.duration ?? 0) / scale),
  );
  forgetTimes(bytes, header);
  keepTypes(bytes, boxes, kept.file);
  keepTypes(bytes, inMovie, kept.movie);
  for (const track of tracks) if (track.kind === null) empty(bytes, track.box);
  const parts = staying.flatMap(({ id, parts }) => [...parts, ...(inFragments.get(id)?.parts ?? [])]);
  keepOnly(
    bytes,
    boxes.filter(({ type }) => type === 'mdat'),
    parts,
  );
  return { bytes, seconds, width: picture.width, height: picture.height };
}

interface Track {
  readonly box: Box;
  readonly id: number;
  /** Units in a second. */
  readonly scale: number;
  /** Null for anything but pictures and sound: places, subtitles, codes of time. */
  readonly kind: 'vide' | 'soun' | null;
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Part[];
}

function readTrack(bytes: Uint8Array, box: Box): Track {
  const boxes = boxesIn(bytes, box.body, box.end);
  const media = boxOf(boxes, 'mdia');
  const inMedia = boxesIn(bytes, media.body, media.end);
  const handler = boxOf(inMedia, 'hdlr');
  const kind = textAt(bytes, handler.body + 8, 4);
  const leaveOut = { box, id: 0, scale: 1, kind: null, seconds: 0, width: 0, height: 0, parts: [] };
  if (kind !== 'vide' && kind !== 'soun') return leaveOut;

  const [header, mediaHeader, info] = [boxOf(boxes, 'tkhd'), boxOf(inMedia, 'mdhd'), boxOf(inMedia, 'minf')];
  const inInfo = boxesIn(bytes, info.body, info.end);
  const table = boxOf(inInfo, 'stbl');
  const inTable = boxesIn(bytes, table.body, table.end);
  if (!codecs[kind].has(textAt(bytes, boxOf(inTable, 'stsd').body + 12, 4))) {
    if (kind === 'soun') return leaveOut;
    throw new VideoRefused('unplayable');
  }
  const samples = samplesOf(bytes, inTable);
  const scale = scaleOf(bytes, mediaHeader);
  const seconds = samples.duration / scale;
  keepTypes(bytes, boxes, kept.track);
  keepTypes(bytes, inMedia, kept.media);
  keepTypes(bytes, inInfo, kept.info);
  keepTypes(bytes, inTable, kept.table);
  for (const one of [header, mediaHeader]) forgetTimes(bytes, one);
  // Behind the kind come who made the handler and its name.
  for (const one of [...inMedia, ...inInfo]) if (one.type === 'hdlr') bytes.fill(0, one.body + 12, one.end);
  const { parts } = samples;
  return { box, id: idOf(bytes, header), scale, kind, seconds, ...sizeOf(bytes, header), parts };
}

function keepTypes(bytes: Uint8Array, boxes: readonly Box[], types: ReadonlySet<string>): void {
  for (const box of boxes) if (!types.has(box.type)) empty(bytes, box);
}

const isLong = (bytes: Uint8Array, { body }: Box): boolean => bytes[body] === 1;

/** What fragments call a track. */
function idOf(bytes: Uint8Array, box: Box): number {
  return viewOf(bytes).getUint32(box.body + (isLong(bytes, box) ? 20 : 12));
}

/** Units in a second, of `mvhd` and `mdhd` alike. */
function scaleOf(bytes: Uint8Array, box: Box): number {
  const scale = viewOf(bytes).getUint32(box.body + (isLong(bytes, box) ? 20 : 12));
  if (scale === 0) throw new VideoRefused('damaged');
  return scale;
}

/** Seconds; all bits set mean that nobody knows. */
function durationOf(bytes: Uint8Array, box: Box): number {
  const view = viewOf(bytes);
  const long = isLong(bytes, box);
  const duration = long ? Number(view.getBigUint64(box.body + 24)) : view.getUint32(box.body + 16);
  return duration >= (long ? 2 ** 63 : 2 ** 32 - 1) ? 0 : duration / scaleOf(bytes, box);
}

/** When it was made and changed. */
function forgetTimes(bytes: Uint8Array, box: Box): void {
  bytes.fill(0, box.body + 4, box.body + (isLong(bytes, box) ? 20 : 12));
}

/** Width and height as shown: a phone held upright films a lying picture and says with the matrix that it is turned. */
function sizeOf(bytes: Uint8Array, header: Box): { width: number; height: number } {
  const view = viewOf(bytes);
  const long = isLong(bytes, header);
  const matrix = header.body + (long ? 52 : 40);
  if (matrix + 44 > header.end) throw new VideoRefused('damaged');
  const [width, height] = [view.getUint32(matrix + 36) >>> 16, view.getUint32(matrix + 40) >>> 16];
  const turned = view.getInt32(matrix) === 0 && view.getInt32(matrix + 16) === 0;
  return turned ? { width: height, height: width } : { width, height };
}

/** Leaves of the data what belongs to a track that stays. */
function keepOnly(bytes: Uint8Array, data: readonly Box[], parts: readonly Part[]): void {
  const sorted = [...parts].sort((a, b) => a.from - b.from);
  let next = 0;
  for (const { body, end } of data) {
    let last = body;
    for (let part = sorted[next]; part && part.from < end; part = sorted[++next]) {
      if (part.to <= last) continue;
      if (part.from > last) bytes.fill(0, last, part.from);
      last = Math.min(part.to, end);
    }
    bytes.fill(0, last, end);
  }
}
