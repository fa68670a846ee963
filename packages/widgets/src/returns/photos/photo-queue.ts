import { problemOf } from '../../order-session/problem.ts';
import type { UploadOptions } from '../returns-source.ts';
import type { Photo, PreparePhoto } from './photo.ts';

/** What a queue works with. */
export interface PhotoQueueOptions {
  readonly prepare: PreparePhoto;
  readonly send: (file: Blob, options: Omit<UploadOptions, 'purpose'>) => Promise<{ readonly id: string }>;
  /** Changes the photo of that id, wherever it is; does nothing when it is nowhere any more. */
  readonly change: (id: string, facts: Partial<Photo>) => void;
  readonly sessionEnded: () => void;
}

/** Prepares and sends photos, one after the other: two of 48 megapixels at a time are too much for a phone. */
export interface PhotoQueue {
  /** Makes a photo of a file and puts it in line. */
  add(file: Blob): Photo;
  /** Puts a photo in line again that failed. */
  retry(photo: Photo): void;
  /** Stops what is under way for a photo that was taken out. */
  drop(id: string): void;
  stop(): void;
}

interface Job {
  readonly id: string;
  readonly file: Blob;
  /** Prepared before; only the sending failed. */
  readonly isReady: boolean;
}

let made = 0;

/** Makes the `PhotoQueue` of one model. */
export function createPhotoQueue({ prepare, send, change, sessionEnded }: PhotoQueueOptions): PhotoQueue {
  let line: Job[] = [];
  let current: { readonly id: string; readonly aborting: AbortController } | null = null;

  async function work(): Promise<void> {
    const job = line.shift();
    if (!job || current) {
      if (job) line.unshift(job);
      return;
    }
    const aborting = new AbortController();
    current = { id: job.id, aborting };
    try {
      let { file } = job;
      if (!job.isReady) {
        const prepared = await prepare(file);
        ({ file } = prepared);
        change(job.id, { preview: prepared.preview, file });
      }
      if (!aborting.signal.aborted) {
        change(job.id, { state: 'sending', progress: null, problem: null });
        const { id: uploadId } = await send(file, {
          signal: aborting.signal,
          onProgress: (progress) => change(job.id, { progress }),
        });
        change(job.id, { state: 'kept', progress: 1, uploadId });
      }
    } catch (error) {
      const { code } = problemOf(error);
      if (!aborting.signal.aborted) {
        change(job.id, { state: 'failed', progress: null, problem: code });
        if (code === 'session_invalid') sessionEnded();
      }
    }
    current = null;
    work();
  }

  const enqueue = (job: Job): void => {
    line.push(job);
    work();
  };

  return {
    add(file) {
      const id = `photo-${++made}`;
      // After whoever called has put the photo where `change` finds it.
      queueMicrotask(() => enqueue({ id, file, isReady: false }));
      return { id, state: 'preparing', progress: null, uploadId: null, preview: null, problem: null, file };
    },
    retry({ id, file, preview }) {
      if (!file) return;
      change(id, { state: 'preparing', progress: null, problem: null });
      enqueue({ id, file, isReady: preview !== null });
    },
    drop(id) {
      line = line.filter((job) => job.id !== id);
      if (current?.id === id) current.aborting.abort();
    },
    stop() {
      line = [];
      current?.aborting.abort();
    },
  };
}
