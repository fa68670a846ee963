/** A photo on its way to the store, or there. */
export interface Photo {
  /** Ours, for as long as the page is open. */
  readonly id: string;
  /** `preparing`: being decoded and made smaller; `sending`; `kept`: the store has it; `failed`, with `problem`. */
  readonly state: 'preparing' | 'sending' | 'kept' | 'failed';
  /** How much of it is there, from 0 to 1; null when nobody knows. */
  readonly progress: number | null;
  /** What the store calls it, once it is kept. */
  readonly uploadId: string | null;
  /** Something small a canvas can draw; null where the browser cannot read the file, or after a reload. */
  readonly preview: PhotoPreview | null;
  /** Why it did not work: a problem code, `not_readable`, `too_many` or `empty`. */
  readonly problem: string | null;
  /** As it was chosen, and as it is sent once that is known; null after a reload. */
  readonly file: Blob | null;
}

/** A picture as large as it is drawn. */
export interface PhotoPreview {
  readonly width: number;
  readonly height: number;
  /** Draws it on a canvas of that size. */
  draw(canvas: HTMLCanvasElement): void;
}

/** What `preparePhoto` makes of a file. */
export interface PreparedPhoto {
  /** What is sent: re-encoded where the browser can read it, otherwise as it was. */
  readonly file: Blob;
  readonly preview: PhotoPreview | null;
}

/** Makes a file ready to be sent. Rejects with a `code` when it is of no use. */
export type PreparePhoto = (file: Blob) => Promise<PreparedPhoto>;

/** A photo that the store kept in an earlier visit. */
export function keptPhoto(uploadId: string): Photo {
  return { id: uploadId, state: 'kept', progress: 1, uploadId, preview: null, problem: null, file: null };
}
