import type { PreparedPhoto, PreparePhoto } from '../returns/photos/photo.ts';
import { PhotoError, preparePhoto } from '../returns/photos/prepare-photo.ts';

/** The largest file the store takes, in bytes. */
const most = 10 * 1024 * 1024;

/** Makes a proof of purchase ready: a PDF goes as it is, anything else as the photo it has to be. */
export function prepareProof(prepare: PreparePhoto = preparePhoto): PreparePhoto {
  return async (file: Blob): Promise<PreparedPhoto> => {
    const isPdf = (await file.slice(0, 5).text()) === '%PDF-';
    if (isPdf && file.size > most) throw new PhotoError('too_large');
    return isPdf ? { file, preview: null } : prepare(file);
  };
}
