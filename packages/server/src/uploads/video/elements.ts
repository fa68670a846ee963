import { VideoRefused } from './video.ts';

/** An element of EBML (RFC 8794). Offsets are those of the whole file. */
export interface Element {
  readonly id: number;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

/** A minute has some thousands of blocks. */
const mostElements = 200_000;

/** Where an element of unknown size ends: with its surroundings, or before the next one whose name has four bytes. */
export type OpenEnd = 'surroundings' | 'next';

/**
 * The elements between two places of a file.
 *
 * @param open those that may be of unknown size, as a browser's recorder writes them
 * @throws VideoRefused `damaged` where they do not fit.
 */
export function elementsIn(
  bytes: Uint8Array,
  from: number,
  to: number,
  open: ReadonlyMap<number, OpenEnd> = new Map(),
): Element[] {
  const elements: Element[] = [];
  let start = from;
  while (start < to) {
    const name = variable(bytes, start, to, 4);
    const size = variable(bytes, start + name.length, to, 8);
    const body = start + name.length + size.length;
    const isOpen = size.value === size.most;
    const openEnd = open.get(name.raw);
    if (isOpen && !openEnd) throw new VideoRefused('damaged');
    const end = isOpen ? (openEnd === 'next' ? nextOf(bytes, body, to) : to) : body + size.value;
    if (end > to || elements.length >= mostElements) throw new VideoRefused('damaged');
    elements.push({ id: name.raw, start, body, end });
    start = end;
  }
  return elements;
}

/** Elements of a cluster have names of one byte, those beside a cluster of four. */
function nextOf(bytes: Uint8Array, body: number, to: number): number {
  let place = body;
  while (place < to) {
    const name = variable(bytes, place, to, 4);
    if (name.length === 4) return place;
    const size = variable(bytes, place + name.length, to, 8);
    place += name.length + size.length + size.value;
  }
  if (place > to) throw new VideoRefused('damaged');
  return to;
}

/** A number whose first set bit tells how many bytes it has: with that bit (`raw`) and without. */
function variable(bytes: Uint8Array, at: number, to: number, most: number) {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || length > most || at + length > to) throw new VideoRefused('damaged');
  const rest = bytes.subarray(at + 1, at + length);
  const from = (start: number) => rest.reduce((number, byte) => number * 256 + byte, start);
  // The mark is taken off first: with it, eight bytes are more than a number holds exactly.
  return {
    length,
    raw: from(first),
    value: from(first - (0x80 >> (length - 1))),
    most: 2 ** (7 * length) - 1,
  };
}

/** A whole number without a sign. */
export function numberOf(bytes: Uint8Array, { body, end }: Element): number {
  if (end - body > 8) throw new VideoRefused('damaged');
  return bytes.subarray(body, end).reduce((number, byte) => number * 256 + byte, 0);
}

/** A float of four or eight bytes; of none: 0. */
export function floatOf(bytes: Uint8Array, { body, end }: Element): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (end - body === 4) return view.getFloat32(body);
  if (end - body === 8) return view.getFloat64(body);
  if (end === body) return 0;
  throw new VideoRefused('damaged');
}

/** Makes an element empty room of the same length (RFC 8794, 11.3.2). */
export function voidOut(bytes: Uint8Array, { start, end }: Element): void {
  const length = end - start;
  bytes.fill(0, start, end);
  bytes[start] = 0xec;
  if (length < 9) {
    bytes[start + 1] = 0x80 | (length - 2);
    return;
  }
  bytes[start + 1] = 0x01;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(start + 5, length - 9);
}
