import type { PreparePhoto } from '../returns/photos/photo.ts';
import { PhotoError } from '../returns/photos/prepare-photo.ts';

/** The largest file the store takes, in bytes. */
const most = 10 * 1024 * 1024;

/** Takes PDFs as they are, and everything else as a photo. What a file is decides its beginning, not its name. */
export const prepareFile =
  (preparePhoto: PreparePhoto): PreparePhoto =>
  async (file) => {
    const start = String.fromCharCode(...new Uint8Array(await file.slice(0, 5).arrayBuffer()));
    if (start !== '%PDF-') return await preparePhoto(file);
    if (file.size > most) throw new PhotoError('too_large');
    return { file, preview: null };
  };
