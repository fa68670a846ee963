import { type Element, elementsIn, floatOf, numberOf, voidOut } from './elements.ts';
import { type ReadVideo, VideoRefused } from './video.ts';

/** Names of elements (Matroska, RFC 9559). */
const id = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  cues: 0x1c53bb6b,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  trackEntry: 0xae,
  trackType: 0x83,
  trackName: 0x536e,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  crc: 0xbf,
  position: 0xa7,
  previousSize: 0xab,
} as const;

const keptInSegment = new Set<number>([id.seekHead, id.info, id.tracks, id.cluster, id.cues]);
const keptInInfo = new Set<number>([id.timestampScale, id.duration, id.muxingApp, id.writingApp]);
const keptInCluster = new Set<number>([
  id.timestamp,
  id.simpleBlock,
  id.blockGroup,
  id.position,
  id.previousSize,
]);

/**
 * Reads a WebM film and leaves of it the pictures and the sound: tags, attachments, titles and dates become empty room. Nothing moves.
 *
 * @throws VideoRefused for Matroska that is no WebM, and for one with other tracks than pictures and sound.
 */
export function readWebm(sent: Uint8Array): ReadVideo {
  const bytes = Uint8Array.from(sent);
  const top = elementsIn(bytes, 0, bytes.length, new Map([[id.segment, 'surroundings']]));
  const head = only(top, id.ebml);
  const type = only(elementsIn(bytes, head.body, head.end), id.docType);
  const name = new TextDecoder('latin1').decode(bytes.subarray(type.body, type.end)).replace(/\0+$/, '');
  if (name !== 'webm') throw new VideoRefused('unplayable');
  const segment = only(top, id.segment);
  const parts = elementsIn(bytes, segment.body, segment.end, new Map([[id.cluster, 'next']]));
  const info = only(parts, id.info);
  const inInfo = elementsIn(bytes, info.body, info.end);
  const size = readTracks(bytes, only(parts, id.tracks));

  const scale = inInfo.find((one) => one.id === id.timestampScale);
  const said = inInfo.find((one) => one.id === id.duration);
  const ends = parts.filter((one) => one.id === id.cluster).map((one) => lastOf(bytes, one));
  const ticks = Math.max(said ? floatOf(bytes, said) || 0 : 0, ...ends);
  const seconds = (ticks * (scale ? numberOf(bytes, scale) : 1_000_000)) / 1e9;

  for (const one of inInfo) {
    if (!keptInInfo.has(one.id)) voidOut(bytes, one);
    else if (one.id === id.muxingApp || one.id === id.writingApp) bytes.fill(0, one.body, one.end);
  }
  for (const one of [...parts, ...top]) {
    if (!keptInSegment.has(one.id) && one.id !== id.ebml && one.id !== id.segment) voidOut(bytes, one);
  }
  return { bytes, seconds, ...size };
}

function readTracks(bytes: Uint8Array, tracks: Element): { width: number; height: number } {
  let size: { width: number; height: number } | null = null;
  for (const entry of elementsIn(bytes, tracks.body, tracks.end)) {
    if (entry.id === id.crc) voidOut(bytes, entry);
    if (entry.id !== id.trackEntry) continue;
    const parts = elementsIn(bytes, entry.body, entry.end);
    const type = numberOf(bytes, only(parts, id.trackType));
    if (type !== 1 && type !== 2) throw new VideoRefused('unplayable');
    for (const one of parts) if (one.id === id.trackName || one.id === id.crc) voidOut(bytes, one);
    const video = parts.find((one) => one.id === id.video);
    if (type !== 1 || size !== null || !video) continue;
    const inVideo = elementsIn(bytes, video.body, video.end);
    const [width, height] = [id.pixelWidth, id.pixelHeight].map((one) => numberOf(bytes, only(inVideo, one)));
    size = { width: width ?? 0, height: height ?? 0 };
  }
  if (size === null) throw new VideoRefused('unplayable');
  return size;
}

/** When the last picture or sound of a cluster begins, in ticks of the segment. What is neither goes. */
function lastOf(bytes: Uint8Array, cluster: Element): number {
  const parts = elementsIn(bytes, cluster.body, cluster.end);
  const start = numberOf(bytes, only(parts, id.timestamp));
  for (const one of parts) if (!keptInCluster.has(one.id)) voidOut(bytes, one);
  const blocks = parts.flatMap((one) =>
    one.id === id.simpleBlock
      ? [one]
      : one.id === id.blockGroup
        ? elementsIn(bytes, one.body, one.end).filter((inner) => inner.id === id.block)
        : [],
  );
  // Behind the number of the track (one byte for the first 126) come 16 bits with a sign.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return blocks.reduce((last, { body, end }) => {
    if (body + 4 > end) throw new VideoRefused('damaged');
    return Math.max(last, start + view.getInt16(body + 1));
  }, start);
}

function only(elements: readonly Element[], wanted: number): Element {
  const found = elements.find((one) => one.id === wanted);
  if (!found) throw new VideoRefused('damaged');
  return found;
}
