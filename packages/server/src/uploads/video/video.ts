/** What a video says of itself, and what of it is kept. */
export interface ReadVideo {
  readonly bytes: Uint8Array;
  /** How long it plays, in seconds. */
  readonly seconds: number;
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
}

/** Why a video is not taken: it is broken, or made in a way not every browser plays. */
export type VideoRefusal = 'damaged' | 'unplayable';

/** A reader's way out, wherever in a file it finds that it cannot go on. */
export class VideoRefused extends Error {
  readonly why: VideoRefusal;

  constructor(why: VideoRefusal) {
    super(`The video is ${why}.`);
    this.name = 'VideoRefused';
    this.why = why;
  }
}
