import { textAt } from '../file-kind.ts';
import { VideoRefused } from './video.ts';

/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2), QuickTime's *atom*. Offsets are those of the whole file. */
export interface Box {
  readonly type: string;
  readonly start: number;
  /** Where what it holds begins, and ends. */
  readonly body: number;
  readonly end: number;
}

/** More boxes than this beside one another are no video. */
const mostBoxes = 10_000;

/** The boxes between two places of a file. Throws `damaged` where they do not fit. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let start = from;
  // QuickTime ends some lists with four bytes of zero.
  while (start + 8 <= to) {
    const short = view.getUint32(start);
    const isLong = short === 1;
    if (isLong && start + 16 > to) throw new VideoRefused('damaged');
    const size = isLong ? Number(view.getBigUint64(start + 8)) : short === 0 ? to - start : short;
    const body = start + (isLong ? 16 : 8);
    const end = start + size;
    if (end < body || end > to || boxes.length >= mostBoxes) throw new VideoRefused('damaged');
    boxes.push({ type: textAt(bytes, start + 4, 4), start, body, end });
    start = end;
  }
  return boxes;
}

/** The only box of a type that is held; throws `damaged` when there is none. */
export function boxOf(boxes: readonly Box[], type: string): Box {
  const box = boxes.find((one) => one.type === type);
  if (!box) throw new VideoRefused('damaged');
  return box;
}

/** Makes a box one that everybody passes over, with nothing in it; nothing behind it moves. */
export function empty(bytes: Uint8Array, { start, body, end }: Box): void {
  bytes.set([0x66, 0x72, 0x65, 0x65], start + 4);
  bytes.fill(0, body, end);
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
