import { videoLimits } from '@postlude/contract';
import { ApiProblem } from '../../http/api-problem.ts';
import type { KeptFile } from '../read-file.ts';
import { readMp4 } from './mp4.ts';
import { type ReadVideo, VideoRefused } from './video.ts';
import { readWebm } from './webm.ts';

const types = { mp4: 'video/mp4', quicktime: 'video/quicktime', webm: 'video/webm' } as const;

/** A second more than is said: a phone that is told to stop after a minute stops a moment later. */
const grace = 1;

/**
 * Makes of a video what is kept.
 *
 * @throws ApiProblem `too_large` for more bytes or seconds than are taken, `upload_damaged`, `upload_type` for what browsers do not play.
 */
export function keepVideo(kind: keyof typeof types, sent: Uint8Array): KeptFile {
  const { videoBytes, videoSeconds } = videoLimits;
  if (sent.length > videoBytes) {
    throw new ApiProblem('too_large', { detail: 'The video is larger than 30 MB.' });
  }
  const { bytes, seconds, width, height } = read(kind, sent);
  if (seconds > videoSeconds + grace) {
    throw new ApiProblem('too_large', { detail: 'The video is longer than a minute.' });
  }
  const known = width > 0 && height > 0;
  return { bytes, contentType: types[kind], width: known ? width : null, height: known ? height : null };
}

function read(kind: keyof typeof types, sent: Uint8Array): ReadVideo {
  try {
    return kind === 'webm' ? readWebm(sent) : readMp4(sent);
  } catch (cause) {
    if (cause instanceof VideoRefused && cause.why === 'unplayable') {
      throw new ApiProblem('upload_type', {
        detail: 'Not every browser plays this kind of video. Please save it as an MP4 first.',
        cause,
      });
    }
    // A number that points outside of the file is found by the reading itself.
    if (cause instanceof VideoRefused || cause instanceof RangeError) {
      throw new ApiProblem('upload_damaged', { cause });
    }
    throw cause;
  }
}
