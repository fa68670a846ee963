import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';

/** The largest file that is taken, in bytes. */
export const uploadLimit = 10 * 1024 * 1024;

/** The media types that are taken. */
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;

/** The media types of videos, which only a review takes. */
export const videoTypes = ['video/mp4', 'video/webm', 'video/quicktime'] as const;

/** The largest video that is taken, in bytes, and the longest, in seconds. */
export const videoLimits = { videoBytes: 30 * 1024 * 1024, videoSeconds: 60 } as const;

/** The most files an order may hold, attached and not. */
export const uploadsPerOrder = 40;

/** What a file is for. Shoppers send those of a return, of a claim, of a review, of a message, or a proof of purchase, staff those of an inspection or of a message. */
export const UploadPurpose = z.enum(['return', 'message', 'inspection', 'proof', 'claim', 'review']);
/** See the schema of the same name. */
export type UploadPurpose = z.infer<typeof UploadPurpose>;

/**
 * A file as it is kept. Pictures are re-encoded: turned the right way up, at most 2560 pixels long, without metadata
 * (place, time, camera). Videos are kept as they were filmed, without metadata. `bytes` is the size as kept; `width` and `height` are pixels, null for a PDF. `url` opens the
 * file for about ten minutes and needs nothing else; ask for the thing it belongs to again for a new one.
 */
export const Upload = z.object({
  id: idOf('upload'),
  purpose: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  url: z.string(),
});
/** See the schema of the same name. */
export type Upload = z.infer<typeof Upload>;
