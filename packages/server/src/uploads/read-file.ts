import { type UploadPurpose, uploadLimit, type videoTypes } from '@postlude/contract';
import { ApiProblem } from '../http/api-problem.ts';
import type { ExifOrientation } from './exif-orientation.ts';
import { fileKindOf, textAt } from './file-kind.ts';
import { type PictureHeader, readPictureHeader } from './picture-header.ts';
import { takeTurns } from './take-turns.ts';
import { keepVideo } from './video/keep-video.ts';

/** A file as it is kept. */
export interface KeptFile {
  readonly bytes: Uint8Array;
  readonly contentType: 'image/jpeg' | 'image/webp' | 'application/pdf' | (typeof videoTypes)[number];
  /** Pixels; null for a PDF. */
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * The most pixels that are decoded: 64 megapixels take 256 MB while they are worked on (half as many where a channel has
 * 16 bits). A phone's largest have 50.
 */
export const mostPixels = 64_000_000;

/** The longest side of a kept picture, in pixels: enough to see a scratch on a screen and on paper. */
export const longestSide = 2_560;

/** 0 to 100. Above it files grow and nobody sees a difference; below it fine cracks blur. */
const quality = 82;

/** Two at once keep memory bounded and leave threads to the rest of the server; what waits holds 10 MB each. */
const inTurn = takeTurns(2, 16);

/** Pixels from which on a picture is worked on alone: each takes hundreds of megabytes. */
const large = 24_000_000;
const alone = takeTurns(1, 8);

/**
 * Reads a file a stranger sent, and makes of it what is kept. A picture is decoded and encoded anew, upright and without
 * metadata (JPEG stays JPEG, PNG and WebP become WebP, of a moving picture the first frame stays), so that nothing of the
 * sent bytes remains. A PDF is kept as it is, a video of a review without what is neither picture nor sound. The decoding runs on other threads.
 *
 * @throws ApiProblem `upload_type` for any other kind, `upload_damaged`, `too_large` for too many pixels, `unavailable`
 *   when too many files are being worked on.
 */
export async function readFile(sent: Uint8Array, purpose: UploadPurpose = 'return'): Promise<KeptFile> {
  const kind = fileKindOf(sent);
  const isVideo = kind === 'mp4' || kind === 'quicktime' || kind === 'webm';
  if (isVideo && purpose === 'review') return keepVideo(kind, sent);
  if (!isVideo && sent.length > uploadLimit) throw new ApiProblem('too_large');
  switch (kind) {
    case 'pdf':
      if (!textAt(sent, Math.max(0, sent.length - 2_048), 2_048).includes('%%EOF')) throw damaged();
      return { bytes: sent, contentType: 'application/pdf', width: null, height: null };
    case 'jpeg':
    case 'png':
    case 'webp': {
      const header = readPictureHeader(kind, sent);
      if (header === null) throw sent.length === 0 ? damaged('The file is empty.') : damaged();
      const pixels = header.width * header.height * header.bytesPerChannel;
      if (pixels > mostPixels) {
        throw new ApiProblem('too_large', { detail: 'The picture has more than 64 megapixels.' });
      }
      const turn = pixels > large ? alone : inTurn;
      const kept = await turn(() =>
        encodeAnew(withoutExif(sent, header), header, kind === 'jpeg' ? 'image/jpeg' : 'image/webp'),
      );
      if (kept === null) throw new ApiProblem('unavailable', { detail: 'Many files arrive at the moment.' });
      return kept;
    }
    case 'heic':
      throw new ApiProblem('upload_type', {
        detail: 'This is a HEIC or AVIF picture. Please convert it to JPEG first.',
      });
    case 'mp4':
    case 'quicktime':
    case 'webm':
      throw new ApiProblem('upload_type', { detail: 'A video belongs to a review only.' });
    case 'svg':
    case 'unknown':
      throw sent.length === 0 ? damaged('The file is empty.') : new ApiProblem('upload_type');
  }
}

async function encodeAnew(
  sent: Uint8Array,
  { width, height, orientation }: PictureHeader,
  contentType: 'image/jpeg' | 'image/webp',
): Promise<KeptFile> {
  // Loaded with the first picture: the server starts, and serves everything else, where there is no build of it.
  const { Transformer, ResizeFit } = await import('@napi-rs/image');
  const upright = turnsSideways(orientation) ? { width: height, height: width } : { width, height };
  const size = fitted(upright);
  try {
    const picture = new Transformer(sent).rotate(orientation as number);
    if (size.width !== upright.width || size.height !== upright.height) {
      picture.fastResize({ ...size, fit: ResizeFit.Fill });
    }
    const bytes = contentType === 'image/jpeg' ? await picture.jpeg(quality) : await picture.webp(quality);
    return { bytes, contentType, ...size };
  } catch (cause) {
    throw damaged(undefined, cause);
  }
}

/** The orientation was read; the rest of Exif data is no business of the decoder, which reads it and complains aloud. */
function withoutExif(sent: Uint8Array, { exif }: PictureHeader): Uint8Array {
  if (exif.length === 0) return sent;
  const copy = Uint8Array.from(sent);
  for (const offset of exif) copy.fill(0, offset, offset + 4);
  return copy;
}

const turnsSideways = (orientation: ExifOrientation): boolean => orientation >= 5;

/** The size of a picture made to fit, in proportion; never larger than it was, never without a pixel. */
export function fitted(
  { width, height }: { width: number; height: number },
  longest: number = longestSide,
): {
  width: number;
  height: number;
} {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const damaged = (detail?: string, cause?: unknown): ApiProblem =>
  new ApiProblem('upload_damaged', { ...(detail === undefined ? {} : { detail }), cause });
