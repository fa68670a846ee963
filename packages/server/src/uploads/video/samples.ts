import { type Box, boxOf, viewOf } from './boxes.ts';
import { VideoRefused } from './video.ts';

/** A part of a file, from its first byte up to and without `to`. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A minute of pictures and sound has some thousands; more are work for nothing. */
const mostSamples = 200_000;

/**
 * Where in the file the pictures or the sound of a track are (ISO/IEC 14496-12, 8.7: stsc, stsz, stco or co64), and how long they play,
 * in units of the track (8.6.1.2: stts).
 *
 * @param boxes those of the track's table of samples
 */
export function samplesOf(
  bytes: Uint8Array,
  boxes: readonly Box[],
): { readonly parts: readonly Part[]; readonly duration: number } {
  const view = viewOf(bytes);
  const duration = rows(view, boxOf(boxes, 'stts'), 2).reduce(
    (sum, [count = 0, each = 0]) => sum + count * each,
    0,
  );
  const sizes = sizesOf(view, boxOf(boxes, 'stsz'));
  const far = boxes.find(({ type }) => type === 'co64');
  const chunks = far
    ? rows(view, far, 2).map(([high = 0, low = 0]) => high * 2 ** 32 + low)
    : rows(view, boxOf(boxes, 'stco'), 1).map(([offset = 0]) => offset);
  const runs = rows(view, boxOf(boxes, 'stsc'), 3);
  const parts: Part[] = [];
  let [run, next] = [0, 0];
  for (const [place, from] of chunks.entries()) {
    while ((runs[run + 1]?.[0] ?? Number.POSITIVE_INFINITY) <= place + 1) run += 1;
    const count = runs[run]?.[1] ?? 0;
    if (next + count > sizes.count) throw new VideoRefused('damaged');
    let to = from;
    for (const last = next + count; next < last; next += 1) to += sizes.of(next);
    if (to > bytes.length) throw new VideoRefused('damaged');
    parts.push({ from, to });
  }
  return { parts, duration };
}

function sizesOf(view: DataView, { body, end }: Box): { count: number; of(sample: number): number } {
  if (body + 12 > end) throw new VideoRefused('damaged');
  const [same, count] = [view.getUint32(body + 4), view.getUint32(body + 8)];
  const known = same !== 0 || body + 12 + 4 * count <= end;
  if (!known || count > mostSamples) throw new VideoRefused('damaged');
  return { count, of: (sample) => (same === 0 ? view.getUint32(body + 12 + 4 * sample) : same) };
}

/** A table of `width` numbers a row, behind version, flags and the count of its rows. */
function rows(view: DataView, { body, end }: Box, width: number): number[][] {
  const count = body + 8 <= end ? view.getUint32(body + 4) : mostSamples + 1;
  if (count > mostSamples || body + 8 + 4 * width * count > end) throw new VideoRefused('damaged');
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: width }, (_, place) => view.getUint32(body + 8 + 4 * (row * width + place))),
  );
}
