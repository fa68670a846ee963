import { type Box, boxesIn, boxOf, empty, viewOf } from './boxes.ts';
import type { Part } from './samples.ts';
import { VideoRefused } from './video.ts';

/** What stays of a fragment: where its pictures and sounds are, when they come, and how they are grouped. */
const kept = {
  fragment: new Set(['mfhd', 'traf']),
  track: new Set(['tfhd', 'tfdt', 'trun', 'sdtp', 'sbgp', 'sgpd', 'subs']),
} as const;

/** Bits of `tfhd` and `trun` that say which numbers are there (ISO/IEC 14496-12, 8.8.7 and 8.8.8). */
const says = {
  baseOffset: 0x1,
  description: 0x2,
  duration: 0x8,
  size: 0x10,
  flags: 0x20,
  fromFragment: 0x20000,
  offset: 0x1,
  firstFlags: 0x4,
  sampleDuration: 0x100,
  sampleSize: 0x200,
  sampleFlags: 0x400,
  sampleShift: 0x800,
} as const;

/** A minute of pictures and sound has some thousands; more are work for nothing. */
const mostSamples = 200_000;

/** What a track says of itself in the fragments of a film. */
export interface InFragments {
  readonly parts: Part[];
  /** In units of the track. */
  duration: number;
}

interface Usual {
  readonly duration: number;
  readonly size: number;
}

/**
 * Reads the fragments of a film (ISO/IEC 14496-12, 8.8), as browsers and phones write them while they record: each says where its own
 * pictures and sounds are. Everything else in them is emptied, and fragments of tracks that do not stay as well.
 *
 * @param boxes those of the file
 * @param usualBoxes what `mvex` holds: how long and large a sample is that does not say so itself
 * @param staying ids of the tracks that are kept
 */
export function readFragments(
  bytes: Uint8Array,
  boxes: readonly Box[],
  usualBoxes: readonly Box[],
  staying: ReadonlySet<number>,
): ReadonlyMap<number, InFragments> {
  const view = viewOf(bytes);
  const tracks = new Map<number, InFragments>();
  const usual = new Map<number, Usual>();
  for (const box of usualBoxes) {
    const { type, body, end } = box;
    if (type === 'trex' && body + 24 > end) throw new VideoRefused('damaged');
    const id = type === 'trex' ? view.getUint32(body + 4) : null;
    if (id === null || !staying.has(id)) {
      if (type !== 'mehd') empty(bytes, box);
      continue;
    }
    usual.set(id, { duration: view.getUint32(body + 12), size: view.getUint32(body + 16) });
  }
  let count = 0;
  for (const fragment of boxes) {
    if (fragment.type !== 'moof') continue;
    const inFragment = boxesIn(bytes, fragment.body, fragment.end);
    /** Where data begins that says nothing of it: at the fragment, or behind the data of the track before. */
    let last = fragment.start;
    let isWhole = true;
    for (const box of inFragment) {
      if (!kept.fragment.has(box.type)) empty(bytes, box);
      if (box.type !== 'traf') continue;
      const inTrack = boxesIn(bytes, box.body, box.end);
      const head = numbersOf(view, boxOf(inTrack, 'tfhd'));
      const flags = head.flags;
      const id = head.next();
      const far = flags & says.baseOffset ? head.next() * 2 ** 32 + head.next() : null;
      if (flags & says.description) head.next();
      const duration = flags & says.duration ? head.next() : (usual.get(id)?.duration ?? 0);
      const size = flags & says.size ? head.next() : (usual.get(id)?.size ?? 0);
      const isOwn = far !== null || (flags & says.fromFragment) !== 0;
      // Behind the data of one that goes, nobody would find it any more.
      if (!isOwn && !isWhole) throw new VideoRefused('unplayable');
      const base = far ?? (isOwn ? fragment.start : last);
      const told = tracks.get(id) ?? { parts: [], duration: 0 };
      tracks.set(id, told);
      let from = base;
      for (const run of inTrack) {
        if (run.type !== 'trun') continue;
        const row = numbersOf(view, run);
        const samples = row.next();
        count += samples + 1;
        if (count > mostSamples) throw new VideoRefused('damaged');
        if (row.flags & says.offset) from = base + (row.next() | 0);
        if (row.flags & says.firstFlags) row.next();
        let to = from;
        for (let sample = 0; sample < samples; sample += 1) {
          told.duration += row.flags & says.sampleDuration ? row.next() : duration;
          to += row.flags & says.sampleSize ? row.next() : size;
          if (row.flags & says.sampleFlags) row.next();
          if (row.flags & says.sampleShift) row.next();
        }
        if (from < 0 || to > bytes.length) throw new VideoRefused('damaged');
        told.parts.push({ from, to });
        from = to;
      }
      last = from;
      if (staying.has(id)) {
        for (const one of inTrack) if (!kept.track.has(one.type)) empty(bytes, one);
      } else {
        empty(bytes, box);
        isWhole = false;
      }
    }
  }
  return tracks;
}

/** The numbers of a box behind its version and flags, one after the other. Throws `damaged` behind the last. */
function numbersOf(view: DataView, { body, end }: Box): { readonly flags: number; next(): number } {
  if (body + 4 > end) throw new VideoRefused('damaged');
  let at = body + 4;
  return {
    flags: view.getUint32(body) & 0xffffff,
    next() {
      if (at + 4 > end) throw new VideoRefused('damaged');
      at += 4;
      return view.getUint32(at - 4);
    },
  };
}
