import type { ReviewForm } from '@postlude/contract';
import type { PreparePhoto } from '../returns/photos/photo.ts';

/** Why a video is of no use. */
const refused = (code: 'video_too_large' | 'video_too_long'): Error =>
  Object.assign(new Error(`This video cannot be sent: ${code}.`), { code });

/**
 * Takes videos as they are, and everything else as a photo. How long a video is, is read from its own bytes: playing it would
 * need a source many pages forbid.
 */
export const prepareMedia =
  (
    preparePhoto: PreparePhoto,
    limits: Pick<ReviewForm['uploads'], 'videoBytes' | 'videoSeconds'> | null,
  ): PreparePhoto =>
  async (file) => {
    if (!/^video\//.test(file.type)) return await preparePhoto(file);
    if (limits && file.size > limits.videoBytes) throw refused('video_too_large');
    const seconds = await secondsOf(file);
    // Cameras stop a little after the second.
    if (limits && seconds !== null && seconds > limits.videoSeconds + 1) throw refused('video_too_long');
    return { file, preview: null };
  };

/** How much of the boxes is read, in bytes: the movie header stands at the beginning of its box. */
const head = 120;

/** How long an MP4 or QuickTime file plays, by its movie header (ISO/IEC 14496-12, 8.2.2); null for other files. */
export async function secondsOf(file: Blob): Promise<number | null> {
  for (let at = 0, boxes = 0; at + 16 <= file.size && boxes < 64; boxes++) {
    const bytes = new DataView(await file.slice(at, at + head + 16).arrayBuffer());
    const kind = nameAt(bytes, 4);
    const short = bytes.getUint32(0);
    // 1: the size follows in 64 bits; 0: to the end of the file.
    const size = short === 1 ? Number(bytes.getBigUint64(8)) : short || file.size - at;
    if (size < 8) return null;
    if (kind === 'moov') return secondsIn(bytes, short === 1 ? 16 : 8);
    at += size;
  }
  return null;
}

function secondsIn(bytes: DataView, at: number): number | null {
  if (bytes.byteLength < at + 40 || nameAt(bytes, at + 4) !== 'mvhd') return null;
  const isLong = bytes.getUint8(at + 8) === 1;
  const scale = bytes.getUint32(at + (isLong ? 28 : 20));
  const length = isLong ? Number(bytes.getBigUint64(at + 32)) : bytes.getUint32(at + 24);
  return scale > 0 ? length / scale : null;
}

const nameAt = (bytes: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => bytes.getUint8(at + offset)));
